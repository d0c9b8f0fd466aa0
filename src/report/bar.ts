import { escapeHtml } from './plain';
import type { ReportedRule } from './types';
import { counted, ruleName } from './words';

/** A narrower piece, in per cent, has no room for its number. */
const ROOM_FOR_NUMBER = 4;

/** The findings by rule as one bar, a piece a rule: an SVG element. Its numbers stand in the table below it as well. */
export function ruleBar(rules: readonly ReportedRule[]): string {
  const total = rules.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  let from = 0;
  const pieces = rules.map(({ ruleId, severity, count }) => {
    const width = (count / total) * 100;
    const middle = percent(from + width / 2);
    const number =
      width < ROOM_FOR_NUMBER ? '' : `<text x="${middle}" y="50%" dy="0.1em">${count}</text>`;
    const title = `<title>${escapeHtml(`${ruleName(ruleId)}: ${count}`)}</title>`;
    const piece = `<g class="${severity}">${title}<rect x="${percent(from)}" width="${percent(width)}" height="100%" stroke-width="2"/>${number}</g>`;
    from += width;
    return piece;
  });
  const says = rules.map(({ ruleId, count }) => `${ruleName(ruleId)} ${count}`).join(', ');
  const label = `${counted(total, 'finding')} by rule: ${says}`;
  // In per cent, so that a narrow page squeezes the pieces and not the numbers.
  return `<svg role="img" aria-label="${escapeHtml(label)}">${pieces.join('')}</svg>`;
}

function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}
