import type { Quantity, Reference } from '../evidence/types';
import { readStatement } from '../language/read';
import type { Statement } from '../manuscript/types';
import type { Evidence } from './evidence';
import { verdictsOn } from './judge';
import type { Subject } from './statement';
import type { Comparison, ReadStatement, Suggestion } from './types';

/** A change to a statement's text, in offsets of that text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Where something can be put into a sentence: before its full stop. */
function endOfText({ text }: Statement): number {
  let at = text.length;
  while (at > 0 && /[\s.!?]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** The same change as an edit of the manuscript. */
function toSuggestion(statement: Statement, title: string, edit: TextEdit): Suggestion {
  const { offsets, span } = statement;
  // What is put in goes right behind the character before it, in front of any markup that follows.
  const before = offsets[edit.start - 1];
  const start =
    edit.end > edit.start
      ? (offsets[edit.start] ?? span.end)
      : before === undefined
        ? span.end
        : before + 1;
  const last = offsets[edit.end - 1];
  const end = edit.end > edit.start && last !== undefined ? last + 1 : start;
  return { title, edits: [{ span: { start, end }, newText: edit.newText }] };
}

/** Whether the statement, so changed, would be left alone. */
function settles({ subject }: ReadStatement, edit: TextEdit, evidence: Evidence): boolean {
  const { text } = subject;
  const changed = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  const reading = readStatement(changed, evidence.vocabulary);
  return isLeftAlone({ ...subject, text: changed, reading }, evidence);
}

/** Whether the statement would be left alone if it cited these references: a source shows what is wrong with it. */
export function mayCite(
  { subject }: ReadStatement,
  cited: readonly Reference[],
  evidence: Evidence,
): boolean {
  return isLeftAlone({ ...subject, cited }, evidence);
}

function isLeftAlone(subject: Subject, evidence: Evidence): boolean {
  return verdictsOn(subject, evidence).every(({ fate }) => fate !== 'differs');
}

/** Adds the claim's caveat to the sentence, in the first wording that settles the matter. */
export function insertCaveat(
  read: ReadStatement,
  { profile }: Comparison,
  evidence: Evidence,
): Suggestion[] {
  const { caveat, statement: says, certainty } = profile.claim;
  const at = endOfText(read.statement);
  const wordings = [
    ...(caveat === undefined ? [] : [`, although ${lowered(caveat)}`]),
    `, although the evidence for this is ${certainty === 'contested' ? 'contested' : 'limited'}`,
    `, although ${lowered(says)}`,
  ];
  const newText = wordings.find((wording) =>
    settles(read, { start: at, end: at, newText: wording }, evidence),
  );
  return newText === undefined
    ? []
    : [toSuggestion(read.statement, 'Add the caveat', { start: at, end: at, newText })];
}

function lowered(sentence: string): string {
  const text = sentence.replace(/[.\s]+$/, '');
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Puts the evidence's figure in the place of the one that differs, where that settles the matter. */
export function replaceNumber(
  read: ReadStatement,
  { misquoted }: Comparison,
  evidence: Evidence,
): Suggestion[] {
  if (!misquoted) return [];
  const { figure, expected } = misquoted;
  const { tokens } = read.reading;
  const first = tokens[figure.first];
  const last = tokens[figure.unit === '%' ? figure.last : figure.numberLast];
  if (!first || !last) return [];
  const old = read.statement.text.slice(first.start, last.end);
  const newText = writeQuantity(expected, figure.unit, old);
  if (newText === undefined) return [];
  const edit = { start: first.start, end: last.end, newText };
  return settles(read, edit, evidence)
    ? [toSuggestion(read.statement, `Replace ${old} with ${newText}`, edit)]
    : [];
}

const MILLION = 1e6;

/** A quantity in the manner of the figure that it replaces; undefined where the two cannot be told in one unit. */
function writeQuantity(quantity: Quantity, unit: string, old: string): string | undefined {
  const { value, numerator, denominator } = quantity;
  if (/\d\s*\/|\bof\b/.test(old)) {
    if (numerator === undefined || denominator === undefined) return undefined;
    return old.includes('/') ? `${numerator}/${denominator}` : `${numerator} of ${denominator}`;
  }
  if (unit === '%') {
    if (quantity.unit === '%' && typeof value === 'number') return `${value}%`;
    if (numerator === undefined || denominator === undefined) return undefined;
    return `${numerator} of ${denominator}`;
  }
  if (unit !== quantity.unit) return undefined;
  const write = (one: number) => {
    if (one >= MILLION) return `${one / MILLION} million`;
    return String(one);
  };
  return typeof value === 'number' ? write(value) : `${write(value[0])} to ${write(value[1])}`;
}

/** Puts a citation before the full stop. */
export function insertCitation(statement: Statement, citation: string, title: string): Suggestion {
  const at = endOfText(statement);
  return toSuggestion(statement, title, { start: at, end: at, newText: ` ${citation}` });
}
