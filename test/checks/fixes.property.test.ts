import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createLibrary } from '../../src/bibliography/library';
import { checkManuscript } from '../../src/checks/engine';
import type { Finding } from '../../src/checks/types';
import { readers } from '../../src/manuscript/formats';
import type { ManuscriptReader } from '../../src/manuscript/types';
import { escapeFixes } from '../../src/server/escape';
import { sentence } from '../support/generate/prose';
import { apply, lint } from '../support/lint';
import { shippedEvidence } from '../support/shipped';

/** What stands around a sentence; the fix must find its place in all of it. */
const markups: Readonly<Record<string, readonly ((text: string) => string)[]>> = {
  markdown: [
    (text) => text,
    (text) => `- ${text}`,
    (text) => `> ${text.replace(/ /, '\n> ')}`,
    (text) => `*${text}*`,
    (text) => text.replace(/(\w+) (\w+)/, '**$1** $2'),
    (text) => text.replace(/ /g, '\n'),
    (text) => text.replace(/ /g, '\r\n'),
    (text) => `\uFEFF${text}`,
    (text) => text.replace(/\.$/, '\u200B.'),
    (text) => `| a |\n|---|\n| ${text.replace(/\|/g, '')} |`,
  ],
  latex: [
    (text) => text.replace(/%/g, '\\%'),
    (text) => `\\emph{${text.replace(/%/g, '\\%')}}`,
    (text) => `\\begin{itemize}\n\\item ${text.replace(/%/g, '\\%')}\n\\end{itemize}`,
    (text) => text.replace(/%/g, '\\%').replace(/(\w+) (\w+)/, '\\textbf{$1}~$2'),
  ],
};

const TRAINING = 'data/packs/msc-allogeneic-autologous/training/first';

/** Labelled statements, as people write them, for which a fix is offered. */
function fixable(): string[] {
  return readdirSync(TRAINING)
    .flatMap((name) => readFileSync(join(TRAINING, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text.replace(/\s*\{\{\d+\}\}/g, ''))
    .filter((text, i) => i % 6 === 2 && lint(text).some((one) => one.suggestions.length > 0));
}

const manuscriptOf = (texts: readonly string[]) =>
  fc.constantFrom(...readers).chain((reader) =>
    fc.tuple(
      fc.constant(reader),
      fc
        .array(
          fc.tuple(
            fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, sentence),
            fc.constantFrom(...(markups[reader.format] ?? markups['markdown'] ?? [])),
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((parts) => parts.map(([text, wrap]) => wrap(text)).join('\n\n')),
    ),
  );

function findingsIn(reader: ManuscriptReader, source: string): readonly Finding[] {
  const evidence = shippedEvidence();
  const read = reader.read(source);
  const findings = checkManuscript(read, evidence, {
    library: createLibrary([], evidence.packs),
    cite: (keys) => reader.cite(keys, read),
  });
  return escapeFixes(findings, reader, source);
}

const countOf = (findings: readonly Finding[], ruleId: string) =>
  findings.filter((finding) => finding.ruleId === ruleId).length;

describe('every fix, in any format and markup', () => {
  it('removes its finding and adds none', () => {
    let tried = 0;
    fc.assert(
      fc.property(manuscriptOf(fixable()), ([reader, source]) => {
        const before = findingsIn(reader, source);
        for (const finding of before) {
          finding.suggestions.forEach((suggestion, i) => {
            tried++;
            const after = findingsIn(reader, apply(source, finding, i));
            const what = `${finding.ruleId}, ${suggestion.title}: ${apply(source, finding, i)}`;
            assert.equal(countOf(after, finding.ruleId), countOf(before, finding.ruleId) - 1, what);
            // A sentence that now says what the evidence says may be asked for its citation, as a hint.
            for (const { ruleId } of after.filter((one) => one.ruleId !== 'uncited-claim'))
              assert.ok(countOf(after, ruleId) <= countOf(before, ruleId), `${ruleId} by ${what}`);
            const asked = countOf(after, 'uncited-claim') - countOf(before, 'uncited-claim');
            assert.ok(asked <= (finding.ruleId === 'uncited-claim' ? -1 : 1), what);
          });
        }
      }),
      { numRuns: 80 },
    );
    assert.ok(tried > 100, `only ${tried} fixes were offered`);
  });
});
