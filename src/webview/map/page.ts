import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { isChoice } from '../../map/choice';
import { patternDefs } from '../../map/patterns';
import { DEFAULT_CHOICE, type MapChoice } from '../../map/types';
import { FIRST_VIEW, type MapView } from '../../map/view';
import { plainLabel } from '../../map/markup';
import { fill } from '../shared/texts';
import { connectHost, pageData } from '../shared/host';
import { cardTemplate, placeCard } from './card';
import { THEME } from './colours';
import { gridTemplate, PREFIX } from './grid';
import { moved, type Place } from './keys';
import { legendTemplate } from './legend';
import type { MapState, MapTexts, MapToExtension, MapToPage } from './messages';
import { modelOf, type Loaded, type Model } from './model';
import { pictureOf } from './picture';
import { tableTemplate } from './table';
import { toolbarTemplate } from './toolbar';

const FIRST: MapState = {
  choice: DEFAULT_CHOICE,
  view: FIRST_VIEW,
  isTable: false,
  overlay: false,
};

/** The map's page. */
export class MapPage extends LitElement {
  static override properties = {
    state: { state: true },
    loaded: { state: true },
    failed: { state: true },
    card: { state: true },
  };

  private readonly texts = pageData<MapTexts>();
  private readonly host = connectHost<MapToExtension, MapToPage, MapState>();
  /** There is room for the legend beside the map. */
  private readonly wide = window.matchMedia('(width >= 1196px)');
  private state = restored(this.host.kept);
  private loaded: Loaded | undefined;
  private failed = false;
  /** Where the card is shown, and why: Escape closes it, the pointer moves it. */
  private card: Place | undefined;

