import type { Role } from '../markdown/dialect';
import type { Citation, Span } from '../types';

const opener = /(?:\{([A-Za-z][\w:.+-]{0,60})\})?(`+)/g;
const text = new Set(
  'abbr term sub sup subscript superscript u underline sc smallcaps del strike kbd button'.split(
    ' ',
  ),
);
const references = new Set('ref numref eq doc prf:ref any download link'.split(' '));

/**
 * MyST's roles, `` {cite:p}`a,b` ``. The ones that cite are citations, those that refer to figures and the like read as
 * place-holders; text stays text.
 */
export function findRoles(source: string): Role[] {
  const roles: Role[] = [];
  const next = new RegExp(opener);
  for (let match = next.exec(source); match; match = next.exec(source)) {
    const [whole, name, ticks = ''] = match;
    const from = match.index + whole.length;
    const to = closingTicks(source, from, ticks);
    if (to < 0) continue;
    // Past code too: what stands in it is no role.
    next.lastIndex = to + ticks.length;
    if (name === undefined || source[match.index - 1] === '\\') continue;
    roles.push(readRole(source, name, { start: match.index, end: next.lastIndex }, from, to));
  }
  return roles;
}

// A role is short; a tick that closes none must not be looked for to the end of the document.
const longest = 2000;

function closingTicks(source: string, from: number, ticks: string): number {
  const content = source.slice(from, from + longest);
  let close = content.indexOf(ticks);
  // A longer run of ticks closes nothing.
  while (close >= 0 && content[close + ticks.length] === '`') {
    while (content[close] === '`') close++;
    close = content.indexOf(ticks, close);
  }
  // Neither a blank line nor the fence of a directive stands inside.
  const over = content.search(/\n[ \t]*(?:\r?\n|:::|```|~~~)/);
  return close < 0 || (over >= 0 && over < close) ? -1 : from + close;
}

function readRole(source: string, name: string, span: Span, from: number, to: number): Role {
  const lower = name.toLowerCase();
  if (isCiting(lower)) {
    const mode = isTextual(lower) ? 'textual' : 'parenthetical';
    const citations = keysIn(source, from, to).map((key): Citation => ({
      key: source.slice(key.start, key.end),
      span: key,
      cluster: span,
      mode,
    }));
    return { ...span, shows: mode === 'textual' ? 'cite' : 'nothing', citations };
  }
  return { ...span, shows: shownBy(lower, source, from, to), citations: [] };
}

function shownBy(name: string, source: string, from: number, to: number): Role['shows'] {
  if (references.has(name)) return 'cite';
  if (name === 'math') return 'math';
  if (!text.has(name)) return 'code';
  // `` {abbr}`MSC (mesenchymal stromal cell)` `` shows the short form.
  const meaning = name === 'abbr' ? source.slice(from, to).search(/\s*\(/) : -1;
  return { start: from, end: meaning < 0 ? to : from + meaning };
}

/** `cite` and its variants of sphinxcontrib-bibtex and mystmd: `cite:p`, `cite:t`, `cite:ps`, `cite:year`… */
export function isCiting(name: string): boolean {
  return /^(?:full|foot)?cite(?:$|[:.]?(?:p|t|ps|ts|alp|alps|al|als|author|authorpar|year|yearpar|label|labelpar|title|n)$)/i.test(
    name,
  );
}

function isTextual(name: string): boolean {
  return /(?:[:.]?(?:t|ts|al|als|author|title)|^fullcite)$/.test(
    name.replace(/^(?:foot)?cite/, ''),
  );
}

/** Keys between commas; prefix and locator in braces, `{see}a2010{p. 3}`, belong to none. */
function keysIn(source: string, from: number, to: number): Span[] {
  const keys: Span[] = [];
  const part = /\s*(?:\{[^{}`]*\}\s*)?([^\s,;{}`]+)(?:\{[^{}`]*\}|[^,;{}`])*[,;]?/y;
  for (part.lastIndex = from; part.lastIndex < to;) {
    const at = part.lastIndex;
    const match = part.exec(source.slice(0, to));
    if (!match) break;
    const key = match[1] ?? '';
    const start = at + match[0].indexOf(key, afterPrefix(match[0]));
    keys.push({ start, end: start + key.length });
  }
  return keys;
}

function afterPrefix(part: string): number {
  return part.trimStart().startsWith('{') ? part.indexOf('}') + 1 : 0;
}
