import * as vscode from 'vscode';
import { oneLine } from '../plain';
import { toRange } from '../ranges';
import type { FindingGroup, PlacedFinding, SeverityLevel } from './findings-model';

/** An element of the Findings view. */
export type FindingNode =
  | { readonly kind: 'group'; readonly group: FindingGroup }
  | { readonly kind: 'finding'; readonly group: FindingGroup; readonly placed: PlacedFinding };

const ICONS: Readonly<Record<SeverityLevel, readonly [icon: string, colour: string]>> = {
  0: ['error', 'problemsErrorIcon.foreground'],
  1: ['warning', 'problemsWarningIcon.foreground'],
  2: ['info', 'problemsInfoIcon.foreground'],
  3: ['lightbulb', 'problemsInfoIcon.foreground'],
};

/** The name of a severity, for filters and for screen readers. */
export function severityName(severity: SeverityLevel): string {
  switch (severity) {
    case 0:
      return vscode.l10n.t('Error');
    case 1:
      return vscode.l10n.t('Warning');
    case 2:
      return vscode.l10n.t('Information');
    case 3:
      return vscode.l10n.t('Hint');
  }
}

/** How an element is drawn and read out. Texts of packs and manuscripts are plain and clipped. */
export function itemOf(node: FindingNode): vscode.TreeItem {
  return node.kind === 'group' ? groupItem(node.group) : findingItem(node.placed, node.group);
}

function groupItem(group: FindingGroup): vscode.TreeItem {
  const { by, key, findings, severity } = group;
  const [first] = findings;
  const label = groupLabel(group);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = group.id;
  item.description = String(findings.length);
  item.contextValue = by === 'rule' && key !== undefined ? 'rule' : 'group';
  if (by === 'file' && first) {
    item.resourceUri = vscode.Uri.parse(first.finding.uri);
    item.iconPath = vscode.ThemeIcon.File;
  } else item.iconPath = icon(severity);
  const certainty = by === 'claim' ? first?.finding.certainty : undefined;
  item.tooltip = certainty === undefined ? label : `${label} (${oneLine(certainty)})`;
  const count =
    findings.length === 1
      ? vscode.l10n.t('1 finding')
      : vscode.l10n.t('{0} findings', findings.length);
  item.accessibilityInformation = { label: `${item.tooltip}, ${count}` };
  return item;
}

function groupLabel({ by, key, findings }: FindingGroup): string {
  if (key === undefined)
    return by === 'claim'
      ? vscode.l10n.t('Not about a claim')
      : vscode.l10n.t('Files that cannot be read');
  const finding = findings[0]?.finding;
  if (by === 'claim') return oneLine(finding?.statement ?? key);
  return by === 'file' ? oneLine(finding?.file ?? key) : key;
}

function findingItem({ id, finding }: PlacedFinding, { by }: FindingGroup): vscode.TreeItem {
  const { uri, file, range, severity, ruleId, message, fixes } = finding;
  const line = range.start.line + 1;
  const text = oneLine(finding.text);
  const item = new vscode.TreeItem(text === '' ? oneLine(message) : text);
  item.id = id;
  item.iconPath = icon(severity);
  const name = by === 'file' ? ruleId : oneLine(file);
  item.description = [name, line].filter((part) => part !== undefined).join(':');
  if (by === 'file')
    item.description = [vscode.l10n.t('line {0}', line), name].filter(Boolean).join(' · ');
  item.tooltip = oneLine(message, 1000);
  item.contextValue = ['finding', ruleId && 'rule', fixes > 0 && 'fixable']
    .filter(Boolean)
    .join(' ');
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to the finding'),
    arguments: [
      vscode.Uri.parse(uri),
      { selection: toRange(range) } satisfies vscode.TextDocumentShowOptions,
    ],
  };
  item.accessibilityInformation = {
    label: [
      severityName(severity),
      ruleId,
      vscode.l10n.t('line {0}', line),
      oneLine(file),
      text,
      oneLine(message, 1000),
    ]
      .filter(Boolean)
      .join(', '),
  };
  return item;
}

function icon(severity: SeverityLevel): vscode.ThemeIcon {
  const [name, colour] = ICONS[severity];
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(colour));
}
