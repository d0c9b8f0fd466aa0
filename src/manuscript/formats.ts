import { latex } from './latex';
import { markdown } from './markdown';
import { myst } from './myst';
import { quarto } from './quarto';
import { rmarkdown } from './rmarkdown';
import type { ManuscriptReader } from './types';

/** Every format that can be read. A new one is a file beside this one and a line here. */
export const readers: readonly ManuscriptReader[] = [markdown, quarto, rmarkdown, myst, latex];

/** Formats that are Markdown and more. */
const markdownFamily: readonly ManuscriptReader[] = [quarto, rmarkdown, myst];

/** Characters after which a citation key may begin, in any of the formats. */
export const keyTriggers: readonly string[] = [
  ...new Set(readers.flatMap((reader) => reader.keyTriggers)),
];

/** Endings, without the dot, of files that are manuscripts for certain: any text may stand in a `.txt`. */
export const manuscriptEndings: readonly string[] = readers
  .flatMap((reader) => reader.extensions)
  .filter((ending) => ending !== '.txt' && ending !== '.text')
  .map((ending) => ending.slice(1));

/** What is known of a document whose reader is wanted. */
export interface DocumentKind {
  /** VS Code's language id. */
  readonly languageId?: string | undefined;
  /** Path or URI; `-` stands for standard input. */
  readonly path?: string | undefined;
  /** Its text, for formats that share their files with another one. */
  readonly source?: string | undefined;
  /** Those of the telltale files that lie in its folder or above. */
  readonly projectFiles?: readonly string[] | undefined;
}

/**
 * The reader for a document: by language id, else by file ending, and of formats that are written in the same files by
 * the signs in its text. Text of which nothing is known (standard input, an unsaved note) is read as Markdown;
 * `undefined` means a format that nobody here reads.
 */
export function readerFor(kind: DocumentKind): ManuscriptReader | undefined {
  const reader = byName(kind);
  const { source, projectFiles = [] } = kind;
  const refined = readers.find(
    ({ refines }) =>
      refines !== undefined &&
      refines.of === reader?.format &&
      (refines.projectFiles.some((name) => projectFiles.includes(name)) ||
        (source !== undefined && refines.recognises(source))),
  );
  return refined ?? reader;
}

/** Names of files that tell, by lying in a document's folder or above, in what format it is written. */
export function telltaleFiles(kind: DocumentKind): readonly string[] {
  const format = byName(kind)?.format;
  return readers.flatMap(({ refines }) =>
    refines !== undefined && refines.of === format ? refines.projectFiles : [],
  );
}

function byName({ languageId, path }: DocumentKind): ManuscriptReader | undefined {
  const byLanguage = readers.find(
    (reader) => languageId && reader.languageIds.includes(languageId),
  );
  const ending = endingOf(path ?? '');
  const byEnding = readers.find((reader) => reader.extensions.includes(ending));
  // Many have VS Code take `.qmd` and `.Rmd` for Markdown; what is `@fig-one` there is no citation all the same.
  if (byLanguage === markdown && byEnding && markdownFamily.includes(byEnding)) return byEnding;
  if (byLanguage) return byLanguage;
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
