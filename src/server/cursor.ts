import { pandocKeyAt } from '../manuscript/typed-key';
import type {
  Manuscript,
  ManuscriptReader,
  ReadCache,
  Statement,
  TypedKey,
} from '../manuscript/types';

export interface CitationAtCursor extends TypedKey {
  /** The sentence around it, without markup and citations; empty where there is none yet. */
  readonly sentence: string;
}

/** Put where the key is typed, so that the format's own reader says whether a citation can stand there. */
const PROBE = 'caveat0probe';

/** A quick look for a key in a text whose format may be unknown; every `@` that follows no word is one then. */
export function keyAt(
  text: string,
  offset: number,
  reader?: ManuscriptReader,
): TypedKey | undefined {
  return (reader?.keyAt ?? pandocKeyAt)(text, offset);
}

/**
 * The citation that is typed at an offset.
 *
 * @param known the text as it was read, where it was: saves reading it again
 * @param reader of the text's format; without one, every `@` that follows no word is taken for a citation
 * @returns undefined where there is none: no beginning of a citation, an e-mail address, code, math, a link's address
 */
export function citationAt(
  text: string,
  offset: number,
  reader: ManuscriptReader | undefined,
  known?: { readonly manuscript: Manuscript; readonly memory: ReadCache },
): CitationAtCursor | undefined {
  const key = keyAt(text, offset, reader);
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
  { start, end, closing }: TypedKey,
  reader: ManuscriptReader,
  memory?: ReadCache,
): Manuscript | undefined {
  const probed = text.slice(0, start) + PROBE + closing + text.slice(end);
  const manuscript = reader.read(probed, memory);
  const stands = manuscript.citations.some(
    ({ key, span }) => key === PROBE && span.start === start,
  );
  return stands ? manuscript : undefined;
}

/** A bracket that is not closed yet stays before the place of the citation. */
function sentenceOf({ text }: Statement): string {
  return text.replace(/\[?⟦\w+⟧/g, ' ').trim();
}
