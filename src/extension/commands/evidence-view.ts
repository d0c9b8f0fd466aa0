import * as vscode from 'vscode';
import type { FacetChoice } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { EvidenceView } from '../views/evidence-view';

/** Called by the evidence map; its argument is a choice of facets. */
const FILTER = 'caveat.filterEvidence';

/** The evidence view, and its actions as commands. */
export function registerEvidenceView(context: CaveatContext): void {
  const view = new EvidenceView(context);
  const { registerCommand } = vscode.commands;
  context.extension.subscriptions.push(
    view,
    vscode.window.registerWebviewViewProvider('caveat.evidence', view),
    registerCommand(FILTER, (chosen: FacetChoice) => view.show({ chosen })),
    registerCommand('caveat.showEvidence', (query?: unknown) =>
      view.show(typeof query === 'string' ? { query } : undefined),
    ),
    registerCommand('caveat.evidence.pin', () => view.do('togglePin')),
    registerCommand('caveat.evidence.unpin', () => view.do('togglePin')),
    registerCommand('caveat.evidence.toggleFilters', () => view.do('toggleFilters')),
    registerCommand('caveat.evidence.clearFilters', () => view.do('clearFilters')),
    registerCommand('caveat.evidence.insertCitation', () => view.act('insertCitation')),
    registerCommand('caveat.evidence.copyCitation', () => view.act('copyCitation')),
    registerCommand('caveat.evidence.copyReference', () => view.act('copyReference')),
    registerCommand('caveat.evidence.openDoi', () => view.act('openDoi')),
    registerCommand('caveat.evidence.openPage', () => view.act('openPage')),
    registerCommand('caveat.evidence.findMentions', () => view.act('findMentions')),
  );
}
