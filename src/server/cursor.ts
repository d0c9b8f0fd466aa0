import type { ManuscriptReader, Statement } from '../manuscript/types';

/** A citation that is being typed. */
export interface CitationAtCursor {
  /** What stands between the `@` and the cursor. */
  readonly typed: string;
  /** Offset just after the `@` (and its brace). */
  readonly start: number;
  /** Where the key ends, also behind the cursor. */
  readonly end: number;
  /** The sentence around it, without markup and citations; empty where there is none yet. */
  readonly sentence: string;
}

/** No key is longer; a line can be. */
const MAX_KEY = 200;
/** Put where the key is typed, so that the format's own reader says whether a citation can stand there. */
const PROBE = 'caveat0probe';

/**
 * The citation that is typed at an offset.
 *
 * @param reader of the text's format; without one, every `@` that follows no word is taken for a citation
 * @returns undefined where there is none: no `@`, an e-mail address, code, math, a link's address
 */
export function citationAt(
  text: string,
  offset: number,
  reader: ManuscriptReader | undefined,
): CitationAtCursor | undefined {
  const before = /(?<![\p{L}\p{N}\\@])@(\{?)([^\s@[\]{};,"'`()]*)$/u.exec(
    text.slice(Math.max(0, offset - MAX_KEY), offset),
  );
  if (!before) return undefined;
  const typed = before[2] ?? '';
  const start = offset - typed.length;
  const end = offset + (/^[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]/u.exec(text.slice(offset, offset + MAX_KEY))?.[0].length ?? 0);
  if (!reader) return { typed, start, end, sentence: '' };

  const brace = before[1] === '{' && text[end] !== '}' ? '}' : '';
  const probed = text.slice(0, start) + PROBE + brace + text.slice(end);
  const manuscript = reader.read(probed);
  const stands = manuscript.citations.some((citation) => citation.key === PROBE && citation.span.start === start);
  if (!stands) return undefined;
  const statement = manuscript.blocks
    .flatMap(({ statements }) => statements)
    .find(({ span }) => span.start <= start && start <= span.end);
  return { typed, start, end, sentence: statement ? sentenceOf(statement) : '' };
}

function sentenceOf({ text }: Statement): string {
  return text.replace(/⟦\w+⟧/g, ' ').trim();
}
