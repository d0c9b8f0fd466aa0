import { html, nothing, type TemplateResult } from 'lit';
import type { EvidenceAnswer } from '../../server/protocol';
import { fill } from '../shared/texts';
import type { EvidenceTexts } from './messages';

/** What stands above the list. */
export interface HeaderView {
  readonly texts: EvidenceTexts;
  readonly query: string;
  readonly answer: EvidenceAnswer | undefined;
  /** The name of the manuscript's file. */
  readonly manuscript: string | undefined;
  readonly pinned: string | undefined;
  readonly summary: string;
  /** How many values are chosen. */
  readonly filters: number;
  readonly showsFilters: boolean;
  readonly type: (query: string) => void;
  /** Into the list. */
  readonly down: () => void;
  readonly togglePin: () => void;
  readonly toggleFilters: () => void;
}

/** The search box, and what the list below is about. */
export function header(view: HeaderView): TemplateResult {
  return html`${searchBox(view)}${subject(view)}`;
}

function searchBox(view: HeaderView): TemplateResult {
  const { texts, query, filters, showsFilters, type, toggleFilters } = view;
  const title =
    filters === 0 ? texts.filters : `${texts.filters}: ${fill(texts.filtersCount, filters)}`;
  return html`<div class="search-row" role="search">
    <vscode-textfield
      class="search"
      label=${texts.search}
      placeholder=${texts.search}
      .value=${query}
      @input=${({ target }: Event) => type((target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => onKey(event, view)}
    >
      <vscode-icon slot="content-before" name="search" size="14"></vscode-icon>
      ${
        query === ''
          ? nothing
          : html`<button
              slot="content-after"
              class="action clear"
              title=${texts.clearSearch}
              aria-label=${texts.clearSearch}
              @click=${({ target }: Event) => {
                type('');
                (target as HTMLElement).closest<HTMLElement>('.search')?.focus();
              }}
            >
              <span class="codicon codicon-close" aria-hidden="true"></span>
            </button>`
      }
    </vscode-textfield>
    <button
      class="action filter-toggle ${showsFilters ? 'is-on' : ''}"
      title=${title}
      aria-label=${title}
      aria-expanded=${showsFilters}
      aria-controls="filters"
      @click=${toggleFilters}
    >
      <span
        class="codicon codicon-${filters > 0 ? 'filter-filled' : 'filter'}"
        aria-hidden="true"
      ></span>
      ${filters === 0 ? nothing : html`<span class="count-badge">${filters}</span>`}
    </button>
  </div>`;
}

function onKey(event: KeyboardEvent, { query, type, down }: HeaderView): void {
  if (event.key === 'Escape' && query !== '') type('');
  else if (event.key === 'ArrowDown') down();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** What is shown: so many results for words, for a sentence, or everything. */
function subject(view: HeaderView): TemplateResult | typeof nothing {
  const { texts, answer, manuscript, pinned, summary, filters } = view;
  if (!answer || answer.state === 'no-pack') return nothing;
  const count = html`<span class="count">${summary}</span>`;
  if (answer.mode === 'search') return html`<div class="subject">${count}</div>`;
  if (answer.mode === 'sentence') {
    const isPinned = pinned !== undefined;
    return html`<div class="subject">
        <span class="subject-title">${isPinned ? texts.pinnedSentence : texts.forSentence}</span>
        ${count}${pinButton(view, isPinned)}
      </div>
      <blockquote class="sentence" title=${answer.sentence ?? ''}>
        <bdi>${answer.sentence}</bdi>
      </blockquote>`;
  }
  // Filtered, as by a click on the map: no sentence is missing.
  if (filters > 0) return html`<div class="subject">${count}</div>`;
  const hint = manuscript === undefined ? texts.openManuscript : texts.noSentence;
  return html`<div class="subject">
      <span class="subject-title">${texts.allEvidence}</span>
      ${count}
    </div>
    <p class="hint">${hint}</p>`;
}

function pinButton({ texts, togglePin }: HeaderView, isPinned: boolean): TemplateResult {
  const title = isPinned ? texts.unpin : texts.pin;
  return html`<button
    class="action pin ${isPinned ? 'is-on' : ''}"
    title=${title}
    aria-label=${texts.pin}
    aria-pressed=${isPinned}
    @click=${togglePin}
  >
    <span class="codicon codicon-${isPinned ? 'pinned' : 'pin'}" aria-hidden="true"></span>
  </button>`;
}
