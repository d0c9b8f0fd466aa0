import type { Problem } from '../../evidence/problem';

/** More than this on one file says nothing new. */
const MAX_SHOWN = 100;

/**
 * What is wrong with packs, bibliographies and configurations, by file. A file's problems may come from several
 * owners (what a configuration says, what it names); each owner replaces its own.
 */
export class ProblemStore {
  private readonly byFile = new Map<string, Map<string, readonly Problem[]>>();

  /** @param publish shows all problems of one file, replacing those shown before */
  constructor(private readonly publish: (uri: string, problems: readonly Problem[]) => void) {}

  /** Replaces what an owner said before, on whatever files. */
  set(owner: string, problems: readonly Problem[]): void {
    const byFile = new Map<string, Problem[]>();
    for (const problem of problems) {
      const list = byFile.get(problem.path);
      if (list) list.push(problem);
      else byFile.set(problem.path, [problem]);
    }
    for (const [uri, owners] of this.byFile)
      if (!byFile.has(uri) && owners.delete(owner)) this.show(uri);
    for (const [uri, list] of byFile) {
      const owners = this.byFile.get(uri) ?? new Map<string, readonly Problem[]>();
      this.byFile.set(uri, owners);
      if (same(owners.get(owner), list)) continue;
      owners.set(owner, list);
      this.show(uri);
    }
  }

  clear(): void {
    const files = [...this.byFile.keys()];
    this.byFile.clear();
    for (const uri of files) this.publish(uri, []);
  }

  private show(uri: string): void {
    const all = distinct([...(this.byFile.get(uri)?.values() ?? [])].flat());
    if (all.length === 0) this.byFile.delete(uri);
    if (all.length <= MAX_SHOWN) {
      this.publish(uri, all);
      return;
    }
    const rest = all.length - MAX_SHOWN;
    const more: Problem = {
      severity: 'warning',
      path: uri,
      message: `${rest} more problems in this file are not shown.`,
    };
    this.publish(uri, [...all.slice(0, MAX_SHOWN), more]);
  }
}

/** Two manuscripts that cite one entry say the same of it. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(problems.map((problem) => [JSON.stringify(problem), problem] as const)).values(),
  ];
}

function same(before: readonly Problem[] | undefined, after: readonly Problem[]): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after);
}
