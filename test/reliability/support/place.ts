import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/server/settings';
import { nodeFiles } from '../../../src/server/files/node';
import { Session } from '../../../src/server/session';
import type { Problem } from '../../../src/evidence/problem';
import type { FileSystem } from '../../../src/server/files/types';
import type { SourceText } from '../../../src/server/manuscripts';
import { isWithin } from '../../../src/server/uris';
import { MemoryFiles, SHIPPED, shippedFiles } from '../../server/memory';

/** A folder of this machine as a workspace, with a session that reads its files as the server does. */
export class Place {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'caveat-reliability-')));
  readonly folder = join(this.root, 'work');
  readonly session: Session;
  readonly problems = new Map<string, readonly Problem[]>();
  readonly log: string[] = [];
  private version = 0;

  constructor(settings: Partial<Settings> = {}, isTrusted = true) {
    mkdirSync(this.folder);
    const shipped = new MemoryFiles(new Map(shippedFiles()));
    const isShipped = (uri: string) => isWithin(uri, [SHIPPED]);
    const files: FileSystem = {
      readText: (uri, how) => (isShipped(uri) ? shipped : nodeFiles).readText(uri, how),
      listFiles: (folder, within, endings) =>
        (isShipped(folder) ? shipped : nodeFiles).listFiles(folder, within, endings),
    };
    this.session = new Session({
      files,
      settingsFor: () => Promise.resolve({ ...DEFAULT_SETTINGS, enable: 'on', ...settings }),
      folders: () => [this.uri('.')],
      isTrusted: () => isTrusted,
      shippedPacks: () => SHIPPED,
      publishProblems: (uri, problems) => void this.problems.set(uri, problems),
      log: (message) => void this.log.push(message),
    });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  uri(name: string): string {
    return pathToFileURL(this.path(name)).href;
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  /** As the client tells of a file that has come, changed or gone. */
  changed(name: string): boolean {
    return this.session.fileChanged(this.uri(name));
  }

  document(text: string, name = 'draft.md'): SourceText {
    return { uri: this.uri(name), version: ++this.version, getText: () => text };
  }

  async messages(text: string): Promise<string[]> {
    const checked = await this.session.check(this.document(text));
    if (!checked) return [];
    return [...checked.read.problems, ...checked.findings].map(({ message }) => message);
  }

  async rules(text: string): Promise<string[]> {
    const checked = await this.session.check(this.document(text));
    return (checked?.findings ?? []).map(({ ruleId }) => ruleId);
  }

  /** All that was said, of whatever file. */
  said(): string {
    return [...[...this.problems.values()].flat().map(({ message }) => message), ...this.log].join(
      '\n',
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
