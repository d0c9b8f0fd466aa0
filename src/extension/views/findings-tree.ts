import * as vscode from 'vscode';
import { itemOf, type FindingNode } from './findings-items';
import {
  filterFindings,
  groupFindings,
  GROUPINGS,
  SEVERITIES,
  type Finding,
  type Grouping,
  type SeverityLevel,
} from './findings-model';

const GROUPING = 'caveat.findings.grouping';
const SHOWN = 'caveat.findings.severities';

/** The findings as a tree; how they are grouped and which are shown is remembered for the workspace. */
export class FindingsTree implements vscode.TreeDataProvider<FindingNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private roots: readonly FindingNode[] = [];
  private all: readonly Finding[] = [];

  constructor(private readonly memory: vscode.Memento) {}

  get findings(): readonly Finding[] {
    return this.all;
  }

  /** How many the filter leaves out. */
  get hidden(): number {
    return this.all.length - filterFindings(this.all, this.shown).length;
  }

  get grouping(): Grouping {
    return GROUPINGS.find((by) => by === this.memory.get(GROUPING)) ?? 'rule';
  }

  /** The severities that are shown. */
  get shown(): readonly SeverityLevel[] {
    const kept = this.memory.get<unknown>(SHOWN);
    return Array.isArray(kept) ? SEVERITIES.filter((one) => kept.includes(one)) : SEVERITIES;
  }

  async groupBy(by: Grouping): Promise<void> {
    await this.memory.update(GROUPING, by);
    this.set(this.all);
  }

  async show(severities: readonly SeverityLevel[]): Promise<void> {
    await this.memory.update(SHOWN, severities);
    this.set(this.all);
  }

  set(findings: readonly Finding[]): void {
    this.all = findings;
    const groups = groupFindings(filterFindings(findings, this.shown), this.grouping);
    this.roots = groups.map((group) => ({ kind: 'group', group }));
    this.changed.fire(undefined);
  }

  getTreeItem(node: FindingNode): vscode.TreeItem {
    return itemOf(node);
  }

  getChildren(node?: FindingNode): FindingNode[] {
    if (!node) return [...this.roots];
    if (node.kind === 'finding') return [];
    const { group } = node;
    return group.findings.map((placed) => ({ kind: 'finding', group, placed }));
  }

  getParent(node: FindingNode): FindingNode | undefined {
    if (node.kind === 'group') return undefined;
    return this.roots.find((root) => root.group.id === node.group.id);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
