import type { Span, Suppression } from './types';

type Kind = Suppression['kind'];

const kinds: ReadonlyMap<string, Kind> = new Map(
  (['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'] as const).map(
    (kind): [string, Kind] => [`caveat-${kind}`, kind],
  ),
);

/**
 * Reads what stands inside a comment: `caveat-disable-line RULE, RULE -- reason`. `undefined` for any other comment,
 * also for a directive that does not exist, so that a misspelt one is not silently taken for another.
 */
export function parseSuppression(comment: string, span: Span): Suppression | undefined {
  const text = comment.trim();
  const space = text.search(/\s/);
  const kind = kinds.get(space < 0 ? text : text.slice(0, space));
  if (!kind) return undefined;
  const rest = space < 0 ? '' : text.slice(space);
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(rest);
  const names = dashes ? rest.slice(0, dashes.index) : rest;
  const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : '';
  const rules = names.split(/[\s,]+/).filter((name) => name !== '');
  return { kind, rules, span, ...(reason === '' ? {} : { reason }) };
}

/** The suppressions among the HTML comments of `source` between two offsets. */
export function suppressionsInHtml(source: string, start: number, end: number): Suppression[] {
  const found: Suppression[] = [];
  for (let at = start; at < end;) {
    const open = source.indexOf('<!--', at);
    const close = open < 0 ? -1 : source.indexOf('-->', open + 4);
    if (close < 0 || close + 3 > end) break;
    const span = { start: open, end: close + 3 };
    const suppression = parseSuppression(source.slice(open + 4, close), span);
    if (suppression) found.push(suppression);
    at = span.end;
  }
  return found;
}
