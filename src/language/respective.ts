import type { Token } from './tokens';
import type { Figure, Mention } from './types';
import type { Vocabulary } from './vocabulary';

/**
 * "Of patients with mild and severe ARDS 34.9% and 46.1% die, respectively": gives each figure of a list the thing at
 * the same place of the list of things. Where the lists do not match, the figures stay as they are.
 */
export function pairRespectively(
  tokens: readonly Token[],
  figures: readonly Figure[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): readonly Figure[] {
  if (!tokens.some(({ text }) => text.toLowerCase() === 'respectively')) return figures;
  for (const list of listsOf(figures)) {
    const things = lastListOf(list.length, mentions, vocabulary);
    if (!things) continue;
    const owner = new Map(list.map((figure, i) => [figure, things[i]] as const));
    return figures.map((figure) => {
      const of = owner.get(figure);
      return of === undefined ? figure : { ...figure, of };
    });
  }
  return figures;
}

/** Figures of one unit in a row; a bare number shares the unit of the last of its list ("12 and 30%"). */
function listsOf(figures: readonly Figure[]): Figure[][] {
  const lists: Figure[][] = [];
  let list: Figure[] = [];
  for (const figure of figures) {
    const [first] = list;
    const fits = !first || first.unit === figure.unit || first.unit === '';
    if (!fits) {
      lists.push(list);
      list = [];
    }
    list.push(figure);
  }
  return [...lists, list].filter((each) => each.length > 1);
}

/** Different things of one kind, as many as there are figures. */
function lastListOf(
  length: number,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): string[] | undefined {
  const byKind = new Map<string, string[]>();
  for (const { concept } of mentions) {
    const kind = vocabulary.kind(concept);
    if (kind === undefined || kind === 'outcome') continue;
    const list = byKind.get(kind) ?? [];
    if (!list.includes(concept)) list.push(concept);
    byKind.set(kind, list);
  }
  return [...byKind.values()].find((list) => list.length === length);
}
