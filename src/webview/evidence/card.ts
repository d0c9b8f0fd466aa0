import { html, nothing, type TemplateResult } from 'lit';
import type { ClaimCard, EvidenceCard, ReferenceCard, ReferenceChip } from '../../server/protocol';
import { fill } from '../shared/texts';
import { marked } from '../shared/marked';
import type { CardAction, CardRef, EvidenceTexts } from './messages';
import { certaintyShape, certaintySign, directionSign } from './signs';

/** What a card is drawn with. */
export interface CardView {
  readonly index: number;
  readonly total: number;
  /** It is the one that Tab leads to. */
  readonly isActive: boolean;
  readonly texts: EvidenceTexts;
  readonly act: (action: CardAction, card: EvidenceCard) => void;
  readonly activate: (index: number) => void;
  /** Shows the card of a reference or a claim. */
  readonly follow: (words: string, kind: EvidenceCard['kind']) => void;
}

const MAX_CHIPS = 6;
const ACTIONS: readonly (readonly [CardAction, string])[] = [
  ['insertCitation', 'insert'],
  ['copyCitation', 'copy'],
  ['copyReference', 'references'],
  ['openPage', 'open-preview'],
  ['findMentions', 'location'],
  ['openDoi', 'link-external'],
];

/** What can be done with a card. */
export function actionsOf(card: EvidenceCard): CardAction[] {
  const hasUrl = refOf(card).choices.some(({ url }) => url !== undefined);
  return ACTIONS.map(([action]) => action).filter((action) => {
    if (action === 'openDoi') return hasUrl;
    if (action === 'openPage' || action === 'findMentions') return true;
    return card.keys.length > 0;
  });
}

/** The part of a card that the extension needs to act on it. */
export function refOf(card: EvidenceCard): CardRef {
  const { pack, kind, id, keys, citation } = card;
  const choices =
    card.kind === 'claim'
      ? card.references.map(({ citeKey, label, title, url }) => ({
          key: citeKey,
          label,
          ...(title !== undefined && { title }),
          ...(url !== undefined && { url }),
        }))
      : [
          {
            key: keys[0] ?? id,
            label: card.source?.text ?? id,
            title: card.text,
            ...(card.url !== undefined && { url: card.url }),
          },
        ];
  return { pack, kind, id, keys, ...(citation !== undefined && { citation }), choices };
}

/** A claim or a reference as one entry of the list. */
export function cardTemplate(card: EvidenceCard, view: CardView): TemplateResult {
  const { index, total, isActive, texts } = view;
  return html`<article
    class="card ${card.kind}"
    id="card-${index}"
    tabindex=${isActive ? 0 : -1}
    aria-posinset=${index + 1}
    aria-setsize=${total}
    aria-labelledby="card-text-${index}"
    aria-describedby="card-signs-${index}"
    @focusin=${() => view.activate(index)}
    @click=${() => view.activate(index)}
  >
    <div class="card-signs" id="card-signs-${index}">
      ${
        card.kind === 'claim'
          ? [certaintySign(card.certainty, texts), directionSign(card.direction, texts)]
          : html`<span class="sign"
              ><span class="codicon codicon-book" aria-hidden="true"></span>${
                texts.types[card.type] ?? texts.values.reference
              }</span
            >`
      }
      ${card.isCited ? citedSign(texts) : nothing}
    </div>
    <p class="card-text" id="card-text-${index}">
      <bdi>${marked(card.text, card.highlights)}</bdi>
    </p>
    ${card.kind === 'claim' ? claimBody(card, view) : referenceBody(card, view)}
    ${actionBar(card, view)}
  </article>`;
}

function citedSign(texts: EvidenceTexts): TemplateResult {
  return html`<span class="sign cited"
    ><span class="codicon codicon-bookmark" aria-hidden="true"></span>${texts.cited}</span
  >`;
}

