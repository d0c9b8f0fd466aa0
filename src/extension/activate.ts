import * as vscode from 'vscode';
import { createClientOptions } from './client';
import { registerAppendEntries } from './commands/append-entries';
import { registerCheckWorkspace } from './commands/check-workspace';
import { registerCopyReference } from './commands/copy-reference';
import { registerDisableRule } from './commands/disable-rule';
import { registerEvidenceView } from './commands/evidence-view';
import { registerExportReport } from './commands/export-report';
import { registerFindEvidence } from './commands/find-evidence';
import { registerInsertCitation } from './commands/insert-citation';
import { registerRestartServer } from './commands/restart-server';
import { registerShowCoverage } from './commands/show-coverage';
import { registerShowOutput } from './commands/show-output';
import { METHODS, type StatusParams } from '../server/protocol';
import type { CaveatContext, ClientFactory, Feature } from './context';
import { registerServerFiles } from './server-files';
import { registerTrust } from './trust';
import { registerMap } from './views/map';
import { registerFindings } from './views/findings';
import { registerMarkdownValidation } from './views/markdown-validation';
import { registerPacks } from './views/packs';
import { registerPages } from './views/pages';
import { registerStatus } from './views/status';

/** All that the extension does, in no particular order. */
const FEATURES: readonly Feature[] = [
  registerServerFiles,
  registerTrust,
  registerStatus,
  registerFindEvidence,
  registerInsertCitation,
  registerAppendEntries,
  registerCopyReference,
  registerShowCoverage,
  registerEvidenceView,
  registerExportReport,
  registerFindings,
  registerPacks,
  registerPages,
  registerMap,
  registerCheckWorkspace,
  registerShowOutput,
  registerRestartServer,
  registerDisableRule,
  registerMarkdownValidation,
];

/** Activation, the same in both hosts but for how the server is started. */
export function activateWith(
  extension: vscode.ExtensionContext,
  createClient: ClientFactory,
): Promise<void> {
  const output = vscode.window.createOutputChannel('Caveat', { log: true });
  const client = createClient(createClientOptions(extension, output));
  const status = new vscode.EventEmitter<StatusParams>();
  extension.subscriptions.push(
    output,
    client,
    status,
    client.onNotification(METHODS.status, (params: StatusParams) => {
      status.fire(params);
    }),
  );
  const context: CaveatContext = { extension, client, output, onStatus: status.event };
  for (const register of FEATURES) register(context);
  // Neither waited for nor begun at once: other extensions' turn comes first, and requests wait for the server by
  // themselves.
  setTimeout(() => {
    client.start().catch((error: unknown) => output.error(String(error)));
  });
  return Promise.resolve();
}
