import type { Evidence } from '../../checks/evidence';
import { mentionReader } from '../../search/view/mentions';
import type { ReadManuscript } from '../manuscripts';
import type { Mention, MentionsParams } from '../protocol/evidence';
import { engineFor } from './answer';
import { clip } from './cards';

const MAX_TEXT = 300;

/** Where a manuscript cites a reference, or speaks of a claim, whether it cites one of its references or not. */
export function mentionsOf(
  evidence: Evidence,
  { pack, kind, id }: Pick<MentionsParams, 'pack' | 'kind' | 'id'>,
  { manuscript, lines, shelf: { library } }: ReadManuscript,
): Mention[] {
  const engine = engineFor(evidence);
  const { catalogue } = engine;
  const entry = engine.entry(`${pack}/${kind}/${id}`);
  if (!entry) return [];
  const number = catalogue.entries.indexOf(entry);
  const related = catalogue.related(number).flatMap((one) => catalogue.entries[one] ?? []);
  const claims = [entry, ...related].flatMap((one) => (one.kind === 'claim' ? [one.claim] : []));
  const carriers = new Set(
    [entry, ...related].flatMap((one) => (one.kind === 'reference' ? [one.reference] : [])),
  );
  const readers = claims.map(({ statement }) => mentionReader(statement, evidence.index));
  return manuscript.blocks
    .flatMap(({ statements }) => statements)
    .flatMap(({ text, span, citations }): Mention[] => {
      const cites = citations.some(({ key }) => {
        const hit = library.get(key);
        const reference = hit && library.packReference(hit.reference);
        return reference !== undefined && carriers.has(reference);
      });
      // A citation of the reference itself is what was asked for, whatever the sentence says.
      const isAbout =
        (cites && kind === 'reference') || readers.some((speaksOf) => speaksOf(text, cites));
      if (!isAbout) return [];
      return [{ range: lines.rangeOf(span), text: clip(text, MAX_TEXT), cites }];
    });
}
