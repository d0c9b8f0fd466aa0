import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FacetChoice, FacetEntry, FacetGroup, ViewFacet } from '../../server/protocol';
import { fill } from '../shared/texts';
import type { EvidenceTexts } from './messages';

/** Values shown of a facet before all are asked for. */
const FIRST = 7;

/** What the filters are drawn with. */
export interface FiltersView {
  readonly groups: readonly FacetGroup[];
  readonly chosen: FacetChoice;
  readonly open: ReadonlySet<ViewFacet>;
  /** Facets of which all values are shown. */
  readonly whole: ReadonlySet<ViewFacet>;
  readonly texts: EvidenceTexts;
  readonly choose: (facet: ViewFacet, id: string, isChosen: boolean) => void;
  readonly setOpen: (facet: ViewFacet, isOpen: boolean) => void;
  readonly setWhole: (facet: ViewFacet, isWhole: boolean) => void;
  readonly clear: () => void;
}

/** How many values are chosen. */
export function countChosen(chosen: FacetChoice): number {
  return Object.values(chosen).reduce((sum, ids) => sum + ids.length, 0);
}

/** A choice with one value more or less. */
export function withValue(
  chosen: FacetChoice,
  facet: ViewFacet,
  id: string,
  isChosen: boolean,
): FacetChoice {
  const others = (chosen[facet] ?? []).filter((one) => one !== id);
  const values = isChosen ? [...others, id] : others;
  return Object.fromEntries(
    Object.entries({ ...chosen, [facet]: values }).filter(([, ids]) => ids.length > 0),
  );
}

/** All facets with their values to choose. */
export function filtersPanel(view: FiltersView): TemplateResult {
  return html`<section class="filters" id="filters" aria-label=${view.texts.filters}>
    ${repeat(
      view.groups,
      ({ facet }) => facet,
      (group) => facetGroup(group, view),
    )}
  </section>`;
}

function facetGroup({ facet, values }: FacetGroup, view: FiltersView): TemplateResult {
  const { chosen, open, whole, texts, setOpen, setWhole } = view;
  const isOpen = open.has(facet);
  const count = chosen[facet]?.length ?? 0;
  const isWhole = whole.has(facet) || values.length <= FIRST + 1;
  const shown = isWhole
    ? values
    : values.filter(({ id }, i) => i < FIRST || chosen[facet]?.includes(id));
  return html`<details
    class="facet"
    data-facet=${facet}
    ?open=${isOpen}
    @toggle=${({ target }: Event) => setOpen(facet, (target as HTMLDetailsElement).open)}
  >
    <summary>
      <span class="codicon codicon-chevron-${isOpen ? 'down' : 'right'}" aria-hidden="true"></span>
      <span class="facet-name">${texts.facets[facet]}</span>
      ${count === 0 ? nothing : html`<span class="count-badge">${count}</span>`}
    </summary>
    ${
      isOpen
        ? html`<ul>
              ${repeat(
                shown,
                ({ id }) => id,
                (value) => facetValue(facet, value, view),
              )}
            </ul>
            ${
              values.length <= FIRST + 1
                ? nothing
                : html`<button class="link" @click=${() => setWhole(facet, !isWhole)}>
                    ${isWhole ? texts.showLess : fill(texts.showAll, values.length)}
                  </button>`
            }`
        : nothing
    }
  </details>`;
}

function facetValue(facet: ViewFacet, value: FacetEntry, view: FiltersView): TemplateResult {
  const isChosen = view.chosen[facet]?.includes(value.id) ?? false;
  return html`<li>
    <label class="value ${value.count === 0 ? 'is-empty' : ''}">
      <input
        type="checkbox"
        .checked=${isChosen}
        data-value=${value.id}
        @change=${({ target }: Event) =>
          view.choose(facet, value.id, (target as HTMLInputElement).checked)}
      />
      <span class="value-label"><bdi>${valueLabel(facet, value, view.texts)}</bdi></span>
      <span class="value-count">${value.count}</span>
    </label>
  </li>`;
}

/** The chosen values, each to be taken out again. */
export function chosenChips(view: FiltersView): TemplateResult | typeof nothing {
  const { chosen, groups, texts } = view;
  const chips = groups.flatMap(({ facet, values }) =>
    (chosen[facet] ?? []).map((id) => {
      const value = values.find((one) => one.id === id) ?? { id, label: id };
      const label = valueLabel(facet, value, texts);
      return html`<button
        class="chip chosen"
        title=${`${texts.facets[facet]}: ${label}`}
        aria-label=${fill(texts.removeFilter, `${texts.facets[facet]}: ${label}`)}
        @click=${() => view.choose(facet, id, false)}
      >
        <bdi>${label}</bdi><span class="codicon codicon-close" aria-hidden="true"></span>
      </button>`;
    }),
  );
  if (chips.length === 0) return nothing;
  return html`<div class="chosen-chips">
    ${chips}
    <button class="link" @click=${view.clear}>${texts.clearFilters}</button>
  </div>`;
}

function valueLabel(
  facet: ViewFacet,
  { id, label }: Pick<FacetEntry, 'id' | 'label'>,
  texts: EvidenceTexts,
): string {
  if (id === 'not-stated') return texts.values['not-stated'];
  if (facet === 'kind' || facet === 'cited')
    return texts.values[id as 'claim' | 'reference' | 'cited' | 'not-cited'] ?? label;
  if (facet === 'certainty') return texts.certainties[id] ?? label;
  return label;
}
