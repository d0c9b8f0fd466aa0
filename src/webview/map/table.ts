import { html, nothing, type TemplateResult } from 'lit';
import type { MapEntry } from '../../map/types';
import { columnGroups } from '../../map/view';
import { fill } from '../shared/texts';
import type { Place } from './keys';
import { counted, groupName, nameOf, some, tallyIn, type Model } from './model';

/** The same as the bubbles in words: an ordinary table, for screen readers and for who wants the numbers. */
export function tableTemplate(model: Model, choose: (place: Place) => void): TemplateResult {
  const { texts, shown, map } = model;
  const groups = columnGroups(shown.columns);
  const heads = shown.columns.map((column) => html`<th scope="col">${nameOf(column, texts)}</th>`);
  const spans = groups.length > 0 ? 2 : 1;
  const corner = html`<th scope="col" rowspan=${spans}>${texts.words.dimensions[map.rows]}</th>`;
  const total = html`<th scope="col" rowspan=${spans}>${texts.total}</th>`;
  return html`<table class="words" aria-labelledby="heading">
    <thead>
      ${
        groups.length > 0
          ? html`<tr>
                ${corner}
                ${groups.map(
                  (group) =>
                    html`<th scope="colgroup" colspan=${group.columns.length}>
                      ${groupName(group, texts)}
                    </th>`,
                )}
                ${total}
              </tr>
              <tr>
                ${heads}
              </tr>`
          : html`<tr>
              ${corner} ${heads} ${total}
            </tr>`
      }
    </thead>
    <tbody>
      ${shown.rows.map(
        (row, index) =>
          html`<tr class="depth-${Math.min(row.depth, 4)}">
            <th scope="row">${nameOf(row, texts)}</th>
            ${shown.columns.map((column, number) =>
              wordsOf(model, row, column, { row: index, column: number }, choose),
            )}
            <td>${fill(texts.counts, row.claims, row.references)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function wordsOf(
  model: Model,
  row: MapEntry,
  column: MapEntry,
  place: Place,
  choose: (place: Place) => void,
): TemplateResult {
  const { texts, shown, cited } = model;
  const { words } = texts;
  const cell = shown.cellAt(row, column);
  if (!cell) return html`<td class="gap">${words.gap}</td>`;
  const tally = tallyIn(model, cell);
  return html`<td>
    <button class="link" title=${texts.enterShows} @click=${() => choose(place)}>
      ${counted(tally.references, texts.oneReference, texts.references)},
      ${counted(tally.claims, texts.oneClaim, texts.claims)}
    </button>
    <div>${some(tally.directions, words.directions).join(', ')}</div>
    <div>${some(tally.certainties, words.certainties).join(', ')}</div>
    ${
      cited
        ? html`<div>${fill(texts.citedHere, tally.cited.references, tally.references)}</div>`
        : nothing
    }
  </td>`;
}
