import * as vscode from 'vscode';
import {
  COMMANDS,
  METHODS,
  PAGE_SCHEME,
  type MentionsAnswer,
  type MentionsParams,
} from '../../server/protocol';
import type { CardAction, CardRef } from '../../webview/evidence/messages';
import type { CaveatContext } from '../context';
import { toRange } from '../ranges';
import type { FollowedEditor } from './followed-editor';

/**
 * Does with a card what its buttons, keys and commands stand for.
 *
 * @returns what is to be said to who cannot see it
 */
export async function actOnCard(
  context: CaveatContext,
  action: CardAction,
  card: CardRef,
  followed: FollowedEditor,
): Promise<string | undefined> {
  switch (action) {
    case 'insertCitation':
      return insert(card, followed);
    case 'copyCitation':
      if (card.citation === undefined) return undefined;
      await vscode.env.clipboard.writeText(card.citation);
      return vscode.l10n.t('Copied {0}', card.citation);
    case 'copyReference': {
      const chosen = await chooseReference(card);
      const uri = followed.document?.uri.toString() ?? '';
      if (chosen) await vscode.commands.executeCommand(COMMANDS.copyReference, uri, chosen.key);
      return undefined;
    }
    case 'openDoi': {
      const chosen = await chooseReference(card, ({ url }) => url !== undefined);
      if (chosen?.url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(chosen.url));
      return undefined;
    }
    case 'openPage':
      await openPage(card, followed);
      return undefined;
    case 'findMentions':
      return findMentions(context, card, followed);
  }
}

/** In the manuscript that is followed, whatever else is in front. */
async function insert(
  { keys }: CardRef,
  { editor, document }: FollowedEditor,
): Promise<string | undefined> {
  if (!editor || !document) {
    const text = vscode.l10n.t('Open a manuscript first, then run this again.');
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  if (vscode.window.activeTextEditor !== editor)
    await vscode.window.showTextDocument(document, editor.viewColumn);
  const before = document.version;
  await vscode.commands.executeCommand('caveat.insertCitation', { keys });
  // The writer may have broken off, or it was cited there already.
  return document.version === before ? undefined : vscode.l10n.t('Citation inserted');
}

type Choice = CardRef['choices'][number];

/** One of the card's references; the writer is asked where there are several. */
async function chooseReference(
  { choices }: CardRef,
  isFit: (choice: Choice) => boolean = () => true,
): Promise<Choice | undefined> {
  const fit = choices.filter(isFit);
  if (fit.length < 2) return fit[0];
  const items = fit.map((choice) => ({
    label: choice.label,
    description: choice.key,
    ...(choice.title !== undefined && { detail: choice.title }),
    choice,
  }));
  const placeHolder = vscode.l10n.t('Which of the references?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.choice;
}

/** The page of a claim or a reference, beside the manuscript. */
async function openPage(
  { kind, pack, id, keys }: CardRef,
  { document }: FollowedEditor,
): Promise<void> {
  const path =
    kind === 'reference' && document
      ? `/reference/${keys[0] ?? id}.md`
      : `/${kind}/${pack}/${id}.md`;
  const uri = vscode.Uri.from({
    scheme: PAGE_SCHEME,
    path,
    query: document?.uri.toString() ?? '',
  });
  try {
    await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', uri);
  } catch {
    // VS Code's own Markdown may be switched off.
    const page = await vscode.workspace.openTextDocument(uri);
    const options = { viewColumn: vscode.ViewColumn.Beside, preview: true };
    await vscode.window.showTextDocument(page, options);
  }
}

/** The places where the manuscript speaks of it, to go through; one alone is gone to. */
async function findMentions(
  { client }: CaveatContext,
  { pack, kind, id }: CardRef,
  { editor, document }: FollowedEditor,
): Promise<string | undefined> {
  if (!editor || !document) {
    const text = vscode.l10n.t('Open a manuscript first, then run this again.');
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  const params: MentionsParams = { uri: document.uri.toString(), pack, kind, id };
  const { places } = await client.sendRequest<MentionsAnswer>(METHODS.mentions, params);
  if (places.length === 0) {
    const text = vscode.l10n.t('The manuscript does not speak of it.');
    vscode.window.setStatusBarMessage(`Caveat: ${text}`, 5000);
    return text;
  }
  const items = places.map((place) => ({
    label: `$(${place.cites ? 'bookmark' : 'quote'}) ${place.text}`,
    description: vscode.l10n.t('line {0}', place.range.start.line + 1),
    place,
  }));
  const chosen =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, {
          placeHolder: vscode.l10n.t('Where the manuscript speaks of it'),
          matchOnDescription: true,
        });
  if (!chosen) return undefined;
  const range = toRange(chosen.place.range);
  await vscode.window.showTextDocument(document, {
    ...(editor.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
    selection: range,
  });
  return vscode.l10n.t('line {0}', range.start.line + 1);
}
