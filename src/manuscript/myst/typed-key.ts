import { pandocKeyAt } from '../typed-key';
import type { TypedKey } from '../types';
import { isCiting } from './roles';

const longest = 500;

/** The key that is typed in a role that cites, or behind an `@`. */
export function mystKeyAt(source: string, offset: number): TypedKey | undefined {
  const before = source.slice(Math.max(0, offset - longest), offset);
  const role = /\{([\w:.]{1,40})\}`([^`]*)$/.exec(before);
  if (!role || !isCiting(role[1] ?? '')) return pandocKeyAt(source, offset);
  const typed = /[^\s,;{}`]*$/.exec(role[2] ?? '')?.[0] ?? '';
  const after = source.slice(offset, offset + longest);
  const end = offset + (/^[^\s,;{}`]*/.exec(after)?.[0].length ?? 0);
  const closing = /^[^`\r\n]*`/.test(after) ? '' : '`';
  return { typed, start: offset - typed.length, end, closing };
}
