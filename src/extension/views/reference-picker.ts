import * as vscode from 'vscode';
import type { CitationHit, CitationsAnswer } from '../../server/protocol';
import { searchAsYouType } from './search-as-you-type';

interface HitItem extends vscode.QuickPickItem {
  readonly hit?: CitationHit;
}

/**
 * A list of references, several of which can be chosen; what is typed is searched by the server.
 *
 * @param find the references that fit what was typed
 * @returns the keys, in the order in which they were chosen; undefined where the writer broke off
 */
export function chooseReferences(
  find: (typed: string, token: vscode.CancellationToken) => Promise<CitationsAnswer>,
  onError: (error: unknown) => void,
): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<HitItem>();
  pick.title = vscode.l10n.t('Insert Citation');
  pick.placeholder = vscode.l10n.t('Words of a title, an author, a year, a key');
  pick.canSelectMany = true;
  pick.matchOnDetail = true;
  pick.matchOnDescription = true;
  /** What is chosen stays in the list and ticked, whatever is typed next. */
  const chosen = new Map<string, CitationHit>();
  const show = (answer: CitationsAnswer) => {
    pick.items = itemsOf([...chosen.values()], answer);
    pick.selectedItems = pick.items.filter(({ hit }) => hit && chosen.has(hit.key));
    // In a list where several can be ticked VS Code highlights none by itself, and Enter would take nothing.
    pick.activeItems = pick.items.filter(({ hit }) => hit && !chosen.has(hit.key)).slice(0, 1);
  };

  return new Promise((resolve) => {
    pick.onDidChangeSelection((items) => {
      const now = new Set(items.map(({ hit }) => hit?.key));
      for (const key of [...chosen.keys()]) if (!now.has(key)) chosen.delete(key);
      for (const { hit } of items) if (hit && !chosen.has(hit.key)) chosen.set(hit.key, hit);
    });
    pick.onDidAccept(() => {
      // Nothing ticked means the one that is highlighted.
      const active = pick.activeItems[0]?.hit;
      const keys = chosen.size > 0 ? [...chosen.keys()] : active ? [active.key] : [];
      resolve(keys);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
    searchAsYouType(pick, find, show, onError);
  });
}

function itemsOf(chosen: readonly CitationHit[], answer: CitationsAnswer): HitItem[] {
  const isChosen = new Set(chosen.map(({ key }) => key));
  const rest = (hits: readonly CitationHit[]) => hits.filter(({ key }) => !isChosen.has(key));
  return [
    ...group(vscode.l10n.t('Chosen'), chosen),
    ...group(vscode.l10n.t('For this sentence'), rest(answer.forSentence)),
    ...group(vscode.l10n.t('All references'), rest(answer.others)),
  ];
}

function group(label: string, hits: readonly CitationHit[]): HitItem[] {
  if (hits.length === 0) return [];
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...hits.map((hit): HitItem => ({
      hit,
      label: hit.label,
      description: [hit.key, hit.why].filter((part) => part !== '').join(' '),
      detail: hit.title,
      // Ranked by the server: what is shown is not filtered once more.
      alwaysShow: true,
    })),
  ];
}
