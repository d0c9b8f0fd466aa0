import type { GivenFile, Search, WantedFile } from '../../manuscript/wanted-files';
import type { FileSystem } from '../files/types';
import type { FileText } from '../protocol';
import { folderOf, isWithin, relativePath, resolvePath, uriKey } from '../uris';

const MAX_BYTES = 5_000_000;
/** As high as a project is looked for. */
const MAX_FOLDERS = 8;

/** Files of a manuscript's project, `_quarto.yml` or `main.tex`; each is read, or found missing, once until it changes. */
export class ProjectStore {
  private readonly read = new Map<string, Promise<FileText>>();
  /** Names of files by folder and ending. */
  private readonly listed = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly files: FileSystem) {}

  /** Gives a search the files that it asks for, as far as they lie in the folders that may be read. */
  async follow<T>(search: Search<T>, roots: readonly string[]): Promise<T> {
    let given: GivenFile | undefined;
    for (;;) {
      const step = given ? search.next(given) : search.next();
      if (step.done) return step.value;
      given = await this.give(step.value, roots);
    }
  }

  /** Those of some files that lie in a manuscript's folder or above. */
  async present(
    manuscript: string,
    names: readonly string[],
    roots: readonly string[],
  ): Promise<string[]> {
    const found: string[] = [];
    for (const name of names) {
      for (let up = 0; up < MAX_FOLDERS; up++) {
        const wanted = { from: manuscript, path: '../'.repeat(up) + name };
        if (!(await this.give(wanted, roots))) continue;
        found.push(name);
        break;
      }
    }
    return found;
  }

  /** Forgets a file. @returns whether it was known, be it as missing */
  changed(uri: string): boolean {
    const folder = folderOf(uri);
    const ending = /\.[^./]+$/.exec(uri)?.[0].toLowerCase() ?? '';
    let wasListed = false;
    for (const key of this.listed.keys()) {
      const [at, ...endings] = key.split('\n');
      if (folder === undefined || at !== uriKey(folder) || !endings.includes(ending)) continue;
      this.listed.delete(key);
      wasListed = true;
    }
    return this.read.delete(uriKey(uri)) || wasListed;
  }

  clear(): void {
    this.read.clear();
    this.listed.clear();
  }

  private async give(
    { from, path, endings }: WantedFile,
    roots: readonly string[],
  ): Promise<GivenFile | undefined> {
    const folder = folderOf(from);
    const file = folder === undefined ? undefined : resolvePath(folder, path);
    if (file === undefined || !isWithin(file, roots)) return undefined;
    if (endings) return { file, text: '', names: await this.list(file, endings, roots) };
    const key = uriKey(file);
    const reading = this.read.get(key) ?? this.load(file, roots);
    this.read.set(key, reading);
    const answer = await reading;
    return 'text' in answer ? { file, text: answer.text } : undefined;
  }

  private list(
    folder: string,
    endings: readonly string[],
    roots: readonly string[],
  ): Promise<readonly string[]> {
    const key = [uriKey(folder), ...endings].join('\n');
    const listing =
      this.listed.get(key) ??
      this.files
        .listFiles(folder, roots, endings)
        .then((uris) =>
          uris
            .flatMap((uri) => relativePath(folder, uri) ?? [])
            .filter((path) => !path.includes('/')),
        );
    this.listed.set(key, listing);
    return listing;
  }

  private load(file: string, roots: readonly string[]): Promise<FileText> {
    return this.files.readText(file, { within: roots, maxBytes: MAX_BYTES });
  }
}
