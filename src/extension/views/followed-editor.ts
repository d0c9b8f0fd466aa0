import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../server/protocol';
import { isManuscript } from '../selector';

/** A cursor that moves on within this time is not followed; milliseconds. */
const DELAY = 120;

/** The manuscript that a view is about: the one that is written in, or was last. */
export interface FollowedEditor extends vscode.Disposable {
  readonly editor: vscode.TextEditor | undefined;
  readonly document: vscode.TextDocument | undefined;
}

/** @param onMoved the cursor stands elsewhere, another manuscript is written in, or none is open any more */
export function followEditor(onMoved: () => void): FollowedEditor {
  let editor = find();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(onMoved, DELAY);
  };
  const subscriptions = [
    vscode.window.onDidChangeActiveTextEditor((active) => {
      if (!active || !canBeFollowed(active) || active === editor) return;
      editor = active;
      soon();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (!canBeFollowed(textEditor)) return;
      if (textEditor === vscode.window.activeTextEditor) editor = textEditor;
      if (textEditor === editor) soon();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document !== editor?.document) return;
      editor = find();
      soon();
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => {
      if (editor && vscode.window.visibleTextEditors.includes(editor)) return;
      editor = find();
      soon();
    }),
  ];
  return {
    get editor() {
      return editor;
    },
    get document() {
      return editor?.document.isClosed === false ? editor.document : undefined;
    },
    dispose: () => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function find(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find(
    (editor) => editor !== undefined && canBeFollowed(editor),
  );
}

/** Caveat's own pages are Markdown too. */
function canBeFollowed({ document }: vscode.TextEditor): boolean {
  return isManuscript(document) && document.uri.scheme !== PAGE_SCHEME;
}
