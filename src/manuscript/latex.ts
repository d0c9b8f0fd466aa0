import { assemble } from './assemble';
import { readPart } from './latex/part';
import { citingOf, formatLatexCitation } from './latex/citing';
import { cutsLatex } from './latex/cuts';
import { findLinks } from './latex/links';
import { findMacros, type Macros } from './latex/macros';
import { nameLatexBibliography } from './latex/naming';
import { readProse } from './latex/prose';
import { matchBraces } from './latex/scan';
import { findStructure } from './latex/structure';
import { latexKeyAt } from './latex/typed-key';
import { PieceMemory } from './memory';
import type { Manuscript, ManuscriptReader, ReadCache } from './types';

/**
 * Reads LaTeX: what natbib, biblatex and the commands of usual packages make of it. Linear in the source's length;
 * never throws. With the same `cache` only the paragraph that changed is read again.
 *
 * @param preambles other files of its project, whose macros count here too
 */
export function readLatex(
  source: string,
  cache: ReadCache = new Map(),
  preambles: readonly string[] = [],
): Manuscript {
  const known = preambles.reduce<Macros | undefined>(
    (macros, preamble) => findMacros(preamble, plainText, macros),
    undefined,
  );
  const macros = findMacros(source, plainText, known);
  const defined = JSON.stringify([
    [...macros.texts],
    [...macros.citations],
    [...macros.abbreviations],
  ]);
  const { parts, suppressions, bibliographies, includes, root, packages } = findStructure(source);
  const memory = new PieceMemory(cache, source);
  const context = `latex${hash(defined)}`;
  const readings = parts.map((part) => {
    const kind = `${context}\0${part.inside}\0${part.depth}\0${part.title ?? ''}`;
    return memory.recall(part, kind, (text) => readPart(text, part, macros));
  });
  memory.tidy();
  const assembled = assemble(readings);
  return {
    format: 'latex',
    source,
    ...assembled,
    suppressions,
    bibliographies,
    includes,
    ...(root && { root }),
    isPart: root !== undefined || !/\\document(?:class|style)\b/.test(source),
    citing: citingOf(source, assembled.citations, packages),
  };
}

function plainText(latex: string, macros: Macros): string {
  return readProse(latex, macros).prose.text;
}

/** Short, for it stands in every key of the cache. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return `${text.length}.${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

export const latex: ManuscriptReader = {
  format: 'latex',
  languageIds: ['latex', 'tex'],
  extensions: ['.tex', '.ltx', '.latex'],
  read: (source, cache) => readLatex(source, cache),
  within: (preambles) => ({
    ...latex,
    read: (source, cache) => readLatex(source, cache, preambles),
    nameBibliography: (source, path) => nameLatexBibliography(source, path, preambles),
  }),
  cite: formatLatexCitation,
  comment: (text) => `% ${text.replace(/[\r\n]+/g, ' ')}`,
  keyAt: latexKeyAt,
  cuts: cutsLatex,
  keyTriggers: ['{', ','],
  nameBibliography: (source, path) => nameLatexBibliography(source, path),
  linksIn: (source) => findLinks(source, matchBraces(source)),
  // A bare `%` would make a comment of the rest of the line.
  escape: (text) => text.replace(/(?<!\\)[%&#]/g, '\\$&'),
};