  /** Into the page itself: its styles and the patterns' ids are the page's. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.host.listen((message) => this.receive(message));
    this.host.post({ type: 'load', choice: this.state.choice });
    this.wide.addEventListener('change', () => this.requestUpdate());
    window.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.card = undefined;
    });
  }

  protected override render(): TemplateResult {
    const { texts, loaded, state } = this;
    if (this.failed && !loaded) return this.message(texts.failed);
    if (!loaded) return this.message(texts.loading);
    if (loaded.answer.map.claims.length === 0) {
      const show = () => this.host.post({ type: 'showPacks' });
      return this.message(
        texts.noPack,
        html`<p><button class="link" @click=${show}>${texts.showPacks}</button></p>`,
      );
    }
    const model = modelOf(texts, loaded, state);
    const legend = state.isTable ? nothing : legendTemplate(model);
    return html`<main>
      ${this.head(model)}
      <p id="grid-help" class="visually-hidden">${texts.gridHelp}</p>
      <div class="content">
        <div class="scroller" tabindex=${state.isTable ? 0 : -1} @scroll=${() => this.closeCard()}>
          ${
            state.isTable
              ? tableTemplate(model, (place) => this.filter(model, place))
              : this.grid(model)
          }
          ${this.folds(model)} ${this.wide.matches ? nothing : legend}
          <p class="source"><bdi>${plainLabel(loaded.answer.source, 400)}</bdi></p>
        </div>
        ${this.wide.matches ? legend : nothing}
      </div>
      <svg class="patterns" width="0" height="0" aria-hidden="true">
        <defs>${unsafeSVG(patternDefs(PREFIX, THEME))}</defs>
      </svg>
      ${this.cardFor(model)}
    </main>`;
  }

  protected override updated(): void {
    const { card } = this;
    const element = this.querySelector<HTMLElement>('#card');
    const cell = card && this.at(card);
    if (element && cell) placeCard(element, cell.getBoundingClientRect());
  }

  /** In the map's place, where there is none. */
  private message(text: string, more: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<main class="message">
      <h1 class="visually-hidden">${this.texts.heading}</h1>
      <p role="status">${text}</p>
      ${more}
    </main>`;
  }

  private head({ texts, state, loaded }: Model): TemplateResult {
    return html`<header>
      <h1 id="heading">
        <bdi>${plainLabel(loaded.answer.title)}</bdi>
        <span class="kind">${texts.heading}</span>
      </h1>
      ${toolbarTemplate(
        { texts, state, manuscript: loaded.answer.cited ? loaded.manuscript : undefined },
        {
          choose: (choice) => this.choose(choice),
          setTable: (isTable) => this.keep({ isTable }),
          setOverlay: (overlay) => this.keep({ overlay }),
          export: (format) => this.host.post({ type: 'export', format }),
        },
      )}
    </header>`;
  }

  private grid(model: Model): TemplateResult {
    return gridTemplate(model, this.focusPlace(model), {
      keydown: (event) => this.keydown(event, model),
      enter: (place) => (this.card = place),
      leave: () => this.closeCard(),
      focus: (place) => {
        this.card = place;
        const row = model.shown.rows[place.row]?.key;
        const column = model.shown.columns[place.column]?.key ?? '';
        if (row !== undefined) this.keep({ at: { row, column } });
      },
      blur: () => this.closeCard(),
      activate: (place) => this.activate(model, place),
    });
  }

  private cardFor(model: Model): TemplateResult | typeof nothing {
    const { card } = this;
    const row = card && model.shown.rows[card.row];
    const column = card && model.shown.columns[card.column];
    const cell = row && column && model.shown.cellAt(row, column);
    if (!cell || model.state.isTable) return nothing;
    return html`<div id="card" role="tooltip">${cardTemplate(model, row, column, cell)}</div>`;
  }

  private folds({ texts, shown, state }: Model): TemplateResult {
    const { view } = state;
    const fold = (count: number, isAll: boolean, more: string, fewer: string, change: MapView) =>
      count === 0
        ? nothing
        : html`<button class="link" @click=${() => this.keep({ view: change })}>
            ${isAll ? fewer : fill(more, count)}
          </button>`;
    return html`<div class="folds">
      ${fold(shown.rareRows, view.allRows, texts.moreRows, texts.fewerRows, {
        ...view,
        allRows: !view.allRows,
      })}
      ${fold(shown.rareColumns, view.allColumns, texts.moreColumns, texts.fewerColumns, {
        ...view,
        allColumns: !view.allColumns,
      })}
    </div>`;
  }

  private receive(message: MapToPage): void {
    switch (message.type) {
      case 'map':
        this.loaded = message;
        this.failed = false;
        return;
      case 'failed':
        this.failed = true;
        return;
      case 'toggleOverlay':
        this.keep({ overlay: !this.state.overlay });
        return;
      case 'draw':
        void this.draw(message);
    }
  }

  private async draw({ format, colours }: Extract<MapToPage, { type: 'draw' }>): Promise<void> {
    const { loaded } = this;
    if (!loaded || loaded.answer.map.claims.length === 0)
      return this.host.post({ type: 'drawn', format });
    const model = modelOf(this.texts, loaded, this.state);
    try {
      this.host.post({ type: 'drawn', format, content: await pictureOf(model, format, colours) });
    } catch {
      this.host.post({ type: 'drawn', format });
    }
  }

  private choose(choice: MapChoice): void {
    this.card = undefined;
    this.keep({ choice, view: FIRST_VIEW });
    this.host.post({ type: 'load', choice });
  }

  private keydown(event: KeyboardEvent, { shown }: Model): void {
    const from = placeOf(event.target);
    if (!from) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      (event.target as HTMLElement).click();
      return;
    }
    const size = { rows: shown.rows.length, columns: shown.columns.length };
    const to = moved(from, event, size);
    if (!to) return;
    event.preventDefault();
    this.at(to)?.focus();
  }

  private activate(model: Model, place: Place): void {
    const row = model.shown.rows[place.row];
    if (place.column >= 0) return this.filter(model, place);
    if (!row?.isParent) return;
    const { view } = this.state;
    const open = view.open.includes(row.key)
      ? view.open.filter((key) => key !== row.key)
      : [...view.open, row.key];
    this.keep({ view: { ...view, open } });
  }

  private filter({ shown }: Model, place: Place): void {
    const row = shown.rows[place.row];
    const column = shown.columns[place.column];
    if (!row || !column || !shown.cellAt(row, column)) return;
    this.host.post({ type: 'filter', facets: { ...column.facets, ...row.facets } });
  }

  private focusPlace({ shown, state }: Model): Place {
    const row = shown.rows.findIndex(({ key }) => key === state.at?.row);
    const column = shown.columns.findIndex(({ key }) => key === state.at?.column);
    if (row < 0) return { row: 0, column: 0 };
    return { row, column: state.at?.column === '' ? -1 : Math.max(column, 0) };
  }

  private at({ row, column }: Place): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
  }

  private closeCard(): void {
    this.card = undefined;
  }

  private keep(change: Partial<MapState>): void {
    this.state = { ...this.state, ...change };
    this.host.keep(this.state);
  }
}

function placeOf(target: EventTarget | null): Place | undefined {
  const place = (target as HTMLElement | null)?.dataset['place']?.split(' ').map(Number);
  const [row, column] = place ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** What was kept may be of an older version, or damaged. */
function restored(kept: MapState | undefined): MapState {
  return kept && isChoice(kept.choice) ? { ...FIRST, ...kept } : FIRST;
}
