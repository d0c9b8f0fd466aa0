import type { Citation, Manuscript } from '../types';
import { commandAt } from './scan';

/** Commands that cite in brackets or otherwise beside the sentence. */
const usual = ['citep', 'parencite', 'autocite', 'supercite', 'footcite', 'cite'];

/** The command that a manuscript cites with: the one it uses most, else the one its packages bring. */
export function citingOf(
  source: string,
  citations: readonly Citation[],
  packages: ReadonlySet<string>,
): string {
  const counts = new Map<string, number>();
  for (const { cluster } of citations) {
    const { name } = commandAt(source, cluster.start);
    if (usual.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  if (packages.has('biblatex')) return 'autocite';
  return packages.has('natbib') ? 'citep' : 'cite';
}

/** The citation of these keys, `\citep{a,b}`. */
export function formatLatexCitation(keys: readonly string[], manuscript?: Manuscript): string {
  return `\\${manuscript?.citing ?? 'cite'}{${keys.join(',')}}`;
}
