import type { Span } from '../types';

/** No command is longer. */
const longest = 60;

/** Whether a change there would cut a command in two, or take one brace of a group without the other. */
export function cutsLatex(source: string, { start, end }: Span): boolean {
  if (isInsideCommand(source, start) || isInsideCommand(source, end)) return true;
  let depth = 0;
  for (const brace of source
    .slice(start, end)
    .replace(/\\[\\{}]/g, '')
    .match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return true;
  }
  return depth > 0;
}

/** Between the backslash of a command and its last letter. */
function isInsideCommand(source: string, at: number): boolean {
  const command = /(\\+)[A-Za-z@]*$/.exec(source.slice(Math.max(0, at - longest), at));
  // An even number of backslashes are line breaks.
  if (!command || (command[1]?.length ?? 0) % 2 === 0) return false;
  return command[0] === '\\' ? at < source.length : /[A-Za-z@]/.test(source[at] ?? '');
}
