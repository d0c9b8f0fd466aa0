import type { Evidence } from '../../checks/evidence';
import { ViewEngine, type Wanted } from '../../search/view/engine';
import type { ReadManuscript } from '../manuscripts';
import type { EvidenceAnswer, EvidenceParams } from '../protocol/evidence';
import { cardOf } from './cards';
import { citedEntries } from './cited';
import { facetGroups, sound } from './facets';

/** As long as the evidence itself is in use. */
const engines = new WeakMap<Evidence, ViewEngine>();
const MAX_LIMIT = 500;

/** The engine for loaded evidence. */
export function engineFor(evidence: Evidence): ViewEngine {
  const known = engines.get(evidence);
  if (known) return known;
  const engine = new ViewEngine(evidence.packs, evidence.index);
  engines.set(evidence, engine);
  return engine;
}

/**
 * What the evidence view shows: for typed words, for the sentence at the cursor or a pinned one, or everything.
 *
 * @param read the manuscript, where one is open: its citations are known and its keys are used
 */
export function answerEvidence(
  evidence: Evidence,
  params: EvidenceParams,
  read?: ReadManuscript,
): EvidenceAnswer {
  const engine = engineFor(evidence);
  const { catalogue } = engine;
  const wanted = whatIsWanted(params, read);
  const cited = read && citedEntries(read, catalogue);
  const chosen = sound(params.chosen, catalogue, cited !== undefined);
  const offset = Math.max(0, Math.trunc(params.offset) || 0);
  const limit = Math.min(MAX_LIMIT, Math.max(0, Math.trunc(params.limit) || 0));
  const { total, page, counts } = engine.find(wanted, {
    chosen,
    offset,
    limit,
    ...(cited && { cited }),
  });
  const highlight = engine.highlighter(wanted);
  const context = { catalogue, highlight, read, ...(cited && { cited }) };
  return {
    state: evidence.packs.length === 0 ? 'no-pack' : 'found',
    mode: wanted.mode,
    ...(wanted.mode === 'sentence' && { sentence: wanted.sentence }),
    total,
    offset,
    cards: page.flatMap((number) => cardOf(number, context) ?? []),
    facets: facetGroups(catalogue, counts),
    chosen,
    size: {
      claims: evidence.packs.reduce((sum, { claims }) => sum + claims.length, 0),
      references: evidence.packs.reduce((sum, { references }) => sum + references.length, 0),
    },
  };
}

function whatIsWanted(
  { query, sentence, position }: EvidenceParams,
  read: ReadManuscript | undefined,
): Wanted {
  if (query.trim() !== '') return { mode: 'search', query };
  const text = sentence ?? (read && position ? sentenceAt(read, position) : undefined);
  return text === undefined || text === '' ? { mode: 'all' } : { mode: 'sentence', sentence: text };
}

/** The sentence at a place of the manuscript, without markup and citations. */
function sentenceAt(
  { manuscript, lines }: ReadManuscript,
  position: NonNullable<EvidenceParams['position']>,
): string | undefined {
  const offset = lines.offsetAt(position);
  return manuscript.blocks
    .flatMap(({ statements }) => statements)
    .find(({ span }) => span.start <= offset && offset <= span.end)
    ?.text.replace(/\[?⟦\w+⟧/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
