import { newlineOf } from '../lines';
import type { Insertion } from '../types';
import { findLinks } from './links';
import {
  behindVerbatim,
  commandsIn,
  environmentAt,
  Finder,
  matchBraces,
  rawEnd,
  type PlacedCommand,
} from './scan';

/**
 * How a LaTeX document names its first bibliography: `\addbibresource` at the end of its preamble where biblatex is
 * loaded, else `\bibliography` at the end of its text.
 *
 * @param path of the `.bib`, as it is to be named
 * @param preambles other files of the document, which may load biblatex for it
 * @returns undefined where it is no document but a part of one, or has its references written out
 */
export function nameLatexBibliography(
  source: string,
  path: string,
  preambles: readonly string[] = [],
): Insertion | undefined {
  const { isDocument, hasList, begin, end } = findPlaces(source);
  if (!isDocument || hasList) return undefined;
  const usesBiblatex = [source, ...preambles].some((text) =>
    findLinks(text, matchBraces(text)).packages.has('biblatex'),
  );
  return usesBiblatex
    ? insertLine(source, begin, `\\addbibresource{${path}}`)
    : insertLine(source, end, `\\bibliography{${path.replace(/\.bib$/i, '')}}`);
}

interface Places {
  /** A class that makes a chapter of it does not count. */
  readonly isDocument: boolean;
  /** Whether there is a `thebibliography`. */
  readonly hasList: boolean;
  /** Offset of `\begin{document}`. */
  readonly begin?: number;
  /** Offset of `\end{document}`. */
  readonly end?: number;
}

/** Looks past comments and verbatim text. */
function findPlaces(source: string): Places {
  const finder = new Finder(source);
  let isDocument = false;
  let hasList = false;
  let begin: number | undefined;
  const goOn = (command: PlacedCommand) => {
    const next = behindVerbatim(source, command);
    return command.name === 'begin' ? Math.max(next, rawEnd(source, command.at, finder)) : next;
  };
  for (const { name, at, end } of commandsIn(source, goOn)) {
    if (name === 'documentclass' || name === 'documentstyle')
      isDocument = !/^[^{}%]*\{subfiles\}/.test(source.slice(end, end + 400));
    else if (name === 'begin') {
      const environment = environmentAt(source, at);
      if (environment === 'document') begin ??= at;
      if (environment === 'thebibliography') hasList = true;
    } else if (name === 'end' && environmentAt(source, at) === 'document')
      return { isDocument, hasList, ...(begin !== undefined && { begin }), end: at };
  }
  return { isDocument, hasList, ...(begin !== undefined && { begin }) };
}

/** A line of its own before what stands at an offset; without one, at the end. */
function insertLine(source: string, place: number | undefined, line: string): Insertion {
  const at = place ?? source.length;
  const newline = newlineOf(source);
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const isAlone = source.slice(start, at).trim() === '';
  return isAlone
    ? { offset: place === undefined ? at : start, newText: line + newline }
    : { offset: at, newText: newline + line + newline };
}
