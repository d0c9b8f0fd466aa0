/** VS Code's side of a page: messages to the extension, and what the page wants to know again after a reload. */

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What a page talks to; typed by the page's own messages. */
export interface Host<ToExtension, ToPage, State> {
  post(message: ToExtension): void;
  /** All that comes from the extension, until the page ends. */
  listen(onMessage: (message: ToPage) => void): void;
  /** What the page kept before it was reloaded; undefined the first time. */
  readonly kept: State | undefined;
  keep(state: State): void;
}

/** Connects to VS Code; once a page, as VS Code gives its interface out only once. */
export function connectHost<ToExtension, ToPage, State>(): Host<ToExtension, ToPage, State> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    listen: (onMessage) => {
      window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => onMessage(data));
    },
    kept: api.getState() as State | undefined,
    keep: (state) => api.setState(state),
  };
}

/** What the extension wrote into the page's own HTML: texts in the user's language, mostly. */
export function pageData<Data>(): Data {
  return JSON.parse(document.body.dataset['page'] ?? '{}') as Data;
}
