import * as vscode from 'vscode';
import type { PackInfo, PackProblem } from '../../server/protocol';
import { oneLine } from '../plain';
import { toRange } from '../ranges';
import { packContext, packKey, type PackNode } from './packs-model';

/** How an element of the Packs view is drawn and read out. Texts of packs are plain and clipped. */
export function packItem(node: PackNode): vscode.TreeItem {
  switch (node.kind) {
    case 'pack':
      return rootItem(node.pack);
    case 'version':
      return leaf(
        `${packKey(node.pack)} version`,
        vscode.l10n.t('Version {0}', oneLine(node.pack.version ?? '', 40)),
        'tag',
      );
    case 'counts':
      return leaf(`${packKey(node.pack)} counts`, counts(node.pack), 'list-unordered');
    case 'origin':
      return leaf(`${packKey(node.pack)} origin`, origin(node.pack), 'folder');
    case 'problem':
      return problemItem(node.pack, node.problem);
  }
}

function rootItem(pack: PackInfo): vscode.TreeItem {
  const { id, title, version, disabledBy, problems, folder } = pack;
  const item = new vscode.TreeItem(oneLine(title), vscode.TreeItemCollapsibleState.Collapsed);
  const isOff = disabledBy !== undefined;
  item.id = packKey(pack);
  item.contextValue = packContext(pack);
  item.description = [
    version === undefined ? undefined : oneLine(version, 40),
    isOff ? vscode.l10n.t('off') : undefined,
    problems.length === 0
      ? undefined
      : problems.length === 1
        ? vscode.l10n.t('1 problem')
        : vscode.l10n.t('{0} problems', problems.length),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  item.iconPath = new vscode.ThemeIcon(
    id === undefined
      ? 'error'
      : isOff
        ? 'circle-slash'
        : problems.length > 0
          ? 'warning'
          : 'package',
  );
  item.tooltip = [title, counts(pack), origin(pack)].map((line) => oneLine(line)).join('\n');
  item.accessibilityInformation = {
    label: [oneLine(title), item.description, counts(pack)].filter(Boolean).join(', '),
  };
  if (id !== undefined)
    item.checkboxState = {
      state: isOff ? vscode.TreeItemCheckboxState.Unchecked : vscode.TreeItemCheckboxState.Checked,
      tooltip: isOff ? vscode.l10n.t('Switch on') : vscode.l10n.t('Switch off'),
    };
  if (folder !== undefined && id !== undefined)
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Open the pack’s manifest'),
      arguments: [vscode.Uri.joinPath(vscode.Uri.parse(folder), 'pack.yaml')],
    };
  return item;
}

function counts({ claims, references, concepts }: PackInfo): string {
  return vscode.l10n.t('{0} claims, {1} references, {2} concepts', claims, references, concepts);
}

function origin({ from, folder, disabledBy }: PackInfo): string {
  const place =
    folder === undefined ? '' : vscode.workspace.asRelativePath(vscode.Uri.parse(folder));
  const where =
    from === 'shipped'
      ? vscode.l10n.t('Comes with Caveat')
      : from === 'file'
        ? vscode.l10n.t('{0}, named in the configuration', oneLine(place))
        : vscode.l10n.t('{0}, named in the settings', oneLine(place));
  return disabledBy === 'file'
    ? vscode.l10n.t('{0}; switched off in the configuration', where)
    : where;
}

function leaf(id: string, label: string, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.tooltip = label;
  item.iconPath = new vscode.ThemeIcon(icon);
  return item;
}

function problemItem(
  pack: PackInfo,
  { uri, range, severity, message }: PackProblem,
): vscode.TreeItem {
  const text = oneLine(message, 1000);
  const where = range ? `:${range.start.line + 1}` : '';
  const name = uri === '' ? '' : (vscode.Uri.parse(uri).path.split('/').at(-1) ?? '');
  const item = leaf(
    `${packKey(pack)} ${JSON.stringify([uri, range, message])}`,
    text,
    severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'info',
  );
  item.description = oneLine(`${name}${where}`);
  item.accessibilityInformation = { label: `${text} ${item.description}` };
  if (uri !== '')
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to the problem'),
      arguments: [vscode.Uri.parse(uri), range ? { selection: toRange(range) } : {}],
    };
  return item;
}
