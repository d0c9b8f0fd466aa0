import { html, nothing, svg, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { drawGlyph } from '../../map/draw-glyph';
import { glyphOf } from '../../map/glyph';
import type { MapEntry } from '../../map/types';
import { columnGroups } from '../../map/view';
import { fill } from '../shared/texts';
import { THEME } from './colours';
import type { Place } from './keys';
import { describe, groupName, nameOf, tallyIn, whereIs, type Model } from './model';

/** Begins the ids of the page's patterns. */
export const PREFIX = 'caveat-map';

const OPEN = 'codicon codicon-chevron-down';
const CLOSED = 'codicon codicon-chevron-right';

/** What a person does in the grid. */
export interface GridEvents {
  readonly keydown: (event: KeyboardEvent) => void;
  readonly enter: (place: Place) => void;
  readonly leave: () => void;
  readonly focus: (place: Place) => void;
  readonly blur: () => void;
  readonly activate: (place: Place) => void;
}

/** The map as a grid of bubbles. Its cells are reached with the arrow keys; one of them is in the tab order. */
export function gridTemplate(model: Model, at: Place, on: GridEvents): TemplateResult {
  const { texts, shown } = model;
  const groups = columnGroups(shown.columns);
  const corner = html`<th class="corner" rowspan=${groups.length > 0 ? 2 : 1} scope="col">
    <span class="dimension">${texts.words.dimensions[model.map.rows]}</span>
  </th>`;
  const total = html`<th class="total" rowspan=${groups.length > 0 ? 2 : 1} scope="col">
    ${texts.total}
  </th>`;
  return html`<table
    class=${shown.rows.some(({ isParent }) => isParent) ? 'grid' : 'grid flat'}
    role="grid"
    aria-labelledby="heading"
    aria-describedby="grid-help"
    aria-rowcount=${shown.rows.length + (groups.length > 0 ? 2 : 1)}
    aria-colcount=${shown.columns.length + 2}
    @keydown=${on.keydown}
    @mouseleave=${on.leave}
  >
    <thead>
      ${
        groups.length > 0
          ? html`<tr>
                ${corner}
                ${groups.map(
                  (group) =>
                    html`<th class="group starts" colspan=${group.columns.length} scope="colgroup">
                      <span>${groupName(group, texts)}</span>
                    </th>`,
                )}
                ${total}
              </tr>
              <tr>
                ${columnHeads(model)}
              </tr>`
          : html`<tr>
              ${corner} ${columnHeads(model)} ${total}
            </tr>`
      }
    </thead>
    <tbody>
      ${shown.rows.map((row, index) => rowTemplate(model, row, index, at, on))}
    </tbody>
  </table>`;
}

function columnHeads({ shown, texts }: Model): TemplateResult[] {
  return shown.columns.map(
    (column, index) =>
      html`<th
        class=${starts(shown.columns, index) ? 'column starts' : 'column'}
        scope="col"
        title=${nameOf(column, texts)}
      >
        <span class="name">${nameOf(column, texts)}</span>
        <span class="count">${column.references}</span>
      </th>`,
  );
}

function rowTemplate(
  model: Model,
  row: MapEntry,
  index: number,
  at: Place,
  on: GridEvents,
): TemplateResult {
  const { texts, shown, state } = model;
  const name = nameOf(row, texts);
  const isOpen = state.view.open.includes(row.key);
  const headPlace = { row: index, column: -1 };
  const tab = at.row === index && at.column === -1 ? 0 : -1;
  const kind = `row depth-${Math.min(row.depth, 4)}${row.isNotStated ? ' not-stated' : ''}`;
  const focus = () => on.focus(headPlace);
  const head = row.isParent
    ? html`<th class="head" scope="row">
        <button
          data-place="${index} -1"
          tabindex=${tab}
          aria-expanded=${isOpen}
          title=${fill(isOpen ? texts.collapse : texts.expand, name)}
          @focus=${focus}
          @click=${() => on.activate(headPlace)}
        >
          <span class=${isOpen ? OPEN : CLOSED} aria-hidden="true"></span>
          <span class="name">${name}</span>
        </button>
      </th>`
    : html`<th
        class="head"
        scope="row"
        data-place="${index} -1"
        tabindex=${tab}
        title=${name}
        @focus=${focus}
      >
        <span class="name">${name}</span>
      </th>`;
  return html`<tr class=${kind}>
    ${head}
    ${shown.columns.map((column, number) =>
      cellTemplate(model, row, column, { row: index, column: number }, at, on),
    )}
    <td class="total">${row.references}</td>
  </tr>`;
}

function cellTemplate(
  model: Model,
  row: MapEntry,
  column: MapEntry,
  place: Place,
  at: Place,
  on: GridEvents,
): TemplateResult {
  const { texts, shown, scale, cited } = model;
  const cell = shown.cellAt(row, column);
  const tally = cell && tallyIn(model, cell);
  const label = tally ? describe(tally, model) : texts.isGap;
  const classes = [
    'cell',
    ...(starts(shown.columns, place.column) ? ['starts'] : []),
    ...(tally ? [] : ['gap']),
    ...(cited && tally?.cited.references === 0 ? ['uncited'] : []),
  ];
  return html`<td
    class=${classes.join(' ')}
    data-place="${place.row} ${place.column}"
    tabindex=${at.row === place.row && at.column === place.column ? 0 : -1}
    aria-label="${whereIs(row, column, model)}: ${label}"
    @focus=${() => on.focus(place)}
    @blur=${on.blur}
    @mouseenter=${() => on.enter(place)}
    @click=${() => on.activate(place)}
  >
    ${
      tally
        ? html`<svg viewBox="-21 -21 42 42" width="42" height="42" aria-hidden="true">
              ${drawing(drawGlyph(glyphOf(tally, scale), PREFIX, THEME))}
            </svg>
            <span class="number" aria-hidden="true"
              >${
                tally.references === 0
                  ? nothing
                  : cited && tally.cited.references > 0
                    ? `${tally.cited.references}/${tally.references}`
                    : tally.references
              }</span
            >`
        : html`<span class="dot" aria-hidden="true"></span>`
    }
  </td>`;
}

/** Markup that was made of numbers and of the palette's names alone. */
export function drawing(markup: string): ReturnType<typeof svg> {
  return svg`<g>${unsafeSVG(markup)}</g>`;
}

/** Whether a group of columns begins here. */
function starts(columns: readonly MapEntry[], index: number): boolean {
  return index === 0 || columns[index]?.group?.key !== columns[index - 1]?.group?.key;
}
