import type { Claim } from '../evidence/types';
import type { CoveredSection, Coverage } from './coverage';

/** Of a section, so many missed claims are named. */
const MAX_MISSED = 5;
const MAX_TOPICS = 20;
const MAX_UNCITED = 200;

/** What is shown of a list, and how much of it is not. */
export interface Shown<T> {
  readonly items: readonly T[];
  readonly rest: number;
}

export function missedClaims({ missed }: CoveredSection): Shown<Claim> {
  return cut(missed, MAX_MISSED);
}

export function missedTopics(topics: readonly string[]): Shown<string> {
  return cut(topics, MAX_TOPICS);
}

/** Sentences that cite nothing; those that the evidence could be cited for come first. */
export function uncitedStatements({ uncited }: Coverage): Shown<Coverage['uncited'][number]> {
  const sorted = [...uncited].sort(
    (a, b) => Number(b.evidence.length > 0) - Number(a.evidence.length > 0) || a.line - b.line,
  );
  return cut(sorted, MAX_UNCITED);
}

/** A statement as a person reads it: place-holders of markup are an ellipsis. */
export function statementText(text: string): string {
  return text.replace(/⟦\w+⟧/g, '…');
}

function cut<T>(items: readonly T[], max: number): Shown<T> {
  return { items: items.slice(0, max), rest: Math.max(0, items.length - max) };
}
