import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { StatusParams } from '../server/protocol';

/** Makes a client over the transport of its host; not started. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What every feature gets. */
export interface CaveatContext {
  readonly extension: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly output: vscode.LogOutputChannel;
  /** The server has read a manuscript. */
  readonly onStatus: vscode.Event<StatusParams>;
}

/** One thing that the extension does; it registers what it needs and disposes of it through the context. */
export type Feature = (context: CaveatContext) => void;
