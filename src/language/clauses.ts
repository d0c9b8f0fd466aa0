import type { Token } from './tokens';
import { lemmaSet } from './words';

/** Words that begin a clause of their own wherever they stand. */
const ALWAYS = lemmaSet(
  'whereas while although though but however yet because albeit nevertheless nonetheless despite notwithstanding unless until whereby',
);
/** Words that begin a clause only after a comma. */
const AFTER_COMMA = lemmaSet(
  'and or so which who whose thus hence therefore suggesting implying indicating reflecting with as nor since even not leaving rather instead when where then if for showing',
);
const CONCESSIVE = lemmaSet('although though while despite albeit notwithstanding whereas');
const CONTRAST = lemmaSet('whereas but while however yet');
const HARD_STOPS = new Set([';', ':', '—', '–', '?', '!']);

export interface Clause {
  readonly first: number;
  readonly last: number;
  /** Opened by "although" and its kin. */
  readonly concessive: boolean;
  /** Opened by "whereas", "but", "while", "in contrast": set against the clause before. */
  readonly contrast: boolean;
}

/** Cuts a sentence's tokens into clauses, by punctuation and conjunctions. Covers all tokens, in order. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const starts = [0];
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token || !before) continue;
    if (HARD_STOPS.has(before.text)) starts.push(i);
    else if (token.kind === 'word' && ALWAYS.has(token.stem)) starts.push(i);
    else if (before.text === ',' && token.kind === 'word' && AFTER_COMMA.has(token.stem))
      starts.push(i);
    // "Although A, B": the main clause begins at the comma.
    else if (
      before.text === ',' &&
      CONCESSIVE.has(tokens[starts[starts.length - 1] ?? 0]?.stem ?? '')
    )
      starts.push(i);
  }
  const unique = [...new Set(starts)];
  return unique.map((first, k) => {
    const opener = tokens[first]?.stem ?? '';
    return {
      first,
      last: (unique[k + 1] ?? tokens.length) - 1,
      concessive: CONCESSIVE.has(opener),
      contrast: CONTRAST.has(opener),
    };
  });
}

/** For each token the index of its clause. */
export function clauseIndex(clauses: readonly Clause[], length: number): Int32Array {
  const index = new Int32Array(length);
  clauses.forEach((clause, k) => index.fill(k, clause.first, clause.last + 1));
  return index;
}
