import { referenceLabel } from '../bibliography/render';
import type { Evidence } from '../checks/evidence';
import type { Reference } from '../evidence/types';
import { citeSentence } from '../search/cite';
import { searchEvidence } from '../search/search';
import type { CitationAtCursor } from './cursor';
import type { ReadManuscript } from './manuscripts';
import { matchTyped } from './own-entries';

/** A key that can be cited here. */
export interface CitationChoice {
  readonly key: string;
  /** "Huang et al. 2010" */
  readonly label: string;
  readonly reference: Reference;
  /** The evidence has it, but no bibliography of the manuscript. */
  readonly isMissing: boolean;
  /** The review's number, and whether the manuscript cites it already: "[25] cited". */
  readonly why: string;
}

/** How many of the evidence's references are ranked before those of the bibliography alone. */
const RANKED = 50;
/** How many of them what was typed is looked for in. */
const SEARCHED = 200;
/** A title that shares words says less than a claim that fits. */
const OWN_WEIGHT = 0.7;
/** What was typed to the letter comes before what only resembles it. */
const TO_THE_LETTER = 2;
/** What the manuscript cites already comes a little earlier, as it does among the evidence's references. */
const CITED = 0.1;

/**
 * The keys that fit best: the evidence's references for the sentence and what was typed, each under the key that the
 * writer's bibliography has for it, together with the bibliography's other entries.
 */
export function rankCitations(
  read: ReadManuscript,
  { typed, sentence, start }: Pick<CitationAtCursor, 'typed' | 'sentence' | 'start'>,
  limit: number,
): CitationChoice[] {
  const { context, manuscript, shelf } = read;
  // Not the one that is being typed.
  const others = manuscript.citations.filter(({ span }) => span.start !== start);
  const cited = new Set(others.map(({ key }) => key));
  const own = shelf.ownEntries().rank(typed, sentence, limit);
  const scored = new Map<string, { readonly choice: CitationChoice; readonly score: number }>();
  if (context.state === 'checked') {
    const evidence = context.packs.evidence();
    // Words of what the review says of a paper count as well, and typos.
    const resembling = new Set(
      searchEvidence(evidence.index, typed, { kind: 'reference', limit: SEARCHED }).map(
        ({ id }) => id,
      ),
    );
    for (const { reference, score } of rankEvidence(read, evidence, typed, sentence, cited)) {
      const key = shelf.keyOf(reference);
      const match = matchTyped(key, reference, typed);
      if (typed !== '' && match === undefined && !resembling.has(reference.id)) continue;
      const bonus = match === undefined ? 0 : TO_THE_LETTER;
      scored.set(key, { choice: toChoice(read, key, reference, cited), score: score + bonus });
    }
  }
  for (const { key, reference, score } of own) {
    if (scored.has(key)) continue;
    // The bibliography's entries are here because they match.
    const bonus = (typed === '' ? 0 : TO_THE_LETTER) + (cited.has(key) ? CITED : 0);
    const choice = toChoice(read, key, reference, cited);
    scored.set(key, { choice, score: score * OWN_WEIGHT + bonus });
  }
  return [...scored.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ choice }) => choice);
}

/** The evidence's references with scores from 0 to 1; with nothing to go by, what is cited already, then all. */
function rankEvidence(
  { shelf: { library } }: ReadManuscript,
  evidence: Evidence,
  typed: string,
  sentence: string,
  cited: ReadonlySet<string>,
): { readonly reference: Reference; readonly score: number }[] {
  const citedHere = [...cited].flatMap((key) => {
    const hit = library.get(key);
    return (hit && library.packReference(hit.reference)) ?? [];
  });
  const hits = citeSentence(evidence.index, sentence, {
    limit: RANKED,
    typed,
    cited: citedHere.map(({ id }) => id),
  });
  const best = hits[0]?.score ?? 1;
  if (hits.length > 0) {
    return hits.flatMap(({ id, score }) => {
      const reference = evidence.citable.byKey.get(id);
      return reference ? [{ reference, score: score / best }] : [];
    });
  }
  if (typed !== '') return [];
  const all = evidence.packs.flatMap((pack) => pack.references);
  return all.map((reference) => ({ reference, score: citedHere.includes(reference) ? 1 : 0 }));
}

function toChoice(
  { shelf }: ReadManuscript,
  key: string,
  reference: Reference,
  cited: ReadonlySet<string>,
): CitationChoice {
  const number = reference['citation-number'];
  const parts = [number === undefined ? '' : `[${number}]`, cited.has(key) ? 'cited' : ''];
  return {
    key,
    label: referenceLabel(reference),
    reference,
    isMissing: shelf.missing(key) !== undefined,
    why: parts.filter((part) => part !== '').join(' '),
  };
}
