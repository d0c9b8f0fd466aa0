import type { Manuscript, ManuscriptReader, ReadCache, Statement } from '../manuscript/types';

/** A key that is being typed, or would be if it were a citation. */
export interface KeyAtCursor {
  /** What stands between the `@` and the cursor. */
  readonly typed: string;
  /** Offset just after the `@` (and its brace). */
  readonly start: number;
  /** Where the key ends, also behind the cursor. */
  readonly end: number;
}

export interface CitationAtCursor extends KeyAtCursor {
  /** The sentence around it, without markup and citations; empty where there is none yet. */
  readonly sentence: string;
}

/** No key is longer; a line can be. */
const MAX_KEY = 200;
/** Put where the key is typed, so that the format's own reader says whether a citation can stand there. */
const PROBE = 'caveat0probe';

/** What stands between an `@` and the cursor, and on behind it; tells nothing yet of code, math and addresses. */
export function keyAt(text: string, offset: number): KeyAtCursor | undefined {
  const before = /(?<![\p{L}\p{N}\\@])@\{?([^\s@[\]{};,"'`()]*)$/u.exec(
    text.slice(Math.max(0, offset - MAX_KEY), offset),
  );
  if (!before) return undefined;
  const typed = before[1] ?? '';
  const after = /^[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]/u.exec(
    text.slice(offset, offset + MAX_KEY),
  );
  return { typed, start: offset - typed.length, end: offset + (after?.[0].length ?? 0) };
}

/**
 * The citation that is typed at an offset.
 *
 * @param known the text as it was read, where it was: saves reading it again
 * @param reader of the text's format; without one, every `@` that follows no word is taken for a citation
 * @returns undefined where there is none: no `@`, an e-mail address, code, math, a link's address
 */
export function citationAt(
  text: string,
  offset: number,
  reader: ManuscriptReader | undefined,
  known?: { readonly manuscript: Manuscript; readonly memory: ReadCache },
): CitationAtCursor | undefined {
  const key = keyAt(text, offset);
  if (!key || !reader) return key && { ...key, sentence: '' };
  const { start } = key;
  const isRead = known?.manuscript.citations.some(({ span }) => span.start === start);
  const read = isRead ? known?.manuscript : probe(text, key, reader, known?.memory);
  const statement = read?.blocks
    .flatMap(({ statements }) => statements)
    .find(({ span }) => span.start <= start && start <= span.end);
  return read && { ...key, sentence: statement ? sentenceOf(statement) : '' };
}

/** The manuscript as it would be with a key at the cursor; undefined where the key would not be read as one. */
function probe(
  text: string,
  { start, end }: KeyAtCursor,
  reader: ManuscriptReader,
  memory?: ReadCache,
): Manuscript | undefined {
  const brace = text[start - 1] === '{' && text[end] !== '}' ? '}' : '';
  const manuscript = reader.read(text.slice(0, start) + PROBE + brace + text.slice(end), memory);
  const stands = manuscript.citations.some(
    ({ key, span }) => key === PROBE && span.start === start,
  );
  return stands ? manuscript : undefined;
}

/** A bracket that is not closed yet stays before the place of the citation. */
function sentenceOf({ text }: Statement): string {
  return text.replace(/\[?⟦\w+⟧/g, ' ').trim();
}
