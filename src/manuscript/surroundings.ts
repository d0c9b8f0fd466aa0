import type { GivenFile, Search } from './wanted-files';
import type { FileLinks, ManuscriptReader } from './types';

/** The document that a file is a part of, or the file itself. */
export interface Surroundings {
  /** Address of the document, from which paths in all its parts count. */
  readonly file: string;
  readonly links: FileLinks;
  /** Texts that come before the file's own and may define macros for it, in order. */
  readonly preambles: readonly string[];
}

/** Where a document is looked for that takes a chapter in: in its folder and so many above. */
const mostFoldersUp = 2;
const mostDocuments = 30;
const mostIncludes = 30;

/**
 * Finds what a file stands in: the document that it names as its root, or one beside or above it that takes it in,
 * itself or by way of another chapter. Undefined in formats without such parts.
 *
 * @param place the file's own address
 */
export function* findSurroundings(
  { linksIn, extensions }: ManuscriptReader,
  source: string,
  place: string,
): Search<Surroundings | undefined> {
  if (!linksIn) return undefined;
  const own = linksIn(source);
  if (own.bodyStart !== undefined && !own.root)
    return { file: place, links: own, preambles: yield* filesBefore(place, source, own) };
  const root = own.root
    ? yield { from: place, path: own.root.path }
    : yield* findDocument(linksIn, extensions, place);
  if (!root || root.file === place) return { file: place, links: own, preambles: [] };
  const links = linksIn(root.text);
  const before = yield* filesBefore(root.file, root.text, links);
  return { file: root.file, links, preambles: [...before, preambleOf(root.text, links)] };
}

function preambleOf(text: string, { bodyStart }: FileLinks): string {
  return text.slice(0, bodyStart ?? text.length);
}

/** What a document takes in before its text begins. */
function* filesBefore(file: string, text: string, links: FileLinks): Search<string[]> {
  const texts: string[] = [];
  const end = links.bodyStart ?? text.length;
  for (const { path, span } of links.includes?.slice(0, mostIncludes) ?? []) {
    if (span.start >= end) break;
    const given = yield { from: file, path };
    if (given) texts.push(given.text);
  }
  return texts;
}

function* findDocument(
  linksIn: (source: string) => FileLinks,
  endings: readonly string[],
  place: string,
): Search<GivenFile | undefined> {
  for (let up = 0; up <= mostFoldersUp; up++) {
    const folder = yield { from: place, path: '../'.repeat(up), endings };
    for (const name of folder?.names?.slice(0, mostDocuments) ?? []) {
      const given = yield { from: place, path: '../'.repeat(up) + name };
      // Most files beside a chapter are chapters too; this is asked at every keystroke.
      if (!given || given.file === place || !given.text.includes('\\begin{document}')) continue;
      const links = linksIn(given.text);
      if (links.bodyStart !== undefined && (yield* takesIn(linksIn, given.file, links, place)))
        return given;
    }
  }
  return undefined;
}

function* takesIn(
  linksIn: (source: string) => FileLinks,
  file: string,
  { includes = [] }: FileLinks,
  place: string,
): Search<boolean> {
  const parts: GivenFile[] = [];
  for (const { path } of includes.slice(0, mostIncludes)) {
    const given = yield { from: file, path };
    if (given?.file === place) return true;
    if (given) parts.push(given);
  }
  for (const part of parts) {
    for (const { path } of linksIn(part.text).includes?.slice(0, mostIncludes) ?? []) {
      const given = yield { from: file, path };
      if (given?.file === place) return true;
    }
  }
  return false;
}
