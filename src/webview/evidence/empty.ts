import { html, nothing, type TemplateResult } from 'lit';
import type { EvidenceAnswer } from '../../server/protocol';
import type { EvidenceToExtension, EvidenceTexts } from './messages';

type Run = Extract<EvidenceToExtension, { type: 'run' }>['command'];

/** What stands in the place of cards. */
export interface EmptyView {
  readonly texts: EvidenceTexts;
  readonly answer: EvidenceAnswer | undefined;
  readonly isRunning: boolean;
  readonly hasFailed: boolean;
  readonly hasFilters: boolean;
  readonly run: (command: Run) => void;
  readonly clearFilters: () => void;
}

/** Says why there is nothing to see, and what can be done; nothing where there is. */
export function emptyState(view: EmptyView): TemplateResult | typeof nothing {
  const { texts, answer, run } = view;
  if (!view.isRunning)
    return message('debug-disconnect', texts.stopped, '', [texts.restart, () => run('restart')]);
  if (view.hasFailed)
    return message('error', texts.failed, '', [texts.restart, () => run('restart')]);
  if (!answer) return html`<p class="loading" role="status">${texts.loading}</p>`;
  if (answer.state === 'no-pack')
    return message('package', texts.noPack, texts.noPackHint, [
      texts.showPacks,
      () => run('packs'),
    ]);
  if (answer.total > 0) return nothing;
  if (view.hasFilters)
    return message('filter', texts.noneFiltered, '', [texts.clearFilters, view.clearFilters]);
  if (answer.mode === 'sentence') return message('quote', texts.noneForSentence, '');
  return message('search', texts.noneFound, texts.noneFoundHint);
}

/** Of a workspace that is not trusted. */
export function trustNote(texts: EvidenceTexts, run: (command: Run) => void): TemplateResult {
  return html`<p class="note">
    <span class="codicon codicon-shield" aria-hidden="true"></span> ${texts.untrusted}
    <button class="link" @click=${() => run('trust')}>${texts.manageTrust}</button>
  </p>`;
}

function message(
  icon: string,
  title: string,
  hint: string,
  action?: readonly [string, () => void],
): TemplateResult {
  return html`<div class="empty">
    <span class="codicon codicon-${icon}" aria-hidden="true"></span>
    <p class="empty-title">${title}</p>
    ${hint === '' ? nothing : html`<p>${hint}</p>`}
    ${action ? html`<vscode-button @click=${action[1]}>${action[0]}</vscode-button>` : nothing}
  </div>`;
}
