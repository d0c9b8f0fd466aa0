import * as vscode from 'vscode';
import {
  METHODS,
  type FileList,
  type FileText,
  type ListFilesParams,
  type ReadFileParams,
} from '../server/protocol';
import type { CaveatContext } from './context';

/** As many and as deep as the server itself looks. */
const MAX_LISTED = 1000;
const MAX_DEPTH = 4;

/** Reads files for the server that it cannot reach itself: virtual file systems, and all files from a web worker. */
export function registerServerFiles({ extension, client }: CaveatContext): void {
  extension.subscriptions.push(
    client.onRequest(METHODS.readFile, (params: ReadFileParams) => readText(params)),
    client.onRequest(
      METHODS.listFiles,
      async ({ folder, endings }: ListFilesParams): Promise<FileList> => {
        const files: string[] = [];
        await list(vscode.Uri.parse(folder), 0, files, endings);
        return { files: files.sort() };
      },
    ),
  );
}

async function readText({ uri, maxBytes }: ReadFileParams): Promise<FileText> {
  const file = vscode.Uri.parse(uri);
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    // Where a link leads cannot be told here, so none is followed.
    if (isLink(type)) return { fault: 'outside', detail: uri };
    if (type !== vscode.FileType.File)
      return { fault: 'unreadable', detail: vscode.l10n.t('it is not a file') };
    if (size > maxBytes) {
      return {
        fault: 'too-large',
        detail: vscode.l10n.t('it has {0} bytes, the limit is {1}', size, maxBytes),
      };
    }
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) };
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    const detail = error instanceof Error ? error.message : String(error);
    return { fault: isMissing ? 'missing' : 'unreadable', detail };
  }
}

async function list(
  folder: vscode.Uri,
  depth: number,
  found: string[],
  endings: readonly string[] | undefined,
): Promise<void> {
  let entries: [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return;
  }
  for (const [name, type] of entries) {
    if (found.length >= MAX_LISTED) return;
    const child = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.File && endsWithOne(name, endings)) found.push(child.toString());
    const isSkipped = name === 'node_modules' || (endings && name.startsWith('.'));
    const isDeeper = type === vscode.FileType.Directory && depth < MAX_DEPTH && !isSkipped;
    if (isDeeper) await list(child, depth + 1, found, endings);
  }
}

function endsWithOne(name: string, endings: readonly string[] | undefined): boolean {
  return endings === undefined || endings.some((ending) => name.toLowerCase().endsWith(ending));
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}
