import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem, ProblemRange } from './problem';
import { isTooDeep, MAX_YAML_DEPTH } from './yaml-depth';
import { KeyComparison } from './yaml-keys';

/** A parsed YAML (or JSON) file that still knows where each value stands. */
export interface SourceDocument {
  readonly path: string;
  readonly data: unknown;
  /** The place of a value, or of the nearest ancestor that has one. */
  rangeOf(path: readonly (string | number)[]): ProblemRange | undefined;
}

/**
 * Parses YAML 1.2 (JSON included). Aliases are bounded, so that a "billion laughs" file is an error and not a hang.
 * @returns the document, or the problems that keep it from being read
 */
export function parseSource(path: string, text: string): SourceDocument | Problem[] {
  if (isTooDeep(text)) {
    const message = `The file is nested more than ${MAX_YAML_DEPTH} levels deep; nothing that is read here needs that.`;
    return [problem(path, message)];
  }
  const lineCounter = new LineCounter();
  const keys = new KeyComparison();
  const document = parseDocument(text.replace(/^\uFEFF/, ' '), {
    lineCounter,
    prettyErrors: false,
    uniqueKeys: keys.isSame,
  });
  if (keys.isTooMuch)
    return [problem(path, 'The file has too many keys in one place; write a list instead.')];
  if (document.errors.length > 0) {
    return document.errors.map((error) =>
      problem(
        path,
        `${firstLine(error.message)}; mend the YAML here.`,
        toRange(lineCounter, error.pos),
      ),
    );
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return { path, data, rangeOf: (at) => rangeOf(document, lineCounter, at) };
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : String(error);
    return [problem(path, `${reason}; write the values out instead of using aliases.`)];
  }
}

function rangeOf(
  document: Document,
  lineCounter: LineCounter,
  at: readonly (string | number)[],
): ProblemRange | undefined {
  for (let length = at.length; length >= 0; length--) {
    const node = document.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) return toRange(lineCounter, [node.range[0], node.range[1]]);
  }
  return undefined;
}

function toRange(lineCounter: LineCounter, [start, end]: readonly [number, number]): ProblemRange {
  return { start: toPosition(lineCounter, start), end: toPosition(lineCounter, end) };
}

function toPosition(lineCounter: LineCounter, offset: number) {
  const { line, col } = lineCounter.linePos(offset);
  return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
}

function problem(path: string, message: string, range?: ProblemRange): Problem {
  return { severity: 'error', message, path, ...(range && { range }) };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[.:;\s]+$/, '') ?? message;
}
