import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { EvidenceAnswer, EvidenceCard, FacetChoice, ViewFacet } from '../../server/protocol';
import type { Host } from '../shared/host';
import { fill } from '../shared/texts';
import { Asking } from './asking';
import { actionsOf, refOf, type CardView } from './card';
import { emptyState, trustNote } from './empty';
import { chosenChips, countChosen, filtersPanel, withValue, type FiltersView } from './filters';
import { header, type HeaderView } from './header';
import { cardKey } from './keys';
import { cardList, focusCard, scrollToCard } from './list';
import type {
  CardAction,
  EvidenceData,
  EvidenceState,
  EvidenceToExtension,
  EvidenceToPage,
  Question,
} from './messages';
import { soundState } from './state';

export type EvidenceHost = Host<EvidenceToExtension, EvidenceToPage, EvidenceState>;

/** Cards that are asked for at once: first as many as a tall window shows, then as many as a quick scroll passes. */
const FIRST = 16;
const PAGE = 60;
/** When so many are left below, more are asked for. */
const AHEAD = 10;
/** Before the state is kept; it changes with each letter and each step of the wheel. */
const KEEP_DELAY = 300;

/** The evidence view: a search box, filters, and a list of cards. */
@customElement('caveat-evidence')
export class EvidenceView extends LitElement {
  @state() private query = '';
  @state() private chosen: FacetChoice = {};
  @state() private pinned: string | undefined;
  @state() private showsFilters = false;
  @state() private open: ReadonlySet<ViewFacet> = new Set();
  @state() private whole: ReadonlySet<ViewFacet> = new Set();
  @state() private answer: EvidenceAnswer | undefined;
  @state() private cards: readonly EvidenceCard[] = [];
  @state() private manuscript: string | undefined;
  @state() private active = 0;
  @state() private isRunning = true;
  @state() private isTrusted = true;
  @state() private hasFailed = false;
  @state() private said = '';
  /** What the map shows is not about a sentence, until its filters are gone. */
  private isApart = false;
  /** The card at the top; not drawn, only kept. */
  private top = 0;
  /** A place to scroll to once its cards are there. */
  private goTo: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly asking: Asking;

  constructor(
    private readonly host: EvidenceHost,
    private readonly data: EvidenceData,
  ) {
    super();
    const kept = soundState(host.kept ?? data.state);
    this.query = kept.query;
    this.chosen = kept.chosen;
    this.pinned = kept.pinned;
    this.isApart = kept.isApart === true;
    this.showsFilters = kept.showsFilters;
    this.open = new Set(kept.openFacets);
    this.top = kept.top;
    this.active = kept.top;
    this.isRunning = data.isRunning;
    this.isTrusted = data.isTrusted;
    if (kept.top > 0) this.goTo = kept.top;
    this.asking = new Asking((id, question) => host.post({ type: 'ask', id, question }));
    host.listen((message) => this.receive(message));
    host.post({ type: 'ready' });
    this.ask(0, kept.top + FIRST);
  }

  /** Its styles are the page's. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private ask(offset = 0, limit = FIRST): void {
    const question: Question = {
      query: this.query,
      chosen: this.chosen,
      ...(this.isApart
        ? { isApart: true }
        : this.pinned !== undefined && { sentence: this.pinned }),
      offset,
      limit,
    };
    this.asking.ask(question);
  }

  /** Something else is looked for: the list begins anew. */
  private look(): void {
    this.top = 0;
    this.goTo = 0;
    this.active = 0;
    this.ask();
    this.keep();
  }

