import type { EntityKind } from '../evidence/types';
import type { Token } from './tokens';
import { UNSIGNED, type Mention } from './types';
import type { Vocabulary } from './vocabulary';

/** Kinds whose members are set side by side and then called the former and the latter. */
const PAIRED: readonly EntityKind[] = [
  'donor',
  'tissue',
  'cell',
  'species',
  'population',
  'disease',
  'route',
  'intervention',
  'molecule',
  'structure',
  'process',
];
/** How many words may stand between the two members: "allogeneic MSCs and, to a lesser degree, autologous MSCs". */
const APART = 8;

/** The last two different things of one kind that a sentence names side by side. */
export function lastPair(
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
  before = Number.POSITIVE_INFINITY,
): readonly [string, string] | undefined {
  const entities = mentions.filter(({ first }) => first < before);
  for (let j = entities.length - 1; j > 0; j--) {
    const latter = entities[j] as Mention;
    for (let i = j - 1; i >= 0 && latter.first - (entities[i] as Mention).last <= APART; i--) {
      const former = entities[i] as Mention;
      if (former.last < latter.first && isPair(former.concept, latter.concept, vocabulary))
        return [former.concept, latter.concept];
    }
  }
  return undefined;
}

function isPair(a: string, b: string, vocabulary: Vocabulary): boolean {
  const kind = vocabulary.kind(a);
  return (
    kind !== undefined &&
    kind !== 'outcome' &&
    PAIRED.includes(kind) &&
    vocabulary.kind(b) === kind &&
    !vocabulary.compatible(a, b)
  );
}

/** "The former" and "the latter" as mentions of what they stand for, here or in the sentence before. */
export function resolvePair(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  clauseOf: Int32Array,
  vocabulary: Vocabulary,
  earlier: readonly [string, string] | undefined,
): Mention[] {
  return tokens.flatMap((token, i): Mention[] => {
    const word = token.text.toLowerCase();
    if ((word !== 'former' && word !== 'latter') || tokens[i - 1]?.text.toLowerCase() !== 'the')
      return [];
    const pair = lastPair(mentions, vocabulary, i) ?? earlier;
    const concept = pair?.[word === 'former' ? 0 : 1];
    return concept === undefined
      ? []
      : [{ concept, sign: UNSIGNED, first: i, last: i, clause: clauseOf[i] ?? 0 }];
  });
}
