import type { Scene } from './scene';
import type { Cue, Mention } from './types';
import type { Vocabulary } from './vocabulary';
import { lemmaSet } from './words';

/** What a clause speaks of, and what it compares that with. Concept ids. */
export interface Sides {
  readonly subject: ReadonlySet<string>;
  readonly comparator: ReadonlySet<string>;
}

/** Prepositions that end the noun phrase after "than". */
const PREPOSITIONS = lemmaSet(
  'in for after on at during when by following through among regarding concerning term',
);
/** Facets that a comparison can run along. */
const COMPARABLE = new Set([
  'cell',
  'donor',
  'tissue',
  'population',
  'species',
  'intervention',
  'disease',
  'process',
  'route',
  'structure',
  'design',
]);

/** Splits the entities of a clause at its comparison: "A … than B", "compared with B, A …", "A outperformed B". */
export function readSides(scene: Scene, clause: number, vocabulary: Vocabulary): Sides {
  const entities = scene.mentions.filter(
    (mention) => mention.clause === clause && vocabulary.kind(mention.concept) !== 'outcome',
  );
  const others = new Set<Mention>();
  for (const cue of scene.cues) {
    if (cue.clause !== clause) continue;
    if (cue.family !== 'connective' && cue.family !== 'ahead' && cue.family !== 'behind') continue;
    for (const mention of nounPhraseAfter(scene, cue, entities, vocabulary)) others.add(mention);
  }
  return {
    subject: ids(entities.filter((mention) => !others.has(mention))),
    comparator: ids([...others]),
  };
}

function nounPhraseAfter(
  scene: Scene,
  cue: Cue,
  entities: readonly Mention[],
  vocabulary: Vocabulary,
): readonly Mention[] {
  const end = scene.clauses[cue.clause]?.last ?? scene.tokens.length - 1;
  let stop = end;
  let seen = false;
  for (let i = cue.last + 1; i <= end; i++) {
    const token = scene.tokens[i];
    if (!token) break;
    if (entities.some((mention) => mention.first <= i && i <= mention.last)) seen = true;
    else if (token.text === ',' || (seen && PREPOSITIONS.has(token.stem))) {
      stop = i - 1;
      break;
    }
  }
  return entities.filter(
    (mention) =>
      mention.first > cue.last &&
      mention.last <= stop &&
      COMPARABLE.has(vocabulary.kind(mention.concept) ?? ''),
  );
}

function ids(mentions: readonly Mention[]): Set<string> {
  return new Set(mentions.map((mention) => mention.concept));
}
