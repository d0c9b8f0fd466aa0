import { SYMBOLS } from './characters';
import { commandAt } from './scan';

/**
 * The letter that an accent command puts its mark on, `\'e`, `\'{e}` or `\c c`, with the mark; `from` is after the
 * command. Nothing where no letter follows.
 */
export function readAccent(
  source: string,
  from: number,
  to: number,
  mark: string,
  braces: ReadonlyMap<number, number>,
): { readonly text: string; readonly end: number } {
  let at = from;
  while (at < to && source[at] === ' ') at++;
  const close = source[at] === '{' ? braces.get(at) : undefined;
  const { base, end } = readLetter(source, close === undefined ? at : at + 1, close ?? to);
  if (base === '') return { text: '', end: close === undefined ? from : close + 1 };
  // `\"{Uber}` marks its first letter, and the others follow.
  return { text: (base + mark).normalize('NFC'), end: end === close ? close + 1 : end };
}

function readLetter(source: string, at: number, to: number): { base: string; end: number } {
  if (source[at] === '\\' && at < to) {
    const { name, end } = commandAt(source, at);
    const dotless = name === 'i' || name === 'j' ? name : undefined;
    return { base: dotless ?? SYMBOLS.get(name) ?? '', end: Math.min(end, to) };
  }
  const char = at < to ? String.fromCodePoint(source.codePointAt(at) ?? 32) : '';
  return { base: /[{}\s%$]/.test(char) ? '' : char, end: at + char.length };
}
