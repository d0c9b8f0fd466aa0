import type { PreferredTerm } from '../../evidence/types';
import type { Statement } from '../../manuscript/types';
import type { Finding, Rule } from '../types';

export const rule: Rule = {
  id: 'preferred-term',
  defaultSeverity: 'hint',
  summary: 'A term that the field advises against.',
  perStatement: true,
  *check({ statements, evidence }) {
    for (const { manifest } of evidence.packs) {
      for (const term of manifest['preferred-terms'] ?? []) {
        for (const { statement } of statements) yield* findTerm(statement, term);
      }
    }
  },
};

function* findTerm(statement: Statement, term: PreferredTerm): Iterable<Omit<Finding, 'severity'>> {
  const lower = statement.text.toLowerCase();
  for (const name of term.insteadOf) {
    for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const first = statement.offsets[at];
      const last = statement.offsets[end - 1];
      if (
        first === undefined ||
        last === undefined ||
        isInsideWord(lower, at, end) ||
        isNamed(statement, at)
      )
        continue;
      const span = { start: first, end: last + 1 };
      yield {
        ruleId: rule.id,
        message: `"${term.use}" is preferred to "${name}": ${term.because}`,
        span,
        claims: [],
        references: [],
        suggestions: [
          {
            title: `Replace with "${term.use}"`,
            edits: [{ span, newText: sameCase(statement.text.slice(at, end), term.use) }],
          },
        ],
      };
    }
  }
}

/** A plural s is part of the word to be replaced's surroundings and stays; any other letter makes it another word. */
function isInsideWord(text: string, at: number, end: number): boolean {
  return /\p{L}/u.test(text.charAt(at - 1)) || /[\p{L}]/u.test(text.charAt(end).replace('s', ''));
}

/** A sentence that talks of the name itself, in quotation marks, is free to use it. */
function isNamed(statement: Statement, at: number): boolean {
  return statement.quoted.some((span) => span.start <= at && at < span.end);
}

function sameCase(original: string, replacement: string): string {
  return /^\p{Lu}/u.test(original)
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement;
}
