import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ClaimCard } from '../../server/protocol';
import type { EvidenceTexts } from './messages';

const RING = svg`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" />`;

/** A shape for each certainty: the fuller, the surer; what is disputed is no disc. */
const CERTAINTY: Readonly<Record<ClaimCard['certainty'], SVGTemplateResult>> = {
  established: svg`<circle cx="8" cy="8" r="6.75" fill="currentColor" /><path d="M5 8.2 7.2 10.4 11.2 5.8" fill="none" class="sign-cut" stroke-width="1.7" />`,
  supported: svg`<circle cx="8" cy="8" r="6.75" fill="currentColor" />`,
  limited: svg`${RING}<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />`,
  mixed: svg`${RING}<path d="M8 2a6 6 0 0 1 6 6H2a6 6 0 0 0 6 6z" fill="currentColor" />`,
  inconclusive: svg`${RING}<path d="M5 8h6" stroke="currentColor" stroke-width="1.7" />`,
  contested: svg`<path d="M8 1.4 14.6 8 8 14.6 1.4 8z" fill="none" stroke="currentColor" stroke-width="1.5" /><path d="M8 4.8v4M8 10.2v1.3" stroke="currentColor" stroke-width="1.6" />`,
  refuted: svg`${RING}<path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke="currentColor" stroke-width="1.6" />`,
};

const DIRECTION: Readonly<Record<ClaimCard['direction'], string>> = {
  increase: 'arrow-up',
  decrease: 'arrow-down',
  'no-difference': 'dash',
  present: 'check',
  absent: 'circle-slash',
  mixed: 'arrow-swap',
};

/** How sure the review words it: a shape and the word. */
export function certaintySign(
  certainty: ClaimCard['certainty'],
  texts: EvidenceTexts,
): TemplateResult {
  return html`<span class="sign certainty ${certainty}"
    ><svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">${CERTAINTY[certainty]}</svg
    >${texts.certainties[certainty] ?? certainty}</span
  >`;
}

/** The shape alone, for lists; the word is there for who points at it or cannot see it. */
export function certaintyShape(
  certainty: ClaimCard['certainty'],
  texts: EvidenceTexts,
): TemplateResult {
  const word = texts.certainties[certainty] ?? certainty;
  return html`<span class="sign certainty ${certainty}" title=${word}
    ><svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">${CERTAINTY[certainty]}</svg
    ><span class="visually-hidden">${word}:</span></span
  >`;
}

/** Which way the claim goes: an icon and the word. */
export function directionSign(
  direction: ClaimCard['direction'],
  texts: EvidenceTexts,
): TemplateResult {
  return html`<span class="sign direction"
    ><span class="codicon codicon-${DIRECTION[direction]}" aria-hidden="true"></span>${
      texts.directions[direction] ?? direction
    }</span
  >`;
}
