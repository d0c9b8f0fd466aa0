import type { Token } from './tokens';

/** Words that begin a clause of their own wherever they stand. */
const ALWAYS = new Set(['wherea', 'while', 'although', 'though', 'but', 'howev', 'yet', 'becaus', 'albeit', 'nevertheless', 'nonetheless', 'despit', 'notwithstand', 'unless', 'until', 'wherebi']);
/** Words that begin a clause only after a comma. */
const AFTER_COMMA = new Set(['and', 'or', 'so', 'which', 'who', 'whose', 'thu', 'henc', 'therefor', 'suggest', 'impli', 'indic', 'reflect', 'with', 'as', 'nor', 'sinc', 'even', 'not', 'leav', 'rather', 'instead', 'when', 'where', 'then', 'if', 'for', 'show']);
const CONCESSIVE = new Set(['although', 'though', 'while', 'despit', 'albeit', 'notwithstand', 'wherea']);
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
    else if (before.text === ',' && token.kind === 'word' && AFTER_COMMA.has(token.stem)) starts.push(i);
    // "Although A, B": the main clause begins at the comma.
    else if (before.text === ',' && CONCESSIVE.has(tokens[starts[starts.length - 1] ?? 0]?.stem ?? '')) starts.push(i);
  }
  const unique = [...new Set(starts)];
  return unique.map((first, k) => {
    const opener = tokens[first]?.stem ?? '';
    return {
      first,
      last: (unique[k + 1] ?? tokens.length) - 1,
      concessive: CONCESSIVE.has(opener),
      contrast: opener === 'wherea' || opener === 'but' || opener === 'while' || opener === 'howev' || opener === 'yet',
    };
  });
}

/** For each token the index of its clause. */
export function clauseIndex(clauses: readonly Clause[], length: number): Int32Array {
  const index = new Int32Array(length);
  clauses.forEach((clause, k) => index.fill(k, clause.first, clause.last + 1));
  return index;
}
