import * as vscode from 'vscode';
import { METHODS, PAGE_SCHEME, type ReportAnswer, type ReportParams } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { isManuscript } from '../selector';

type Format = ReportParams['format'];

/** What is exported and where to, where a key binding or another extension says so. */
interface Given {
  readonly format?: Format;
  readonly target?: vscode.Uri;
}

const ENDINGS: Readonly<Record<Format, string>> = { html: 'html', markdown: 'md' };

/** `Caveat: Export Report…`: findings and coverage of the active manuscript as a file, to be sent to a co-author. */
export function registerExportReport(context: CaveatContext): void {
  context.extension.subscriptions.push(
    vscode.commands.registerCommand('caveat.exportReport', async (given?: Given) => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !isManuscript(document) || document.uri.scheme === PAGE_SCHEME) {
        const text = vscode.l10n.t('Open a manuscript first, then run this again.');
        void vscode.window.showInformationMessage(text);
        return undefined;
      }
      try {
        return await exportReport(context, document, given);
      } catch (error) {
        if (error instanceof vscode.CancellationError) return undefined;
        context.output.error(String(error));
        void vscode.window.showErrorMessage(
          vscode.l10n.t('Caveat: the report was not written. {0}', String(error)),
        );
        return undefined;
      }
    }),
  );
}

/** @returns where it was written; undefined where the writer broke off, or there is nothing to report on */
async function exportReport(
  context: CaveatContext,
  { uri }: vscode.TextDocument,
  given: Given | undefined,
): Promise<vscode.Uri | undefined> {
  const format = given?.format ?? (await askFormat());
  if (!format) return undefined;
  const answer = await write(context, { uri: uri.toString(), format, date: today() });
  if ('reason' in answer) {
    const text = vscode.l10n.t('Caveat has nothing to report on here: {0}.', answer.reason);
    void vscode.window.showInformationMessage(text);
    return undefined;
  }
  const target = given?.target ?? (await askTarget(uri, format));
  if (!target) return undefined;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(answer.text));
  // Nothing waits for the answer.
  void offerToOpen(target, format);
  return target;
}

async function askFormat(): Promise<Format | undefined> {
  const items: (vscode.QuickPickItem & { readonly format: Format })[] = [
    {
      label: 'HTML',
      description: vscode.l10n.t('one file for any browser, prints well'),
      format: 'html',
    },
    { label: 'Markdown', description: vscode.l10n.t('plain text to edit'), format: 'markdown' },
  ];
  const placeHolder = vscode.l10n.t('The format of the report');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.format;
}

function write({ client }: CaveatContext, params: ReportParams): Thenable<ReportAnswer> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Caveat: writing the report'),
      cancellable: true,
    },
    async (_, token) => {
      const answer = client.sendRequest<ReportAnswer>(METHODS.report, params, token);
      const cancelled = new Promise<never>((_resolve, reject) =>
        token.onCancellationRequested(() => reject(new vscode.CancellationError())),
      );
      return Promise.race([answer, cancelled]);
    },
  );
}

function askTarget(manuscript: vscode.Uri, format: Format): Thenable<vscode.Uri | undefined> {
  const ending = ENDINGS[format];
  const name = (manuscript.path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  const folder =
    manuscript.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(manuscript, '..');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report'),
    filters: { [format === 'html' ? 'HTML' : 'Markdown']: [ending] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}-report.${ending}`) }),
  });
}

async function offerToOpen(target: vscode.Uri, format: Format): Promise<void> {
  const open = vscode.l10n.t('Open');
  const text = vscode.l10n.t(
    'Caveat: the report is in {0}.',
    vscode.workspace.asRelativePath(target),
  );
  if ((await vscode.window.showInformationMessage(text, open)) !== open) return;
  // A browser can only be shown files of this machine.
  const isLocal = target.scheme === 'file' && vscode.env.remoteName === undefined;
  if (format === 'html' && isLocal && vscode.env.uiKind === vscode.UIKind.Desktop)
    await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}

/** The day where this runs, as ISO 8601 writes it. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
