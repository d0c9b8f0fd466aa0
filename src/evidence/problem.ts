/**
 * Something wrong with a file that Caveat was asked to read: a pack, a bibliography, a configuration or a
 * manuscript. Says what, where and how to mend it; never thrown across a room's border.
 */
export interface Problem {
  /** `hint`: nothing is wrong with the file for us, but its writer may want to know. */
  readonly severity: 'error' | 'warning' | 'hint';
  /** What is wrong and what to do about it, as one sentence a user can act on. */
  readonly message: string;
  /** Path or URI of the file, as it was given. */
  readonly path: string;
  /** Zero-based, UTF-16, as in LSP; absent where the file as a whole is meant. */
  readonly range?: ProblemRange;
}

export interface ProblemRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** `path:line:column: severity: message`, one-based as compilers print it. */
export function formatProblem(problem: Problem): string {
  const start = problem.range?.start;
  const place = start ? `:${start.line + 1}:${start.character + 1}` : '';
  return `${problem.path}${place}: ${problem.severity}: ${problem.message}`;
}
