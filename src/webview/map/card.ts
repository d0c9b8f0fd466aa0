import { html, type TemplateResult } from 'lit';
import { plainLabel } from '../../map/markup';
import type { MapCell, MapEntry } from '../../map/types';
import { fill } from '../shared/texts';
import { counted, some, tallyIn, whereIs, type Model } from './model';

/** Claims that a card shows. */
const MAX_CLAIMS = 4;
const MAX_CLAIMS_NARROW = 2;
const NARROW = 560;
const MAX_STATEMENT = 240;

/** What a cell holds, beside it while it is pointed at or has the focus. */
export function cardTemplate(
  model: Model,
  row: MapEntry,
  column: MapEntry,
  cell: MapCell,
): TemplateResult {
  const { texts, map, cited } = model;
  const { words } = texts;
  const tally = tallyIn(model, cell);
  const claims = cell.claims.flatMap((index) => {
    const claim = map.claims[index];
    return claim ? [{ ...claim, isCited: cited?.claims.has(index) === true }] : [];
  });
  const max = window.innerWidth < NARROW ? MAX_CLAIMS_NARROW : MAX_CLAIMS;
  const rest = claims.length - max;
  return html`<div class="card-heading">${whereIs(row, column, model)}</div>
    <div class="card-counts">
      ${counted(tally.claims, texts.oneClaim, texts.claims)},
      ${counted(tally.references, texts.oneReference, texts.references)}
    </div>
    <div class="card-kinds">
      ${[...some(tally.directions, words.directions), ...some(tally.certainties, words.certainties)].map((text) => html`<span>${text}</span>`)}
      ${
        cited
          ? html`<span>${fill(texts.citedHere, tally.cited.references, tally.references)}</span>`
          : ''
      }
    </div>
    <ul>
      ${claims.slice(0, max).map(
        ({ statement, certainty, isCited }) =>
          html`<li class=${isCited ? 'is-cited' : ''}>
            ${isCited ? html`<span class="codicon codicon-check" aria-hidden="true"></span>` : ''}
            <bdi>${plainLabel(statement, MAX_STATEMENT)}</bdi>
            <span class="certainty">${certainty}</span>
          </li>`,
      )}
    </ul>
    ${rest > 0 ? html`<div class="card-rest">${fill(texts.moreClaims, rest)}</div>` : ''}
    <div class="card-hint">${texts.enterShows}</div>`;
}

/** The card's place beside a cell: below it, or above where there is no room; kept inside the window. */
export function placeCard(card: HTMLElement, cell: DOMRect): void {
  const gap = 4;
  const edge = 8;
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.min(cell.left + cell.width / 2 - 20, window.innerWidth - width - edge);
  const below = cell.bottom + gap;
  const fits = below + height + edge <= window.innerHeight;
  const top = fits ? below : Math.max(edge, cell.top - gap - height);
  // Through the object model: the page's policy allows no style attributes.
  card.style.left = `${Math.max(edge, left)}px`;
  card.style.top = `${top}px`;
}
