import * as vscode from 'vscode';
import { METHODS, type MapAnswer, type MapParams } from '../../server/protocol';
import type { MapToExtension, MapToPage, PictureFormat } from '../../webview/map/messages';
import type { CaveatContext } from '../context';
import { isManuscript } from '../selector';
import { askColours, savePicture } from './map-save';
import { mapTexts } from './map-texts';
import { webviewHtml, webviewOptions } from './webview-html';

type Choice = Extract<MapToExtension, { type: 'load' }>['choice'];

/** While somebody writes, the map is drawn anew at most so often; milliseconds. */
const DELAY = 800;

/** One panel with the map in it, and what the page asks for. */
export class MapPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  /** The page stands and has its map; it is built anew each time that its tab comes to the front. */
  private ready!: Promise<void>;
  private markReady: () => void = () => undefined;
  private choice: Choice | undefined;
  private manuscript: vscode.TextDocument | undefined;
  private running: vscode.CancellationTokenSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly context: CaveatContext,
    private readonly panel: vscode.WebviewPanel,
  ) {
    const { extensionUri } = context.extension;
    this.awaitPage();
    this.manuscript = currentManuscript();
    this.subscriptions.push(
      panel.webview.onDidReceiveMessage((message: MapToExtension) => void this.receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.awaitPage();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (!editor || !isManuscript(editor.document)) return;
        if (editor.document === this.manuscript) return;
        this.manuscript = editor.document;
        this.soon();
      }),
      // It was read again: what it cites may be other.
      context.onStatus(({ uri }) => {
        if (this.manuscript === undefined) this.manuscript = currentManuscript();
        if (this.manuscript?.uri.toString() === vscode.Uri.parse(uri).toString()) this.soon();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document !== this.manuscript) return;
        this.manuscript = currentManuscript();
        this.soon();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('caveat')) this.soon();
      }),
    );
    const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, 'media', `map-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = webviewOptions(extensionUri);
    panel.webview.html = webviewHtml(panel.webview, extensionUri, {
      name: 'map',
      title: panel.title,
      data: mapTexts(),
    });
  }

  reveal(): void {
    this.panel.reveal();
  }

  close(): void {
    this.panel.dispose();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.running?.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  async toggleOverlay(): Promise<void> {
    await this.ready;
    this.post({ type: 'toggleOverlay' });
  }

  /** Has the page draw the picture; it comes back as `drawn`. */
  async export(format: PictureFormat): Promise<void> {
    const colours = await askColours();
    if (!colours) return;
    await this.ready;
    this.post({ type: 'draw', format, colours });
  }

  private async receive(message: MapToExtension): Promise<void> {
    switch (message.type) {
      case 'load':
        this.choice = message.choice;
        await this.load();
        this.markReady();
        return;
      case 'filter':
        // The numbers on the map are of claims.
        await vscode.commands.executeCommand('caveat.filterEvidence', {
          kind: ['claim'],
          ...message.facets,
        });
        return;
      case 'export':
        await this.export(message.format);
        return;
      case 'drawn':
        if (message.content !== undefined) await savePicture(message.format, message.content);
        else
          void vscode.window.showWarningMessage(
            vscode.l10n.t('There is no evidence map to export.'),
          );
        return;
      case 'showPacks':
        await vscode.commands.executeCommand('caveat.packs.focus');
    }
  }

  private async load(): Promise<void> {
    if (!this.choice) return;
    this.running?.cancel();
    const source = (this.running = new vscode.CancellationTokenSource());
    const { choice, manuscript } = this;
    const params: MapParams = { ...choice, ...(manuscript && { uri: manuscript.uri.toString() }) };
    try {
      const { client } = this.context;
      const answer = await client.sendRequest<MapAnswer>(METHODS.map, params, source.token);
      if (source.token.isCancellationRequested) return;
      const name = answer.cited && manuscript && nameOf(manuscript.uri);
      this.post({ type: 'map', choice, answer, ...(name !== undefined && { manuscript: name }) });
    } catch (error) {
      if (source.token.isCancellationRequested) return;
      this.context.output.error(String(error));
      this.post({ type: 'failed' });
    }
  }

  private awaitPage(): void {
    this.ready = new Promise((resolve) => (this.markReady = resolve));
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), DELAY);
  }

  private post(message: MapToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

/** The manuscript in the active editor, else one that is in view, else one that is open. */
function currentManuscript(): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors]
    .flatMap((editor) => (editor ? [editor.document] : []))
    .concat(vscode.workspace.textDocuments)
    .find(isManuscript);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
