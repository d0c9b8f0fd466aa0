import { html, type TemplateResult } from 'lit';
import { virtualize, virtualizerRef } from '@lit-labs/virtualizer/virtualize.js';
import type { EvidenceCard } from '../../server/protocol';
import { cardTemplate, type CardView } from './card';

/** What the list is drawn with. */
export interface ListView {
  readonly cards: readonly EvidenceCard[];
  readonly active: number;
  readonly label: string;
  readonly isBusy: boolean;
  readonly card: Omit<CardView, 'index' | 'isActive'>;
  readonly press: (event: KeyboardEvent) => void;
  /** Indexes of the first and the last card in view. */
  readonly see: (first: number, last: number) => void;
}

/** The little of the virtualiser that is used. */
interface Virtualizer {
  element(index: number): { scrollIntoView(options: ScrollIntoViewOptions): void } | undefined;
  readonly layoutComplete: Promise<void>;
}

/** The cards; only those in view, and some around, are in the page. */
export function cardList(view: ListView): TemplateResult {
  const { cards, active } = view;
  return html`<div
    class="list"
    role="feed"
    aria-label=${view.label}
    aria-busy=${view.isBusy}
    @keydown=${view.press}
    @rangeChanged=${({ first, last }: Event & { first: number; last: number }) =>
      view.see(first, last)}
  >
    ${virtualize({
      items: [...cards],
      scroller: true,
      renderItem: (card: EvidenceCard, index: number) =>
        cardTemplate(card, { ...view.card, index, isActive: index === active }),
    })}
  </div>`;
}

/** Scrolls to a card, which may not be in the page yet. */
export async function scrollToCard(
  root: ParentNode,
  index: number,
  block: ScrollLogicalPosition = 'start',
): Promise<void> {
  const list = root.querySelector<HTMLElement & { [virtualizerRef]?: Virtualizer }>('.list');
  if (index === 0) {
    list?.scrollTo({ top: 0 });
    return;
  }
  const virtualizer = list?.[virtualizerRef];
  virtualizer?.element(index)?.scrollIntoView({ block });
  await virtualizer?.layoutComplete.catch(() => undefined);
}

/** Puts the focus on a card and brings it into view. */
export async function focusCard(root: ParentNode, index: number): Promise<void> {
  const find = () => root.querySelector<HTMLElement>(`#card-${index}`);
  if (!find()) await scrollToCard(root, index, 'nearest');
  find()?.focus();
  find()?.scrollIntoView({ block: 'nearest' });
}
