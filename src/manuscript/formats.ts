import { markdown } from './markdown';
import type { ManuscriptReader } from './types';

/** Every format that can be read. A new one is a file beside this one and a line here. */
export const readers: readonly ManuscriptReader[] = [markdown];

/** What is known of a document whose reader is wanted. */
export interface DocumentKind {
  /** VS Code's language id. */
  readonly languageId?: string | undefined;
  /** Path or URI; `-` stands for standard input. */
  readonly path?: string | undefined;
}

/**
 * The reader for a document: by language id, else by file ending. Text of which neither is known (standard input,
 * an unsaved note) is read as Markdown; `undefined` means a format that nobody here reads.
 */
export function readerFor({ languageId, path }: DocumentKind): ManuscriptReader | undefined {
  const byLanguage = readers.find(
    (reader) => languageId && reader.languageIds.includes(languageId),
  );
  if (byLanguage) return byLanguage;
  const ending = endingOf(path ?? '');
  const byEnding = readers.find((reader) => reader.extensions.includes(ending));
  if (byEnding) return byEnding;
  const isPlain = languageId === undefined || languageId === '' || languageId === 'plaintext';
  return isPlain && ending === '' ? markdown : undefined;
}

/** `.md` of `a/b.md` or `file:///b.MD?x`; empty for `-`, `README` and `.hidden`. */
function endingOf(path: string): string {
  const name = path.replace(/[?#].*$/s, '').replace(/^.*[\\/]/s, '');
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}
