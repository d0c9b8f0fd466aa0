import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** A server that dies this often in this time will not live. */
const MAX_RESTARTS = 30;
const WITHIN_MS = 3 * 60_000;

/**
 * Starts a server that has died again, without a word to the writer; its documents are sent to the new one. The
 * client's own handler gives up after a few failed writes, and whoever types while the server dies causes those.
 */
export function createErrorHandler(output: vscode.LogOutputChannel): ErrorHandler {
  let deaths: number[] = [];
  return {
    error: (error) => {
      output.warn(error.message);
      return { action: ErrorAction.Continue, handled: true };
    },
    closed: () => {
      const now = Date.now();
      deaths = [...deaths.filter((time) => now - time < WITHIN_MS), now];
      if (deaths.length <= MAX_RESTARTS) return { action: CloseAction.Restart, handled: true };
      deaths = [];
      return {
        action: CloseAction.DoNotRestart,
        message: vscode.l10n.t(
          'Caveat’s server ended again and again and is not started any more. Run "Caveat: Restart Server" to try once more.',
        ),
      };
    },
  };
}
