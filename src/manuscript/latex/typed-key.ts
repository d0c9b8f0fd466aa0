import type { TypedKey } from '../types';
import { citationMode } from './citations';

/** No command with its options and keys is longer; a line can be. */
const longest = 1000;

/** The key that is typed in the group of a command that cites, or of one that the manuscript defines. */
export function latexKeyAt(source: string, offset: number): TypedKey | undefined {
  const before = source.slice(Math.max(0, offset - longest), offset);
  const open = before.lastIndexOf('{');
  if (open < 0 || before.indexOf('}', open) >= 0) return undefined;
  const name = commandBefore(before, open);
  if (name === undefined) return undefined;
  const isOwn = new RegExp(
    `\\\\(?:newcommand|renewcommand|def|\\w*DocumentCommand)\\*?\\s*\\{?\\\\${name}(?![A-Za-z])`,
  );
  if (citationMode(name) === undefined && !isOwn.test(source)) return undefined;
  const typed = /[^\s,{}%\\#[\]]*$/.exec(before.slice(open + 1))?.[0] ?? '';
  const after = source.slice(offset, offset + longest);
  const end = offset + (/^[^\s,{}%\\#[\]]*/.exec(after)?.[0].length ?? 0);
  return { typed, start: offset - typed.length, end, closing: closingOf(after) };
}

/** The command that a group belongs to, past its options and, for plural commands, its other groups. */
function commandBefore(text: string, open: number): string | undefined {
  let at = open;
  for (let i = 0; i < 12; i++) {
    while (/\s/.test(text[at - 1] ?? '')) at--;
    const close = text[at - 1];
    const opening = close === ']' ? '[' : close === '}' ? '{' : close === ')' ? '(' : '';
    if (opening === '') break;
    at = text.lastIndexOf(opening, at - 2);
    if (at < 0) return undefined;
  }
  return /\\([A-Za-z@]+)\*?$/.exec(text.slice(Math.max(0, at - 60), at))?.[1];
}

/** A brace, unless only keys stand between the cursor and the one that is there. */
function closingOf(after: string): string {
  return /^[^\\{}%]*\}/.test(after.split(/\r?\n[ \t]*\r?\n/)[0] ?? '') ? '' : '}';
}
