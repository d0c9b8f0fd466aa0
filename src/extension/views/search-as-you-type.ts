import * as vscode from 'vscode';

/** Between keystrokes, in milliseconds. */
const DELAY = 80;

/**
 * Has a pick's list follow what is typed: searched a moment after the last keystroke, an older search given up. Shows
 * the pick with a first search; disposes of it when it hides.
 *
 * @param find what fits the words
 * @param show puts an answer into the list; not called with one that came too late
 */
export function searchAsYouType<T extends vscode.QuickPickItem, Answer>(
  pick: vscode.QuickPick<T>,
  find: (typed: string, token: vscode.CancellationToken) => Thenable<Answer>,
  show: (answer: Answer) => void,
  onError: (error: unknown) => void,
): void {
  let running: vscode.CancellationTokenSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    running?.cancel();
    const source = (running = new vscode.CancellationTokenSource());
    pick.busy = true;
    try {
      const answer = await find(pick.value, source.token);
      if (source.token.isCancellationRequested) return;
      show(answer);
    } catch (error) {
      if (!source.token.isCancellationRequested) onError(error);
    }
    if (running === source) pick.busy = false;
  };
  pick.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), DELAY);
  });
  pick.onDidHide(() => {
    clearTimeout(timer);
    running?.cancel();
    pick.dispose();
  });
  pick.show();
  void search();
}
