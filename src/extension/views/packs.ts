import * as vscode from 'vscode';
import { METHODS, type PackInfo, type PacksAnswer, type PacksParams } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { openManuscripts } from './findings-source';
import { packItem } from './packs-items';
import { childrenOf, switched, type PackNode } from './packs-model';

/** Several things change at once; the view asks once, in milliseconds. */
const DELAY = 150;

/** The Packs view: what is loaded, from where, and what is wrong with it; packs are switched on and off there. */
export function registerPacks(context: CaveatContext): void {
  const { extension, client } = context;
  const tree = new PacksTree(context);
  const view = vscode.window.createTreeView('caveat.packs', { treeDataProvider: tree });
  const switchPack = (on: boolean) => async (node?: PackNode) => {
    const pack = node?.pack ?? (await choosePack(tree.packs, (one) => isOff(one) === on));
    if (pack) await setPack(pack, on);
  };
  extension.subscriptions.push(
    view,
    tree,
    tree.onDidChangeTreeData(() => {
      view.message =
        tree.packs.length === 0 || vscode.workspace.isTrusted
          ? ''
          : vscode.l10n.t('This workspace is not trusted: packs of its own are not read.');
    }),
    client.onNotification(METHODS.evidenceChanged, () => tree.soon()),
    vscode.workspace.onDidOpenTextDocument(() => tree.soon()),
    vscode.workspace.onDidCloseTextDocument(() => tree.soon()),
    view.onDidChangeVisibility(() => tree.soon()),
    view.onDidChangeCheckboxState(async ({ items }) => {
      for (const [{ pack }, state] of items)
        await setPack(pack, state === vscode.TreeItemCheckboxState.Checked);
      // What could not be switched is drawn as it is.
      tree.soon();
    }),
    vscode.commands.registerCommand('caveat.packs.reload', async () => {
      await client.sendRequest(METHODS.reload);
      await tree.load();
    }),
    vscode.commands.registerCommand('caveat.packs.switchOn', switchPack(true)),
    vscode.commands.registerCommand('caveat.packs.switchOff', switchPack(false)),
    vscode.commands.registerCommand('caveat.packs.reveal', async (node?: PackNode) => {
      const pack =
        node?.pack ?? (await choosePack(tree.packs, ({ folder }) => folder !== undefined));
      if (pack?.folder === undefined) return;
      const folder = vscode.Uri.parse(pack.folder);
      const isInside = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
      await vscode.commands.executeCommand(
        isInside ? 'revealInExplorer' : 'revealFileInOS',
        folder,
      );
    }),
    vscode.commands.registerCommand('caveat.packs.openReview', async (node?: PackNode) => {
      const pack =
        node?.pack ?? (await choosePack(tree.packs, ({ review }) => review !== undefined));
      if (pack?.review !== undefined) await vscode.env.openExternal(vscode.Uri.parse(pack.review));
    }),
  );
  tree.soon();
}

class PacksTree implements vscode.TreeDataProvider<PackNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  packs: readonly PackInfo[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly context: CaveatContext) {}

  /** Asks the server again, once things rest. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), DELAY);
  }

  async load(): Promise<void> {
    const { client, output } = this.context;
    // Before the server is up there is nothing to ask; it tells when it is.
    const active = vscode.window.activeTextEditor?.document ?? openManuscripts()[0];
    const params: PacksParams = active ? { uri: active.uri.toString() } : {};
    try {
      this.packs = (await client.sendRequest<PacksAnswer>(METHODS.packs, params)).packs;
    } catch (error) {
      output.warn(String(error));
      this.packs = [];
    }
    const isAnyOn = this.packs.some((pack) => pack.id !== undefined && !isOff(pack));
    const state = this.packs.length === 0 ? 'none' : isAnyOn ? 'some' : 'off';
    void vscode.commands.executeCommand('setContext', 'caveat.packs.state', state);
    this.changed.fire(undefined);
  }

  getTreeItem(node: PackNode): vscode.TreeItem {
    return packItem(node);
  }

  getChildren(node?: PackNode): PackNode[] {
    return node ? childrenOf(node) : this.packs.map((pack) => ({ kind: 'pack', pack }));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}

function isOff({ disabledBy }: PackInfo): boolean {
  return disabledBy !== undefined;
}

async function choosePack(
  packs: readonly PackInfo[],
  isWanted: (pack: PackInfo) => boolean,
): Promise<PackInfo | undefined> {
  const items = packs.filter(isWanted).map((pack) => ({ label: pack.title, pack }));
  const placeHolder =
    items.length > 0
      ? vscode.l10n.t('Which evidence pack?')
      : vscode.l10n.t('No evidence pack that this could be done with');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.pack;
}

/** Writes the setting; what a configuration file switches off is switched on there alone. */
async function setPack({ id, disabledBy, config }: PackInfo, on: boolean): Promise<void> {
  if (id === undefined || isOff({ disabledBy } as PackInfo) === !on) return;
  if (disabledBy === 'file') {
    await openConfig(config);
    return;
  }
  const place = openManuscripts()[0]?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const settings = vscode.workspace.getConfiguration('caveat', place);
  const written = settings.inspect<string[]>('disabledPacks');
  const target =
    written?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.workspace.workspaceFolders
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  const before = settings.get<string[]>('disabledPacks', []);
  await settings.update('disabledPacks', switched(before, id, on), target);
}

async function openConfig(config: string | undefined): Promise<void> {
  if (config === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(config));
  const at = document.positionAt(Math.max(0, document.getText().indexOf('disabledPacks')));
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The configuration of this folder switches the pack off; take it out of the list there.',
    ),
  );
}
