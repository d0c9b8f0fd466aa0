import * as vscode from 'vscode';
import type { PictureColours, PictureFormat } from '../../webview/map/messages';

/** Asks for the colours of a picture. @returns undefined where it was dismissed */
export async function askColours(): Promise<PictureColours | undefined> {
  const items: (vscode.QuickPickItem & { readonly colours: PictureColours })[] = [
    {
      colours: 'paper',
      label: vscode.l10n.t('On white'),
      description: vscode.l10n.t('for a paper or a slide'),
    },
    {
      colours: 'screen',
      label: vscode.l10n.t('As on screen'),
      description: vscode.l10n.t('the colours of the theme'),
    },
  ];
  const title = vscode.l10n.t('Export the Evidence Map');
  return (await vscode.window.showQuickPick(items, { title }))?.colours;
}

/** Asks where a picture goes and writes it there. @param content SVG as text, PNG as base64 */
export async function savePicture(format: PictureFormat, content: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `evidence-map.${format}`) }),
    filters: format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
    title: vscode.l10n.t('Export the Evidence Map'),
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytesOf(format, content));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = vscode.l10n.t('The map could not be written: {0}', reason);
    void vscode.window.showErrorMessage(text);
    return;
  }
  const open = vscode.l10n.t('Open');
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const done = vscode.l10n.t('The map was exported to {0}.', name);
  if ((await vscode.window.showInformationMessage(done, open)) === open)
    await vscode.commands.executeCommand('vscode.open', target);
}

function bytesOf(format: PictureFormat, content: string): Uint8Array {
  if (format === 'svg') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
