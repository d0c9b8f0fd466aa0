import type { Statement } from '../manuscript/types';
import type { Comparison, ReadStatement, Suggestion } from './types';

/** Where something can be put into a sentence: before its full stop, in source offsets. */
export function endOfSentence(statement: Statement): number {
  const { text, offsets, span } = statement;
  let at = text.length;
  while (at > 0 && /[\s.!?]/.test(text.charAt(at - 1))) at--;
  const last = offsets[at - 1];
  return last === undefined ? span.end : last + 1;
}

/** Adds the claim's caveat to the sentence. */
export function insertCaveat({ statement }: ReadStatement, { profile }: Comparison): Suggestion[] {
  const { caveat, statement: says } = profile.claim;
  const text = (caveat ?? says).replace(/[.\s]+$/, '');
  const at = endOfSentence(statement);
  const lowered = /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return [
    {
      title: 'Add the caveat',
      edits: [{ span: { start: at, end: at }, newText: `, although ${lowered}` }],
    },
  ];
}

/** Puts a citation before the full stop. */
export function insertCitation(statement: Statement, citation: string, title: string): Suggestion {
  const at = endOfSentence(statement);
  return { title, edits: [{ span: { start: at, end: at }, newText: ` ${citation}` }] };
}
