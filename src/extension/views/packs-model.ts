/** What the Packs view shows, without VS Code. */
import type { PackInfo, PackProblem } from '../../server/protocol';

/** An element of the Packs view. */
export type PackNode =
  | { readonly kind: 'pack'; readonly pack: PackInfo }
  | { readonly kind: 'version' | 'counts' | 'origin'; readonly pack: PackInfo }
  | { readonly kind: 'problem'; readonly pack: PackInfo; readonly problem: PackProblem };

/** The same for the same pack after it was read again. */
export function packKey({ id, from, folder }: PackInfo): string {
  return `${folder ?? from} ${id ?? ''}`;
}

/** What stands below a pack: its version, its counts, where it comes from, and what is wrong with it. */
export function childrenOf(node: PackNode): PackNode[] {
  if (node.kind !== 'pack') return [];
  const { pack } = node;
  return [
    ...(pack.version === undefined ? [] : [{ kind: 'version', pack } as const]),
    ...(pack.id === undefined ? [] : [{ kind: 'counts', pack } as const]),
    { kind: 'origin', pack },
    ...pack.problems.map((problem) => ({ kind: 'problem', pack, problem }) as const),
  ];
}

/** What a pack's entry in a menu depends on, as words that `when` clauses look for. */
export function packContext({ id, folder, review, disabledBy }: PackInfo): string {
  const words = ['pack'];
  if (id !== undefined) words.push(disabledBy ? 'off' : 'on');
  if (folder !== undefined) words.push('folder');
  if (review !== undefined) words.push('review');
  return words.join(' ');
}

/** The setting `caveat.disabledPacks` once a pack is switched on or off. */
export function switched(disabled: readonly string[], id: string, on: boolean): string[] {
  const others = disabled.filter((other) => other !== id);
  return on ? others : [...others, id];
}
