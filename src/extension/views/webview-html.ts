import * as vscode from 'vscode';
import { pageHtml } from './page-html';

/** A page that is built from `src/webview/<name>/main.ts` and `media/webview/<name>.css`. */
export interface WebviewPage {
  readonly name: string;
  /** In the user's language. */
  readonly title: string;
  /** What the page can read at once, as JSON; see `pageData` in `src/webview/shared/host.ts`. */
  readonly data?: unknown;
}

/** The settings every webview gets: scripts, and files from the extension's own folders alone. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [distOf(extensionUri)] };
}

/** The HTML of a page. Nothing is loaded from elsewhere, and no script runs but its own. */
export function webviewHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  page: WebviewPage,
): string {
  const file = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(distOf(extensionUri), name)).toString();
  return pageHtml({
    ...page,
    language: vscode.env.language,
    source: webview.cspSource,
    nonce: crypto.randomUUID().replaceAll('-', ''),
    file,
  });
}

function distOf(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}
