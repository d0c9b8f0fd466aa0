import type { Claim, Pack } from '../evidence/types';
import { claimDocsUrl } from '../checks/docs';
import type { Coverage, CoveredSection, PackCoverage } from './coverage';
import { link, referenceHtml } from './html-parts';
import { missedClaims, missedTopics, statementText, uncitedStatements, type Shown } from './lists';
import { escapeHtml } from './plain';
import { reportReference } from './report';
import { counted, COVERAGE_NOTE } from './words';

/** What the manuscript cites of each pack, what it leaves out, and which sentences cite nothing. */
export function coverageHtml(coverage: Coverage): string {
  return [...coverage.packs.map(packHtml), uncitedHtml(coverage)].filter(Boolean).join('\n');
}

function packHtml({ pack, references, sections, missedTopics: topics }: PackCoverage): string {
  const filled = sections.filter(({ cited, missed }) => cited.length + missed.length > 0);
  const claims = filled.flatMap(({ cited }) => cited);
  const missed = filled.filter((section) => section.missed.length > 0);
  const parts = [
    `<h2>${escapeHtml(`Citations of “${pack.manifest.title}”`)}</h2>`,
    `<p>${references.length} of ${counted(pack.references.length, 'reference')} and ${claims.length} of ${counted(pack.claims.length, 'claim')} are cited. ${escapeHtml(COVERAGE_NOTE)}</p>`,
    sectionTable(filled),
  ];
  if (references.length > 0) {
    const items = references.map(
      ({ reference, lines }) =>
        `<li>${referenceHtml(reportReference(reference))} <span class="muted">${places(lines)}</span></li>`,
    );
    parts.push(
      '<h3>References that are cited</h3>',
      `<ul class="references">${items.join('\n')}</ul>`,
    );
  }
  if (claims.length > 0)
    parts.push('<h3>Claims that are cited</h3>', claimList(pack, { items: claims, rest: 0 }));
  if (topics.length > 0) {
    const { items, rest } = missedTopics(topics);
    const list = items.map(escapeHtml).join(', ');
    parts.push('<h3>Topics that are not cited</h3>', `<p>${list}${andMore(rest)}.</p>`);
  }
  if (missed.length > 0) parts.push('<h3>Claims that are not cited</h3>');
  for (const section of missed)
    parts.push(`<h4>${escapeHtml(section.title)}</h4>`, claimList(pack, missedClaims(section)));
  return parts.join('\n');
}

function sectionTable(sections: readonly CoveredSection[]): string {
  const rows = sections.map(
    ({ title, cited, missed }) =>
      `<tr><td>${escapeHtml(title)}</td><td class="n">${cited.length}</td><td class="n">${cited.length + missed.length}</td></tr>`,
  );
  return `<div class="scroll"><table><thead><tr><th scope="col">Section of the review</th><th scope="col" class="n">Claims cited</th><th scope="col" class="n">of</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function claimList(pack: Pack, { items, rest }: Shown<Claim>): string {
  const rows = items.map((claim) => {
    const page = claimDocsUrl(pack.manifest, claim.id);
    const after = page === undefined ? '' : ` ${link('Evidence page', page)}`;
    return `<li>${escapeHtml(claim.statement)} <span class="muted">(${escapeHtml(claim.certainty)})</span>${after}</li>`;
  });
  if (rest > 0) rows.push(`<li class="muted">and ${rest} more</li>`);
  return `<ul>${rows.join('\n')}</ul>`;
}

function uncitedHtml(coverage: Coverage): string {
  if (coverage.uncited.length === 0) return '';
  const { items, rest } = uncitedStatements(coverage);
  const rows = items.map(({ statement, line, evidence }) => {
    const keys = evidence.slice(0, 3).map(escapeHtml).join(', ');
    const has = keys === '' ? '' : ` <span class="muted">The evidence has ${keys}.</span>`;
    return `<li dir="auto"><span class="muted">Line ${line + 1}:</span> ${escapeHtml(statementText(statement.text))}${has}</li>`;
  });
  if (rest > 0) rows.push(`<li class="muted">and ${rest} more</li>`);
  return `<h2>Sentences without a citation</h2>
<p>${coverage.uncited.length} of ${coverage.statements}; many need none.</p>
<ul>${rows.join('\n')}</ul>`;
}

/** @param lines zero-based */
function places(lines: readonly number[]): string {
  return `line${lines.length === 1 ? '' : 's'} ${lines.map((line) => line + 1).join(', ')}`;
}

function andMore(rest: number): string {
  return rest > 0 ? ` and ${rest} more` : '';
}
