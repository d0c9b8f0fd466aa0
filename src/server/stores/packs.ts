import { readColumns, type Columns } from '../../checks/packed/columns';
import { unpackColumns } from '../../checks/packed/pack';
import { unpackWeights } from '../../checks/packed/trained';
import { NO_WORDING, WORDING_FILE, type WordingModel } from '../../checks/wording-model';
import {
  compilePack,
  createEvidence,
  type CompiledPack,
  type Evidence,
} from '../../checks/evidence';
import { DEFAULT_MAX_PACK_FILE_SIZE } from '../../checks/config';
import { ruleOfSubject } from '../../checks/subject';
import { loadPack } from '../../evidence/load';
import type { Pack } from '../../evidence/types';
import type { Problem } from '../../evidence/problem';
import type { FileSystem } from '../files/types';
import { inflate } from '../inflate';
import { asFolder, isWithin, relativePath, resolvePath, uriKey } from '../uris';
import type { ProblemStore } from './problems';

/** A pack's folder, or the packs that come with Caveat. */
export type PackSource =
  | 'shipped'
  | {
      readonly folder: string;
      readonly within: readonly string[];
      /** A file of it that is larger is not read. */
      readonly maxBytes?: number;
    };

/** The packs of some manuscripts. The subject can be told before the evidence is put together, which takes longer. */
export interface LoadedPacks {
  /** Folders that hold no pack, or may not be read. */
  readonly missing: readonly PackSource[];
  isOnSubject(text: string): boolean;
  evidence(): Evidence;
}

/** A source as the list of packs shows it. */
export interface DescribedSource {
  readonly source: PackSource;
  /** No folder with files that may be read. */
  readonly isMissing: boolean;
  readonly packs: readonly Pack[];
  readonly problems: readonly Problem[];
}

/** What a source holds; `missing` where it is no folder with files that may be read. */
type ReadPacks = readonly CompiledPack[] | 'missing';

const MAX_BYTES = 50_000_000;

/** Evidence packs, each read once until one of its files changes. */
export class PackStore {
  private readonly single = new Map<string, Promise<ReadPacks>>();
  /** What was wrong with each source when it was read. */
  private readonly found = new Map<string, readonly Problem[]>();
  private wording: Promise<WordingModel> | undefined;
  private readonly combined = new Map<string, Promise<LoadedPacks>>();

  /** @param shipped the folder of the compiled packs; undefined where there is none */
  constructor(
    private readonly files: FileSystem,
    private readonly problems: ProblemStore,
    private readonly shipped: () => string | undefined,
    private readonly log: (message: string) => void,
  ) {}

  /** @param disabled ids of packs that are left out */
  load(sources: readonly PackSource[], disabled: readonly string[] = []): Promise<LoadedPacks> {
    const key = [...sources.map(keyOf), ...[...disabled].sort().map((id) => `not ${id}`)].join(
      '\n',
    );
    const known = this.combined.get(key);
    if (known) return known;
    const loading = this.combine(sources, new Set(disabled));
    this.combined.set(key, loading);
    return loading;
  }

  /** Forgets the packs of whose folders this file is part. @returns whether there were any */
  changed(uri: string): boolean {
    const folders = [...this.single.keys()].filter(
      (key) => key !== 'shipped' && isWithin(uri, [key]),
    );
    for (const key of folders) this.single.delete(key);
    if (folders.length > 0) this.combined.clear();
    return folders.length > 0;
  }

  /** Forgets everything but what Caveat ships. */
  clear(): void {
    for (const key of this.single.keys()) if (key !== 'shipped') this.single.delete(key);
    const shipped = this.combined.get('shipped');
    this.combined.clear();
    if (shipped) this.combined.set('shipped', shipped);
  }

