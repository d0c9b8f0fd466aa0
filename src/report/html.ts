import { ruleBar } from './bar';
import { coverageHtml } from './html-coverage';
import { link, referenceHtml } from './html-parts';
import { escapeHtml } from './plain';
import { STYLE } from './style';
import type { Report, ReportedClaim, ReportedFinding } from './types';
import { counted, DISCLAIMER, ruleName, SEVERITY_NAMES } from './words';

/**
 * The report as one HTML file that needs nothing else: no script, nothing from elsewhere, and a policy that says so.
 * What comes from packs and manuscripts is text in it, never markup.
 */
export function reportHtml(report: Report): string {
  const { title, findings } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`Caveat report: ${title}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
${facts(report)}
</header>
<main>
<h2>Summary</h2>
${summary(report)}
${findings.length > 0 ? `<h2>Findings</h2>\n${findings.map(article).join('\n')}` : ''}
${coverageHtml(report.coverage)}
</main>
<footer><p>${escapeHtml(DISCLAIMER)}</p><p>${escapeHtml(`Made by ${report.tool}.`)}</p></footer>
</body>
</html>
`;
}

function facts({ file, date, packs }: Report): string {
  const rows = packs.flatMap(({ title, version, review }) => [
    ['Evidence', escapeHtml(`${title} (pack version ${version})`)],
    ['Review', referenceHtml(review)],
  ]);
  const all = [['Manuscript', escapeHtml(file)], ['Date', escapeHtml(date)], ...rows];
  return `<dl>${all.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n')}</dl>`;
}

function summary({ rules, findings, coverage }: Report): string {
  const counts = `<p>${counted(findings.length, 'finding')} in ${counted(coverage.statements, 'statement')}.</p>`;
  if (rules.length === 0) return counts;
  const rows = rules.map(
    ({ ruleId, severity, count, url }) =>
      `<tr><td>${link(ruleName(ruleId), url)}</td><td class="${severity}"><span class="tone">${SEVERITY_NAMES[severity]}</span></td><td class="n">${count}</td></tr>`,
  );
  return `${counts}
${ruleBar(rules)}
<table><thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col" class="n">Findings</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function article(finding: ReportedFinding, index: number): string {
  const { ruleId, severity, line, headings, quote, message, claims } = finding;
  const place = [`Line ${line}`, ...headings].map(escapeHtml).join(' · ');
  // Each piece is trimmed when it is escaped, so the spaces between them are put back.
  const pieces = [
    escapeHtml(quote.before),
    /\s$/.test(quote.before) ? ' ' : '',
    `<mark>${escapeHtml(quote.marked)}</mark>`,
    /^\s/.test(quote.after) ? ' ' : '',
    escapeHtml(quote.after),
  ];
  return `<article class="${severity}" id="finding-${index + 1}">
<h3>${index + 1}. ${escapeHtml(ruleName(ruleId))} <span class="tone">(${SEVERITY_NAMES[severity].toLowerCase()})</span></h3>
<p class="muted">${place}</p>
<blockquote dir="auto">${pieces.join('')}</blockquote>
<p>${escapeHtml(message)}</p>
${claims.length > 0 ? `<h4>What the evidence says</h4>\n${claims.map(claimHtml).join('\n')}` : ''}
</article>`;
}

function claimHtml({ statement, certainty, caveat, url, references }: ReportedClaim): string {
  const page = url === undefined ? '' : ` ${link('Evidence page', url)}`;
  const more = caveat === undefined ? '' : `<p>Caveat: ${escapeHtml(caveat)}</p>`;
  const list = references.map((reference) => `<li>${referenceHtml(reference)}</li>`).join('\n');
  return `<p>${escapeHtml(statement)} <span class="muted">Certainty: ${escapeHtml(certainty)}.</span>${page}</p>
${more}<ul class="references">${list}</ul>`;
}
