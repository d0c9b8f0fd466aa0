/** The styles that a reference can be copied in. A new one is a file beside this one and a line here. */
import type { Reference } from '../../evidence/types';
import { toBibtex } from '../bibtex-write';
import { toCslJson } from '../csl-write';
import { ama } from './ama';
import { apa } from './apa';
import { vancouver } from './vancouver';

const STYLES: ReadonlyMap<string, (reference: Reference) => string> = new Map([
  ['apa', apa],
  ['vancouver', vancouver],
  ['ama', ama],
  ['bibtex', toBibtex],
  ['csl-json', (reference: Reference) => JSON.stringify(toCslJson(reference), null, 2)],
]);

export const STYLE_IDS: readonly string[] = [...STYLES.keys()];

/** A reference in a style, as plain text; undefined where the style is not known. */
export function formatReference(reference: Reference, style: string): string | undefined {
  return STYLES.get(style)?.(reference);
}
