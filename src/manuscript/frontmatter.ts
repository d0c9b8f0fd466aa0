import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { isTooDeep } from '../evidence/yaml-depth';
import { newlineOf } from './lines';
import type { BibliographyLink, Insertion, Span } from './types';

/** Where the front matter stands and the YAML inside it. */
export interface FrontMatter {
  /** From the opening `---` to the end of the closing line. */
  readonly span: Span;
  readonly yaml: Span;
}

/**
 * The YAML at the head of a document, between `---` and a closing `---` or `...`. Only at the very beginning (a byte
 * order mark may precede it); without a closing line there is none.
 */
export function findFrontMatter(source: string): FrontMatter | undefined {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const line = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  line.lastIndex = start;
  const opening = line.exec(source)?.[0] ?? '';
  if (!/^---[ \t]*[\r\n]/.test(opening)) return undefined;
  const yamlStart = line.lastIndex;
  for (let at = yamlStart; at < source.length; at = line.lastIndex) {
    const text = line.exec(source)?.[0] ?? '';
    if (!/^(?:---|\.\.\.)[ \t]*(?:[\r\n]|$)/.test(text)) continue;
    const end = at + text.trimEnd().length;
    return { span: { start, end }, yaml: { start: yamlStart, end: at } };
  }
  return undefined;
}

/**
 * The files named under `bibliography:`, a string, a list or (Pandoc's named bibliographies) a map.
 *
 * Only that entry's lines are parsed, so that a mistake elsewhere in the front matter, or one being typed, does not
 * take the bibliography away.
 */
export function bibliographiesIn(source: string, yaml: Span): BibliographyLink[] {
  const links: BibliographyLink[] = [];
  const key = /^(?:bibliography|"bibliography"|'bibliography')[ \t]*:(?=[ \t\r\n]|$)/gm;
  const text = source.slice(yaml.start, yaml.end);
  for (const match of text.matchAll(key)) {
    const from = match.index + match[0].length;
    links.push(...linksIn(text.slice(from, endOfEntry(text, from)).trimEnd(), yaml.start + from));
  }
  return links;
}

/** How a manuscript comes to name a bibliography: as the first line of its front matter, which is made where it has none. */
export function nameInFrontMatter(source: string, path: string): Insertion {
  const newline = newlineOf(source);
  const line = `bibliography: ${path}${newline}`;
  const known = findFrontMatter(source);
  return known
    ? { offset: known.yaml.start, newText: line }
    : {
        offset: source.startsWith('\uFEFF') ? 1 : 0,
        newText: `---${newline}${line}---${newline}${newline}`,
      };
}

/** A top-level entry runs to the next line that is neither indented, a list item, a comment nor blank. */
function endOfEntry(text: string, from: number): number {
  const next = /[\r\n](?=[^\s\-#])/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}

function linksIn(value: string, base: number): BibliographyLink[] {
  if (isTooDeep(value)) return [];
  try {
    return linksOf(parseDocument(value, options).contents, base);
  } catch {
    return [];
  }
}

/**
 * The files named in a project's YAML under one of the paths, `[['project', 'bibliography']]`. A mistake elsewhere in
 * the file takes nothing away that the parser could still read.
 */
export function bibliographiesUnder(
  source: string,
  paths: readonly (readonly string[])[],
): BibliographyLink[] {
  if (isTooDeep(source)) return [];
  try {
    const document = parseDocument(source, options);
    return paths.flatMap((path) => linksOf(document.getIn(path, true), 0));
  } catch {
    return [];
  }
}

// That a key stands there twice is no business of ours, and takes long to find out.
const options = { logLevel: 'silent', strict: false, uniqueKeys: false } as const;

function linksOf(node: unknown, base: number): BibliographyLink[] {
  if (isSeq(node)) return node.items.flatMap((item) => linksOf(item, base));
  if (isMap(node)) return node.items.flatMap((pair) => linksOf(pair.value, base));
  if (!isScalar(node) || typeof node.value !== 'string' || node.value === '' || !node.range) {
    return [];
  }
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const [start, end] = node.range;
  return [{ path: node.value, span: { start: base + start + quote, end: base + end - quote } }];
}
