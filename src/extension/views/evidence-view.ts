import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import {
  METHODS,
  type EvidenceAnswer,
  type EvidenceParams,
  type FacetChoice,
} from '../../server/protocol';
import type {
  CardRef,
  EvidenceData,
  EvidenceState,
  EvidenceToExtension,
  EvidenceToPage,
  Question,
} from '../../webview/evidence/messages';
import type { CaveatContext } from '../context';
import { toWire } from '../ranges';
import { actOnCard } from './evidence-actions';
import { evidenceTexts } from './evidence-texts';
import { followEditor, type FollowedEditor } from './followed-editor';
import { webviewHtml, webviewOptions } from './webview-html';

const STATE = 'caveat.evidence.state';

/** The evidence view in the sidebar: its page, and what the page asks for. */
export class EvidenceView implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly followed: FollowedEditor;
  private view: vscode.WebviewView | undefined;
  private running: vscode.CancellationTokenSource | undefined;
  /** What was asked for before the page was there. */
  private waiting: EvidenceToPage[] = [];
  private isReady = false;
  /** The card that the commands are about. */
  private card: CardRef | undefined;

  constructor(private readonly context: CaveatContext) {
    const { client, onStatus } = context;
    const moved = () => this.post({ type: 'moved' });
    this.followed = followEditor(moved);
    this.subscriptions.push(
      this.followed,
      onStatus(({ uri }) => {
        const shown = this.followed.document?.uri.toString();
        if (shown !== undefined && shown === vscode.Uri.parse(uri).toString()) moved();
      }),
      client.onDidChangeState(() => this.tellAbout()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.tellAbout();
        moved();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('caveat')) moved();
      }),
    );
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { extension } = this.context;
    this.view = view;
    this.isReady = false;
    view.webview.options = webviewOptions(extension.extensionUri);
    view.onDidDispose(() => {
      this.running?.cancel();
      if (this.view === view) this.view = undefined;
      this.isReady = false;
    });
    view.onDidChangeVisibility(() => {
      // A page that is hidden is taken down, and reads what was kept when it comes again.
      if (view.visible) view.webview.html = this.html(view.webview);
      else this.isReady = false;
    });
    view.webview.onDidReceiveMessage((message: EvidenceToExtension) => void this.receive(message));
    view.webview.html = this.html(view.webview);
  }

  /** Shows the view with a search, or as it was, and puts the focus into its search box. */
  async show(search?: { readonly query?: string; readonly chosen?: FacetChoice }): Promise<void> {
    this.post(search ? { type: 'show', ...search } : { type: 'do', what: 'focus' }, true);
    await vscode.commands.executeCommand('caveat.evidence.focus');
  }

  async do(what: Extract<EvidenceToPage, { type: 'do' }>['what']): Promise<void> {
    this.post({ type: 'do', what }, true);
    if (!this.view?.visible) await vscode.commands.executeCommand('caveat.evidence.focus');
  }

  async act(action: Parameters<typeof actOnCard>[1]): Promise<void> {
    if (!this.card) {
      const text = vscode.l10n.t('Choose a card in the Evidence view first.');
      void vscode.window.showInformationMessage(text);
      return;
    }
    await this.actOn(action, this.card);
  }

  dispose(): void {
    this.running?.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private html(webview: vscode.Webview): string {
    const { extension } = this.context;
    const state = extension.workspaceState.get<EvidenceState>(STATE);
    const data: EvidenceData = {
      texts: evidenceTexts(),
      ...(state && { state }),
      ...this.about(),
    };
    return webviewHtml(webview, extension.extensionUri, {
      name: 'evidence',
      title: vscode.l10n.t('Evidence'),
      data,
    });
  }

  private async receive(message: EvidenceToExtension): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        for (const waiting of this.waiting.splice(0)) this.post(waiting);
        return;
      case 'ask':
        await this.answer(message.id, message.question);
        return;
      case 'act':
        await this.actOn(message.action, message.card);
        return;
      case 'active':
        this.card = message.card;
        await vscode.commands.executeCommand('setContext', 'caveat.evidence.card', !!message.card);
        return;
      case 'keep': {
        const { state } = message;
        const isPinned = state.pinned !== undefined;
        await vscode.commands.executeCommand('setContext', 'caveat.evidence.pinned', isPinned);
        await this.context.extension.workspaceState.update(STATE, state);
        return;
      }
      case 'run':
        await run(message.command);
    }
  }

  private async answer(id: number, question: Question): Promise<void> {
    const { client, output } = this.context;
    this.running?.cancel();
    const source = (this.running = new vscode.CancellationTokenSource());
    const editor = this.followed.editor;
    const document = this.followed.document;
    const { isApart, ...asked } = question;
    const params: EvidenceParams = {
      ...asked,
      ...(document && { uri: document.uri.toString() }),
      ...(editor && !isApart && { position: toWire(editor.selection.active) }),
    };
    try {
      const answer = await client.sendRequest<EvidenceAnswer>(
        METHODS.evidence,
        params,
        source.token,
      );
      const path = document?.uri.path;
      this.post({
        type: 'answer',
        id,
        answer,
        ...(path !== undefined && { manuscript: path.slice(path.lastIndexOf('/') + 1) }),
      });
    } catch (error) {
      if (!source.token.isCancellationRequested) output.error(String(error));
      this.post({ type: 'failed', id });
    }
  }

  private async actOn(action: Parameters<typeof actOnCard>[1], card: CardRef): Promise<void> {
    try {
      const said = await actOnCard(this.context, action, card, this.followed);
      if (said !== undefined) this.post({ type: 'said', text: said });
    } catch (error) {
      this.context.output.error(String(error));
      void vscode.window.showErrorMessage(String(error));
    }
  }

  private about(): { isRunning: boolean; isTrusted: boolean } {
    return {
      // While it starts it will answer soon.
      isRunning: this.context.client.state !== State.Stopped,
      isTrusted: vscode.workspace.isTrusted,
    };
  }

  private tellAbout(): void {
    this.post({ type: 'about', ...this.about() });
  }

  /** @param mayWait keeps the message until the page is there */
  private post(message: EvidenceToPage, mayWait = false): void {
    if (this.isReady && this.view) void this.view.webview.postMessage(message);
    else if (mayWait) this.waiting.push(message);
  }
}

async function run(command: 'restart' | 'trust' | 'packs'): Promise<void> {
  const commands = {
    restart: 'caveat.restartServer',
    trust: 'workbench.trust.manage',
    packs: 'caveat.packs.focus',
  };
  await vscode.commands.executeCommand(commands[command]);
}
