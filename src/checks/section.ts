import type { Block } from '../manuscript/types';

/** The part of an article that a block stands in, as far as it matters who speaks there. */
export type Section = 'methods' | 'results' | 'other';

const METHODS = /^(\d+[.)]?\s*)*(materials?\s+and\s+)?methods?\b/i;
const RESULTS = /^(\d+[.)]?\s*)*(results|findings)\b/i;

/** What stands under "Methods" tells what the writer did, what stands under "Results" what came of it. */
export function sectionOf({ headings }: Block): Section {
  if (headings.some((heading) => METHODS.test(heading))) return 'methods';
  return headings.some((heading) => RESULTS.test(heading)) ? 'results' : 'other';
}
