import { html, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { DIMENSIONS } from '../../map/choice';
import type { MapChoice, MapDimension } from '../../map/types';
import { fill } from '../shared/texts';
import type { MapState, MapTexts, PictureFormat } from './messages';

export interface ToolbarEvents {
  readonly choose: (choice: MapChoice) => void;
  readonly setTable: (isTable: boolean) => void;
  readonly setOverlay: (overlay: boolean) => void;
  readonly export: (format: PictureFormat) => void;
}

interface ToolbarState {
  readonly texts: MapTexts;
  readonly state: MapState;
  /** The manuscript that can be laid over. */
  readonly manuscript: string | undefined;
}

/** Stands for a choice of no second column dimension. */
const NONE = '';

/** Pickers for the dimensions, and what can be done with the map as a whole. */
export function toolbarTemplate(
  { texts, state, manuscript }: ToolbarState,
  on: ToolbarEvents,
): TemplateResult {
  const { rows, columns } = state.choice;
  const [first, second] = columns;
  return html`<div class="toolbar">
    <div class="pickers">
      ${picker(texts.rows, rows, DIMENSIONS, texts, (value) =>
        on.choose({ rows: value, columns: without(columns, value) }),
      )}
      ${picker(texts.columns, first, others([rows]), texts, (value) =>
        on.choose({
          rows,
          columns: second === undefined || second === value ? [value] : [value, second],
        }),
      )}
      ${picker(texts.within, second ?? NONE, [NONE, ...others([rows, first])], texts, (value) =>
        on.choose({ rows, columns: value === NONE ? [first] : [first, value] }),
      )}
    </div>
    <div class="actions">
      ${
        manuscript === undefined
          ? html`<span class="hint">${texts.noManuscript}</span>`
          : html`<vscode-checkbox
              class="overlay"
              .checked=${state.overlay}
              label=${fill(texts.overlay, manuscript)}
              @change=${(event: Event) => on.setOverlay(isChecked(event))}
            ></vscode-checkbox>`
      }
      <vscode-checkbox
        class="as-table"
        .checked=${state.isTable}
        label=${texts.table}
        @change=${(event: Event) => on.setTable(isChecked(event))}
      ></vscode-checkbox>
      <vscode-button secondary icon="export" @click=${() => on.export('svg')}>
        ${texts.exportSvg}
      </vscode-button>
      <vscode-button secondary icon="file-media" @click=${() => on.export('png')}>
        ${texts.exportPng}
      </vscode-button>
    </div>
  </div>`;
}

function picker<Value extends MapDimension | typeof NONE>(
  name: string,
  chosen: Value,
  values: readonly Value[],
  texts: MapTexts,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="picker">
    <span class="label" aria-hidden="true">${name}</span>
    <vscode-single-select
      .label=${name}
      .value=${chosen}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        const known = values.find((one) => one === value);
        if (known !== undefined) choose(known);
      }}
    >
      ${values.map(
        (value) =>
          html`<vscode-option value=${value} ?selected=${value === chosen}
            >${labelOf(value, texts)}</vscode-option
          >`,
      )}
    </vscode-single-select>
  </div>`;
}

function labelOf(value: MapDimension | typeof NONE, texts: MapTexts): string {
  return value === NONE ? texts.nothing : texts.words.dimensions[value];
}

function others(taken: readonly MapDimension[]): MapDimension[] {
  return DIMENSIONS.filter((dimension) => !taken.includes(dimension));
}

/** The columns without what the rows have now; something must remain. */
function without(columns: MapChoice['columns'], rows: MapDimension): MapChoice['columns'] {
  const [first, second] = columns.filter((dimension) => dimension !== rows);
  if (first === undefined) return [rows === 'donor' ? 'tissue' : 'donor'];
  return second === undefined ? [first] : [first, second];
}

function isChecked({ target }: Event): boolean {
  return (target as HTMLInputElement).checked;
}
