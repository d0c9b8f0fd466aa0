import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, openExample, until } from '../editor';

/** More than the client library's own handler would put up with. */
const KILLS = 20;

interface Processes {
  readonly execFileSync: (file: string, args: readonly string[]) => { toString(): string };
}

describe('a server that is killed', () => {
  it('is started again, again and again, and has the same findings', async function () {
    this.timeout(120_000);
    // In the web worker there is no process to kill, and nothing to ask for one.
    if (typeof process !== 'object' || process.platform === 'win32' || !process.pid) return;
    const load = require as (name: string) => unknown;
    const { execFileSync } = load(['node', 'child_process'].join(':')) as Processes;
    const servers = () =>
      execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='])
        .toString()
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, parent, ...command]) => {
          const isOurs = command.join(' ').includes('dist/server.js');
          return isOurs && parent === String(process.pid);
        })
        .map(([pid]) => Number(pid));
    const document = await openExample('draft.md');
    const [first] = await findingsIn(document);
    assert.ok(first);
    const findings = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'caveat');
    for (let i = 0; i < KILLS; i++) {
      const [old] = await until(() => (servers().length > 0 ? servers() : undefined), 'a server');
      process.kill(old ?? 0, 'SIGKILL');
      await until(() => servers().find((pid) => pid !== old), `a new server after ${i + 1} deaths`);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(first.range.start.line, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      // Only a server that knows the unsaved text can tell where the finding is now.
      const line: number = first.range.start.line + i + 1;
      const now = await until(
        () => findings().find(({ range }) => range.start.line === line),
        `the finding in line ${line}`,
      );
      assert.equal(now.message, first.message);
      assert.equal(findings().length, 1);
    }
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
