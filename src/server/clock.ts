import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * Lets messages that have come in meanwhile (a cancellation, the next keystroke) be seen before heavy work begins.
 * @throws ResponseError `RequestCancelled` where the answer is not wanted any more
 */
export async function breathe(token?: CancellationToken): Promise<void> {
  await new Promise((resolve) => {
    // A timer waits a millisecond at least, twice a keystroke; a web worker has nothing else.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
  throwIfCancelled(token);
}

/** @throws ResponseError `RequestCancelled` where the answer is not wanted any more */
export function throwIfCancelled(token?: CancellationToken): void {
  if (token?.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
}