function claimBody(card: ClaimCard, view: CardView): TemplateResult {
  const { texts } = view;
  const facts = [{ name: 'section', value: card.section }, ...card.facts];
  return html`${
      card.caveat === undefined
        ? nothing
        : html`<p class="card-caveat">
            <span class="codicon codicon-warning" aria-hidden="true"></span
            ><span class="visually-hidden">${texts.caveat}: </span><bdi>${card.caveat}</bdi>
          </p>`
    }
    <ul class="facts">
      ${facts.map(
        ({ name, value }) =>
          html`<li title="${texts.facts[name] ?? name}: ${value}">
            <span class="visually-hidden">${texts.facts[name] ?? name}: </span><bdi>${value}</bdi>
          </li>`,
      )}
    </ul>
    ${
      card.references.length === 0
        ? html`<p class="card-note">${texts.noReference}</p>`
        : html`<div class="chips">
            ${card.references.slice(0, MAX_CHIPS).map((chip) => chipButton(chip, view))}
            ${
              card.references.length > MAX_CHIPS
                ? html`<span class="card-note"
                    >${fill(texts.andMore, card.references.length - MAX_CHIPS)}</span
                  >`
                : nothing
            }
          </div>`
    }`;
}

function chipButton(chip: ReferenceChip, { isActive, texts, follow }: CardView): TemplateResult {
  const title = [fill(texts.showReference, chip.label), chip.title].filter(Boolean).join('\n');
  return html`<button
    class="chip ${chip.isCited ? 'is-cited' : ''}"
    tabindex=${isActive ? 0 : -1}
    title=${title}
    @click=${() => follow(chip.id, 'reference')}
  >
    ${
      chip.isCited
        ? html`<span class="codicon codicon-bookmark" aria-hidden="true"></span>`
        : nothing
    }<bdi>${chip.label}</bdi>${
      chip.number === undefined ? nothing : html` <span class="number">[${chip.number}]</span>`
    }${chip.isCited ? html`<span class="visually-hidden"> (${texts.cited})</span>` : nothing}
  </button>`;
}

function referenceBody(card: ReferenceCard, view: CardView): TemplateResult {
  const { texts, isActive, follow } = view;
  return html`<p class="card-source">
      ${
        card.source === undefined
          ? nothing
          : html`<bdi>${marked(card.source.text, card.source.highlights)}</bdi>`
      }${
        card.number === undefined ? nothing : html` <span class="number">[${card.number}]</span>`
      }${card.journal === undefined ? nothing : html` · <cite><bdi>${card.journal}</bdi></cite>`}${
        card.doi === undefined ? nothing : html` · <span class="doi">${card.doi}</span>`
      }
    </p>
    ${
      card.claims.length === 0
        ? nothing
        : html`<p class="card-note">${texts.carries}</p>
            <ul class="carried">
              ${card.claims.map(
                ({ id, statement, certainty }) =>
                  html`<li>
                    ${certaintyShape(certainty, texts)}
                    <button
                      class="carried-claim"
                      tabindex=${isActive ? 0 : -1}
                      data-claim=${id}
                      @click=${() => follow(statement, 'claim')}
                    >
                      <bdi>${statement}</bdi>
                    </button>
                  </li>`,
              )}
            </ul>
            ${
              card.moreClaims > 0
                ? html`<p class="card-note">${fill(texts.andMore, card.moreClaims)}</p>`
                : nothing
            }`
    }`;
}

function actionBar(card: EvidenceCard, { isActive, texts, act }: CardView): TemplateResult {
  const possible = actionsOf(card);
  return html`<div class="actions" role="toolbar" aria-label=${texts.list}>
    ${ACTIONS.filter(([action]) => possible.includes(action)).map(
      ([action, icon]) =>
        html`<button
          class="action"
          data-action=${action}
          tabindex=${isActive ? 0 : -1}
          title=${texts.actions[action]}
          aria-label=${texts.actions[action]}
          @click=${() => act(action, card)}
        >
          <span class="codicon codicon-${icon}" aria-hidden="true"></span>
        </button>`,
    )}
  </div>`;
}
