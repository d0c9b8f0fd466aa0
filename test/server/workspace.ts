import type { Problem } from '../../src/evidence/problem';
import type { SourceText } from '../../src/server/manuscripts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/server/settings';
import { Session } from '../../src/server/session';
import { MemoryFiles, SHIPPED, shippedFiles } from './memory';

export const ROOT = 'file:///work';

interface WorkspaceOptions {
  /** By path below the workspace folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly trusted?: boolean;
  readonly folders?: readonly string[];
}

/** A session over files in memory, with what it said. */
export class Workspace {
  readonly files: MemoryFiles;
  readonly session: Session;
  readonly problems = new Map<string, readonly Problem[]>();
  readonly log: string[] = [];
  isTrusted: boolean;

  constructor({
    files = {},
    settings = {},
    trusted = true,
    folders = [ROOT],
  }: WorkspaceOptions = {}) {
    const entries = Object.entries(files).map(([path, text]): [string, string] => [
      `${ROOT}/${path}`,
      text,
    ]);
    this.files = new MemoryFiles(new Map([...shippedFiles(), ...entries]));
    this.isTrusted = trusted;
    this.session = new Session({
      files: this.files,
      settingsFor: () => Promise.resolve({ ...DEFAULT_SETTINGS, ...settings }),
      folders: () => folders,
      isTrusted: () => this.isTrusted,
      shippedPacks: () => SHIPPED,
      publishProblems: (uri, problems) => void this.problems.set(uri, problems),
      log: (message) => void this.log.push(message),
    });
  }

  /** A document of the workspace, without being one of its files. */
  document(text: string, path = 'draft.md', version = 1): SourceText {
    return { uri: `${ROOT}/${path}`, languageId: 'markdown', version, getText: () => text };
  }

  async rules(document: SourceText): Promise<string[]> {
    const checked = await this.session.check(document);
    return (checked?.findings ?? []).map(({ ruleId }) => ruleId);
  }
}
