// Types of the hosts for the tests, which are TypeScript.

/** A running VS Code; `log` is what its server has said so far. */
export interface Host {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly ended: Promise<unknown>;
  readonly log: () => string;
}

/** Absolute paths; `port` 0 takes any free one. */
export interface HostOptions {
  readonly folder: string;
  readonly extension?: string;
  readonly tests?: string;
  readonly port?: number;
}

export interface NodeHostOptions extends HostOptions {
  /** A packaged extension to install first. */
  readonly vsix?: string;
  /** `false` shows the workspace trust prompt. */
  readonly trust?: boolean;
  /** The machine's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export function startNodeHost(options: NodeHostOptions): Promise<Host>;
export function startWebHost(options: HostOptions & { extension: string }): Promise<Host>;
export function ensureServer(): Promise<string>;
export function ensureWebBuild(): Promise<string>;

/** What playwright-core's `chromium.launch` takes. */
export function chromiumOptions(): Promise<{
  executablePath?: string;
  channel?: string;
  args: string[];
  env?: Record<string, string>;
}>;
export function findOnPath(names: readonly string[]): Promise<string | undefined>;

export function temporaryFolder(name: string): Promise<string>;
export function removeFolder(folder: string): void;
export function seconds(since: number): string;
export const root: string;
export const hostsFolder: string;
