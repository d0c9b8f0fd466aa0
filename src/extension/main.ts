import type { ExtensionContext } from 'vscode';

/**
 * The extension that ships, one file for both hosts: most of it is the same, and a `.vsix` is not to hold it twice.
 * Each entry is only run where it belongs, so that a web worker never meets Node's modules.
 */
export async function activate(extension: ExtensionContext): Promise<void> {
  const isWorker = 'WorkerGlobalScope' in globalThis;
  const host = isWorker ? await import('./browser') : await import('./node');
  await host.activate(extension);
}