  private receive(message: EvidenceToPage): void {
    switch (message.type) {
      case 'answer': {
        const question = this.asking.answered(message.id);
        if (question) this.take(message.answer, message.manuscript);
        return;
      }
      case 'failed':
        if (this.asking.answered(message.id)) this.hasFailed = true;
        return;
      case 'moved':
        this.ask(0, Math.max(FIRST, this.cards.length));
        return;
      case 'show':
        this.query = message.query ?? '';
        this.chosen = message.chosen ?? {};
        this.isApart = message.chosen !== undefined;
        this.look();
        this.focusSearch();
        return;
      case 'do':
        this.do(message.what);
        return;
      case 'about':
        this.isTrusted = message.isTrusted;
        if (message.isRunning && !this.isRunning) this.ask();
        this.isRunning = message.isRunning;
        return;
      case 'said':
        this.say(message.text);
    }
  }

  private do(what: Extract<EvidenceToPage, { type: 'do' }>['what']): void {
    if (what === 'togglePin') this.togglePin();
    else if (what === 'clearFilters') this.clearFilters();
    else if (what === 'focus') this.focusSearch();
    else {
      this.showsFilters = !this.showsFilters;
      this.keep();
    }
  }

  private take(answer: EvidenceAnswer, manuscript: string | undefined): void {
    const isNext = answer.offset > 0 && answer.offset === this.cards.length;
    const isOther = !isNext && answer.sentence !== this.answer?.sentence;
    this.hasFailed = false;
    this.cards = isNext ? [...this.cards, ...answer.cards] : answer.cards;
    this.answer = answer;
    this.chosen = answer.chosen;
    this.manuscript = manuscript;
    if (isOther && this.goTo === undefined) {
      this.goTo = 0;
      this.active = 0;
    }
    this.active = Math.min(this.active, Math.max(0, this.cards.length - 1));
    if (!isNext) this.tellActive();
    this.keep();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('cards') || this.goTo === undefined || this.cards.length === 0) return;
    const to = Math.min(this.goTo, this.cards.length - 1);
    this.goTo = undefined;
    void scrollToCard(this, to);
  }

  private see(first: number, last: number): void {
    this.top = Math.max(0, first);
    this.keep();
    const { answer, cards } = this;
    if (!answer || this.asking.isBusy || last < cards.length - AHEAD) return;
    if (cards.length < answer.total) this.ask(cards.length, PAGE);
  }

  private typed(query: string): void {
    if (query === this.query) return;
    this.query = query;
    this.look();
  }

  private choose(facet: ViewFacet, id: string, isChosen: boolean): void {
    this.filter(withValue(this.chosen, facet, id, isChosen));
  }

  private clearFilters(): void {
    this.filter({});
  }

  private filter(chosen: FacetChoice): void {
    this.chosen = chosen;
    this.isApart &&= countChosen(chosen) > 0;
    this.look();
  }

  private togglePin(): void {
    const sentence = this.answer?.sentence;
    this.pinned = this.pinned === undefined ? sentence : undefined;
    this.ask(0, Math.max(FIRST, this.cards.length));
    this.keep();
  }

  private keep(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { query, chosen, pinned, isApart, showsFilters, open, top } = this;
      const kept: EvidenceState = {
        query,
        chosen,
        ...(pinned !== undefined && { pinned }),
        ...(isApart && { isApart }),
        showsFilters,
        openFacets: [...open],
        top,
      };
      this.host.keep(kept);
      this.host.post({ type: 'keep', state: kept });
    }, KEEP_DELAY);
  }

  private say(text: string): void {
    // The same text again is news too.
    this.said = text === this.said ? `${text}\u00a0` : text;
  }

  private focusSearch(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.search')?.focus());
  }

  private act(action: CardAction, card: EvidenceCard): void {
    if (!actionsOf(card).includes(action)) return;
    this.host.post({ type: 'act', action, card: refOf(card) });
  }

  private activate(index: number): void {
    if (index === this.active) return;
    this.active = index;
    this.tellActive();
  }

  private tellActive(): void {
    const card = this.cards[this.active];
    this.host.post({ type: 'active', ...(card && { card: refOf(card) }) });
  }

  private async focusCard(index: number): Promise<void> {
    const to = Math.max(0, Math.min(index, this.cards.length - 1));
    this.activate(to);
    await this.updateComplete;
    await focusCard(this, to);
  }

  private onListKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const key = cardKey(event, target.classList.contains('card'));
    const card = this.cards[this.active];
    if (!key || !card) return;
    event.preventDefault();
    if (key.kind === 'move') {
      if (key.by < 0 && this.active === 0) this.focusSearch();
      else void this.focusCard(this.active + key.by);
    } else if (key.kind === 'end') void this.focusCard(key.last ? this.cards.length - 1 : 0);
    else if (key.kind === 'search') this.focusSearch();
    else this.act(key.action, card);
  }

  protected override render(): TemplateResult {
    const { answer, chosen, data, showsFilters } = this;
    const { texts } = data;
    const run = (command: 'restart' | 'trust' | 'packs') =>
      this.host.post({ type: 'run', command });
    const filters = this.filtersView();
    const empty = emptyState({
      texts,
      answer,
      isRunning: this.isRunning,
      hasFailed: this.hasFailed,
      hasFilters: countChosen(chosen) > 0,
      run,
      clearFilters: () => this.clearFilters(),
    });
    return html`<main class="view ${showsFilters ? 'with-filters' : ''}">
      <h1 class="visually-hidden">${texts.title}</h1>
      <header class="top">
        ${header(this.headerView())} ${chosenChips(filters)}
        ${this.isTrusted ? nothing : trustNote(texts, run)}
      </header>
      ${showsFilters ? filtersPanel(filters) : nothing}
      <div class="results">${empty === nothing ? this.cardList() : empty}</div>
      <div class="visually-hidden" role="status" aria-live="polite">${this.summary()}</div>
      <div class="visually-hidden" aria-live="polite">${this.said}</div>
    </main>`;
  }

  private cardList(): TemplateResult {
    return cardList({
      cards: this.cards,
      active: this.active,
      label: fill(this.data.texts.results, '').trim(),
      isBusy: this.asking.isBusy,
      card: this.cardView(),
      press: (event) => this.onListKey(event),
      see: (first, last) => this.see(first, last),
    });
  }

  private summary(): string {
    const { texts } = this.data;
    const total = this.answer?.total;
    if (total === undefined) return '';
    if (total === 0) return texts.noResult;
    return total === 1 ? texts.oneResult : fill(texts.results, total);
  }

  private headerView(): HeaderView {
    return {
      texts: this.data.texts,
      query: this.query,
      answer: this.answer,
      manuscript: this.manuscript,
      pinned: this.pinned,
      summary: this.summary(),
      filters: countChosen(this.chosen),
      showsFilters: this.showsFilters,
      type: (query) => this.typed(query),
      down: () => void this.focusCard(this.active),
      togglePin: () => this.togglePin(),
      toggleFilters: () => this.do('toggleFilters'),
    };
  }

  private filtersView(): FiltersView {
    const change = (set: ReadonlySet<ViewFacet>, facet: ViewFacet, isIn: boolean) => {
      const next = new Set(set);
      if (isIn) next.add(facet);
      else next.delete(facet);
      return next;
    };
    return {
      groups: this.answer?.facets ?? [],
      chosen: this.chosen,
      open: this.open,
      whole: this.whole,
      texts: this.data.texts,
      choose: (facet, id, isChosen) => this.choose(facet, id, isChosen),
      setOpen: (facet, isOpen) => {
        if (this.open.has(facet) === isOpen) return;
        this.open = change(this.open, facet, isOpen);
        this.keep();
      },
      setWhole: (facet, isWhole) => (this.whole = change(this.whole, facet, isWhole)),
      clear: () => this.clearFilters(),
    };
  }

  private cardView(): Omit<CardView, 'index' | 'isActive'> {
    return {
      total: this.answer?.total ?? 0,
      texts: this.data.texts,
      act: (action, card) => this.act(action, card),
      activate: (index) => this.activate(index),
      follow: (words, kind) => {
        this.query = words;
        this.filter({ kind: [kind] });
      },
    };
  }
}