  /** What each source holds and what is wrong with it, switched off or not. */
  async describe(sources: readonly PackSource[]): Promise<DescribedSource[]> {
    const read = await Promise.all(sources.map((source) => this.one(source)));
    return sources.map((source, index) => {
      const packs = read[index] ?? 'missing';
      return {
        source,
        isMissing: packs === 'missing',
        packs: packs === 'missing' ? [] : packs.map(({ pack }) => pack),
        problems: this.found.get(keyOf(source)) ?? [],
      };
    });
  }

  private async combine(
    sources: readonly PackSource[],
    disabled: ReadonlySet<string>,
  ): Promise<LoadedPacks> {
    const read = await Promise.all(sources.map((source) => this.one(source)));
    const compiled = read
      .flatMap((packs) => (packs === 'missing' ? [] : packs))
      .filter(({ pack }) => !disabled.has(pack.manifest.id));
    const wording = await (this.wording ??= this.readWording());
    let evidence: Evidence | undefined;
    return {
      missing: sources.filter((_, index) => read[index] === 'missing'),
      isOnSubject: ruleOfSubject(compiled.map(({ pack }) => pack)),
      evidence: () => (evidence ??= createEvidence(compiled, wording)),
    };
  }

  private one(source: PackSource): Promise<ReadPacks> {
    const key = keyOf(source);
    const known = this.single.get(key);
    if (known) return known;
    const reading = source === 'shipped' ? this.readShipped() : this.readFolder(source);
    this.single.set(key, reading);
    return reading;
  }

  /** The trained weights; without them the checker still has its other signals. */
  private async readWording(): Promise<WordingModel> {
    const folder = this.shipped();
    if (folder === undefined) return NO_WORDING;
    try {
      return unpackWeights(await this.shippedColumns(folder, WORDING_FILE));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log(`The trained weights of Caveat cannot be read (${reason}); install Caveat again.`);
      return NO_WORDING;
    }
  }

  private async readShipped(): Promise<readonly CompiledPack[]> {
    const folder = this.shipped();
    if (folder === undefined) return [];
    try {
      const names = JSON.parse(await this.shippedText(folder, 'index.json')) as readonly string[];
      const packs = await Promise.all(names.map((name) => this.shippedColumns(folder, name)));
      return packs.map(unpackColumns);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log(
        `The evidence that comes with Caveat cannot be read (${reason}); install Caveat again.`,
      );
      return [];
    }
  }

  private async shippedColumns(folder: string, name: string): Promise<Columns> {
    return inflate(readColumns(await this.shippedText(folder, name)));
  }

  private async shippedText(folder: string, name: string): Promise<string> {
    const uri = resolvePath(folder, name) ?? folder;
    const file = await this.files.readText(uri, { within: [folder], maxBytes: MAX_BYTES });
    if ('text' in file) return file.text;
    throw new Error(file.detail);
  }

  private async readFolder({
    folder,
    within,
    maxBytes = DEFAULT_MAX_PACK_FILE_SIZE,
  }: Exclude<PackSource, 'shipped'>): Promise<ReadPacks> {
    const texts = new Map<string, string>();
    const found: Problem[] = [];
    for (const uri of await this.files.listFiles(asFolder(folder), within)) {
      const name = relativePath(folder, uri);
      if (name === undefined || !/\.(ya?ml|jsonl?)$/.test(name)) continue;
      const file = await this.files.readText(uri, { within, maxBytes });
      if ('text' in file) texts.set(name, file.text);
      else
        found.push({
          severity: 'error',
          path: uri,
          message: `The file cannot be read: ${file.detail}${file.fault === 'too-large' ? '; raise caveat.maxPackFileSize' : ''}.`,
        });
    }
    if (texts.size + found.length === 0) return 'missing';
    const { pack, problems } = loadPack(folder, texts);
    this.found.set(uriKey(folder), [...found, ...problems]);
    this.problems.set(`pack ${uriKey(folder)}`, [...found, ...problems]);
    return pack ? [compilePack(pack)] : [];
  }
}

function keyOf(source: PackSource): string {
  return source === 'shipped' ? source : uriKey(source.folder);
}
