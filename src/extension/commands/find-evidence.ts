import * as vscode from 'vscode';
import {
  METHODS,
  type SearchAnswer,
  type SearchHit,
  type SearchParams,
} from '../../server/protocol';
import { cite } from '../cite';
import type { CaveatContext } from '../context';
import { isManuscript } from '../selector';
import { searchAsYouType } from '../views/search-as-you-type';

interface HitItem extends vscode.QuickPickItem {
  readonly hit: SearchHit;
}

interface HitButton extends vscode.QuickInputButton {
  run(
    context: CaveatContext,
    hit: SearchHit,
    editor: vscode.TextEditor | undefined,
  ): Thenable<unknown>;
}

/** `Caveat: Find Evidence…`: claims and references as one types, with what can be done with each. */
export function registerFindEvidence(context: CaveatContext): void {
  context.extension.subscriptions.push(
    vscode.commands.registerCommand('caveat.findEvidence', (query?: unknown) => {
      open(context, typeof query === 'string' ? query : undefined);
    }),
  );
}

function open(context: CaveatContext, query: string | undefined): void {
  const { client, output } = context;
  const editor = vscode.window.activeTextEditor;
  const pick = vscode.window.createQuickPick<HitItem>();
  pick.title = vscode.l10n.t('Find Evidence');
  pick.placeholder = vscode.l10n.t(
    'Words of a claim or a title, an author, a year; Enter inserts the citation',
  );
  pick.matchOnDetail = true;
  pick.value = query ?? selectionOf(editor);

  pick.onDidAccept(async () => {
    const hit = pick.selectedItems[0]?.hit;
    pick.hide();
    if (hit) await insertCitation(context, hit, editor);
  });
  pick.onDidTriggerItemButton(async ({ item, button }) => {
    pick.hide();
    await (button as HitButton).run(context, item.hit, editor);
  });
  searchAsYouType(
    pick,
    (typed, token) =>
      client.sendRequest<SearchAnswer>(METHODS.search, searchParams(typed, editor), token),
    ({ results }) => {
      pick.items = results.map(toItem);
    },
    (error) => {
      output.error(String(error));
    },
  );
}

function searchParams(query: string, editor: vscode.TextEditor | undefined): SearchParams {
  if (!editor || !isManuscript(editor.document)) return { query };
  const { line, character } = editor.selection.active;
  return { query, uri: editor.document.uri.toString(), position: { line, character } };
}

function toItem(hit: SearchHit): HitItem {
  return {
    hit,
    label: hit.title,
    detail: hit.detail,
    iconPath: new vscode.ThemeIcon(hit.kind === 'claim' ? 'quote' : 'book'),
    // Ranked by the server: what is shown is not filtered once more.
    alwaysShow: true,
    buttons: buttonsFor(hit),
  };
}

function buttonsFor({ citation, url }: SearchHit): HitButton[] {
  const copy = (text: string) => vscode.env.clipboard.writeText(text);
  const buttons: HitButton[] = [];
  if (citation !== undefined) {
    buttons.push(
      {
        iconPath: new vscode.ThemeIcon('insert'),
        tooltip: vscode.l10n.t('Insert citation'),
        run: insertCitation,
      },
      {
        iconPath: new vscode.ThemeIcon('copy'),
        tooltip: vscode.l10n.t('Copy citation'),
        run: () => copy(citation),
      },
    );
  }
  buttons.push({
    iconPath: new vscode.ThemeIcon('output'),
    tooltip: vscode.l10n.t('Copy statement'),
    run: (_context, { statement }) => copy(statement),
  });
  if (url !== undefined) {
    buttons.push({
      iconPath: new vscode.ThemeIcon('link-external'),
      tooltip: vscode.l10n.t('Open DOI'),
      run: () => vscode.env.openExternal(vscode.Uri.parse(url)),
    });
  }
  return buttons;
}

/** Into the manuscript at the cursor; where none is open, or the claim has no reference, onto the clipboard. */
async function insertCitation(
  context: CaveatContext,
  hit: SearchHit,
  editor: vscode.TextEditor | undefined,
): Promise<void> {
  const { citation, keys = [] } = hit;
  if (editor && keys.length > 0 && !editor.document.isClosed && isManuscript(editor.document)) {
    await cite(context, editor, { keys });
    return;
  }
  await vscode.env.clipboard.writeText(citation ?? hit.statement);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Caveat: copied to the clipboard.'), 5000);
}

/** A word or a sentence, not a chapter. */
function selectionOf(editor: vscode.TextEditor | undefined): string {
  const text = editor?.document.getText(editor.selection) ?? '';
  return text.length > 300 || text.includes('\n') ? '' : text;
}
