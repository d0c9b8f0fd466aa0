import type { Bibliography } from '../bibliography/types';
import { checkManuscript } from '../checks/engine';
import type { Evidence } from '../checks/evidence';
import { CheckMemory } from '../checks/memory';
import type { RuleSetting } from '../checks/types';
import type { Problem } from '../evidence/problem';
import { readerFor, telltaleFiles } from '../manuscript/formats';
import { LineIndex } from '../manuscript/lines';
import { findSurroundings, type Surroundings } from '../manuscript/surroundings';
import type { ManuscriptReader, ReadCache } from '../manuscript/types';
import { breathe } from './clock';
import { citedProblems, twiceProblems } from './cited';
import { escapeFixes } from './escape';
import type { FileSystem } from './files/types';
import type { ReadFile } from './keys';
import type { OwnEntries } from './own-entries';
import { missingPacks, packSources, readLinks } from './links';
import type { Checked, Context, ReadManuscript, SourceText } from './manuscripts';
import { combine, type Settings } from './settings';
import { whySkipped } from './skip';
import { BibliographyStore } from './stores/bibliographies';
import { ConfigStore } from './stores/configs';
import { LibraryStore, type Shelf } from './stores/libraries';
import { PackStore, type DescribedSource } from './stores/packs';
import { ProblemStore } from './stores/problems';
import { ProjectStore } from './stores/projects';
import { unread } from './unread';
import { fileName, folderOf, isWithin, resolvePath, uriKey } from './uris';

/** What the session needs of the connection; a test gives its own. */
export interface SessionHost {
  readonly files: FileSystem;
  settingsFor(uri: string): Promise<Settings>;
  /** Workspace folders, as URIs. */
  folders(): readonly string[];
  isTrusted(): boolean;
  /** Folder of the compiled packs that come with Caveat. */
  shippedPacks(): string | undefined;
  publishProblems(uri: string, problems: readonly Problem[]): void;
  log(message: string): void;
}

interface Cached<T> {
  readonly version: number;
  /** A document that is closed and opened again counts its versions anew. */
  readonly text: string;
  readonly generation: number;
  readonly value: Promise<T>;
}

/** Stands for the workspace as a whole. */
const NOTE: SourceText = {
  uri: 'untitled:caveat',
  languageId: 'markdown',
  version: 0,
  getText: () => '',
};

/** All that the server knows, and the one way from a document to its findings. Features ask it; none keeps state. */
export class Session {
  private readonly problems: ProblemStore;
  private readonly configs: ConfigStore;
  private readonly packs: PackStore;
  private readonly bibliographies: BibliographyStore;
  private readonly projects: ProjectStore;
  private readonly libraries = new LibraryStore();
  /** What the bibliographies of a shelf have twice. */
  private readonly twice = new WeakMap<Shelf, readonly Problem[]>();
  private readonly contexts = new Map<string, Cached<Context>>();
  private readonly reads = new Map<string, Cached<ReadManuscript | undefined>>();
  private readonly checks = new Map<string, Cached<Checked | undefined>>();
  /** What the readers remember of each document, so that an edit costs one paragraph. */
  private readonly memories = new Map<string, ReadCache>();
  private readonly checkMemories = new Map<string, CheckMemory>();
  private readonly logged = new Set<string>();
  private current = 0;

  constructor(private readonly host: SessionHost) {
    this.problems = new ProblemStore((uri, problems) => host.publishProblems(uri, problems));
    this.configs = new ConfigStore(host.files);
    this.packs = new PackStore(host.files, this.problems, () => host.shippedPacks(), this.logOnce);
    this.projects = new ProjectStore(host.files);
    this.bibliographies = new BibliographyStore(host.files, this.problems);
  }

  /** Changes whenever findings may have changed although no manuscript has. */
  get generation(): number {
    return this.current;
  }

  /** What holds for a manuscript, and whether it is one. Cheap where it is about something else. */
  context(document: SourceText): Promise<Context> {
    return this.cached(this.contexts, document, () => this.createContext(document));
  }

  /** Reads a manuscript and its bibliographies; undefined where it is skipped, or Caveat is off. */
  read(document: SourceText): Promise<ReadManuscript | undefined> {
    return this.cached(this.reads, document, () => this.createRead(document));
  }

  /** Checks a manuscript; undefined where it is inactive or skipped. */
  check(document: SourceText): Promise<Checked | undefined> {
    return this.cached(this.checks, document, () => this.createCheck(document));
  }

  /** The evidence for a manuscript, or for the workspace where none is given; it can be searched everywhere. */
  async evidence(document: SourceText = NOTE): Promise<Evidence> {
    const { settings, effective, packs } = await this.context(document);
    const searched =
      settings.enable === 'off'
        ? await this.packs.load(['shipped'], effective.disabledPacks)
        : packs;
    return searched.evidence();
  }

  /** Where the packs of a manuscript, or of the workspace, come from and what is in them, switched off or not. */
  async packSources(
    document: SourceText = NOTE,
  ): Promise<{ readonly context: Context; readonly sources: readonly DescribedSource[] }> {
    const context = await this.context(document);
    const { effective, config, roots } = context;
    const named = packSources(effective, config, this.placeOf(document.uri), roots);
    return { context, sources: await this.packs.describe(named) };
  }

  /** Whether a document is a bibliography rather than a manuscript, by its file's ending. */
  isBibliography({ uri, languageId }: Pick<SourceText, 'uri' | 'languageId'>): boolean {
    return languageId === 'bibtex' || /\.(?:bib|bibtex)$/i.test(fileName(uri));
  }

  /** A bibliography of the workspace with the text it was read from; undefined where it may not, or cannot, be read. */
  async bibliography(uri: string): Promise<ReadFile | undefined> {
    const roots = this.host.isTrusted() ? this.rootsOf(uri) : [];
    const loaded = await this.bibliographies.load(uri, roots);
    return 'bibliography' in loaded ? loaded : undefined;
  }

  /** The entries of some bibliographies to search; made once as long as they stay the same. */
  ownEntries(bibliographies: readonly Bibliography[]): OwnEntries {
    return this.libraries.get(bibliographies, []).ownEntries();
  }

  close(uri: string): void {
    const { contexts, reads, checks, memories, checkMemories } = this;
    for (const cache of [contexts, reads, checks, memories, checkMemories])
      cache.delete(uriKey(uri));
    this.problems.set(citedOwner(uri), []);
  }

  /** A file has changed, come or gone. @returns whether findings may have changed */
  fileChanged(uri: string): boolean {
    if (this.configs.isCandidate(uri)) {
      this.reset();
      return true;
    }
    const bibliography = this.bibliographies.changed(uri);
    const pack = this.packs.changed(uri);
    const project = this.projects.changed(uri);
    if (bibliography || pack || project) this.current++;
    return bibliography || pack || project;
  }

  /** Forgets all that was read of the workspace: settings, trust or folders have changed. */
  reset(): void {
    this.current++;
    this.configs.clear();
    this.packs.clear();
    this.bibliographies.clear();
    this.projects.clear();
    this.problems.clear();
    this.logged.clear();
  }

  private async createContext(document: SourceText): Promise<Context> {
    const uri = this.placeOf(document.uri);
    const generation = this.current;
    const settings = await this.host.settingsFor(document.uri);
    const isOff = settings.enable === 'off';
    const roots = this.host.isTrusted() ? this.rootsOf(uri) : [];
    const reader = await this.readerOf(document, uri, isOff ? [] : roots);
    const config = isOff ? undefined : await this.configs.find(uri, roots);
    const effective = combine(settings, config?.config);
    const sources = packSources(effective, config, uri, roots);
    const packs = await this.packs.load(isOff ? [] : sources, effective.disabledPacks);
    const missing = missingPacks(packs.missing, sources, config, effective, this.logOnce);
    // Not what was true before a change that came in meanwhile.
    if (config && generation === this.current)
      this.problems.set(`config ${config.uri}`, [...config.problems, ...missing]);

    const context = { settings, effective, config, roots, reader, packs };
    const text = document.getText();
    const isWanted = settings.enable === 'on' || config !== undefined || packs.isOnSubject(text);
    if (isOff || !reader || !isWanted) return { ...context, state: 'inactive' };
    const reason = whySkipped(text, effective.maxFileSize);
    return reason === undefined
      ? { ...context, state: 'checked' }
      : { ...context, state: 'skipped', reason };
  }

  private async createRead(document: SourceText): Promise<ReadManuscript | undefined> {
    const context = await this.context(document);
    const { state } = context;
    if (state === 'skipped' || context.settings.enable === 'off') return undefined;
    await breathe();
    const memory = this.memoryOf(document.uri);
    const generation = this.current;
    const place = this.placeOf(document.uri);
    const text = document.getText();
    const { reader, around } = await this.surroundings(context, text, place);
    const manuscript = reader.read(text, memory);
    const stores = { bibliographies: this.bibliographies, projects: this.projects };
    const links = await readLinks(place, manuscript, context, stores, this.logOnce, around);
    if (context.config && generation === this.current)
      this.problems.set(`links ${context.config.uri}`, links.configProblems);
    const packs = state === 'checked' ? context.packs.evidence().packs : [];
    const read: ReadManuscript = {
      context,
      place,
      reader,
      ...(around && around.file !== place && { root: around.file }),
      manuscript,
      memory,
      lines: new LineIndex(manuscript.source),
      shelf: this.libraries.get(links.bibliographies, packs),
      problems: links.problems,
      linked: links.files,
      isComplete: links.isComplete,
    };
    if (generation === this.current) {
      const twice = this.twice.get(read.shelf) ?? twiceProblems(read);
      this.twice.set(read.shelf, twice);
      this.problems.set(citedOwner(document.uri), [...citedProblems(read), ...twice]);
    }
    return read;
  }

  /** The document that a manuscript is a part of, and the reader that knows what this defines. */
  private async surroundings(
    { reader = unread, roots }: Context,
    text: string,
    place: string,
  ): Promise<{ readonly reader: ManuscriptReader; readonly around: Surroundings | undefined }> {
    const around = await this.projects.follow(findSurroundings(reader, text, place), roots);
    const preambles = around?.preambles ?? [];
    return { reader: (preambles.length > 0 && reader.within?.(preambles)) || reader, around };
  }

  private async createCheck(document: SourceText): Promise<Checked | undefined> {
    const { state, packs } = await this.context(document);
    if (state !== 'checked') return undefined;
    const read = await this.read(document);
    if (!read) return undefined;
    await breathe();
    const evidence = packs.evidence();
    const findings = checkManuscript(read.manuscript, evidence, {
      rules: rulesFor(read),
      library: read.shelf.library,
      cite: (keys) => read.reader.cite(keys, read.manuscript),
      memory: this.checkMemoryOf(document.uri),
    });
    return { read, evidence, findings: escapeFixes(findings, read.reader, read.manuscript.source) };
  }

  private async readerOf(
    document: SourceText,
    uri: string,
    roots: readonly string[],
  ): Promise<ManuscriptReader | undefined> {
    const kind = { languageId: document.languageId, path: uri };
    const projectFiles = await this.projects.present(uri, telltaleFiles(kind), roots);
    return readerFor({ ...kind, projectFiles, source: document.getText() });
  }

  /** The folders that may be read for a manuscript: the workspace's, or its own where no folder is open at all. */
  private rootsOf(uri: string): readonly string[] {
    const folders = this.host.folders();
    if (folders.length > 0) return isWithin(uri, folders) ? folders : [];
    const own = folderOf(uri);
    return own === undefined ? [] : [own];
  }

  private checkMemoryOf(uri: string): CheckMemory {
    const key = uriKey(uri);
    const memory = this.checkMemories.get(key) ?? new CheckMemory();
    this.checkMemories.set(key, memory);
    return memory;
  }

  private memoryOf(uri: string): ReadCache {
    const key = uriKey(uri);
    const memory = this.memories.get(key) ?? new Map<string, unknown>();
    this.memories.set(key, memory);
    return memory;
  }

  /** A note that was never saved is taken for a file at the top of the workspace. */
  private placeOf(uri: string): string {
    const [first] = this.host.folders();
    if (folderOf(uri) !== undefined || first === undefined) return uri;
    return resolvePath(first, 'untitled.md') ?? uri;
  }

  private cached<T>(
    cache: Map<string, Cached<T>>,
    document: SourceText,
    create: () => Promise<T>,
  ): Promise<T> {
    const key = uriKey(document.uri);
    const known = cache.get(key);
    const { version } = document;
    const text = document.getText();
    if (known?.version === version && known.generation === this.current && known.text === text)
      return known.value;
    const value = create();
    cache.set(key, { version, text, generation: this.current, value });
    return value;
  }

  private readonly logOnce = (message: string): void => {
    if (this.logged.has(message)) return;
    this.logged.add(message);
    this.host.log(message);
  };
}

/** Owner of what is said of entries because a manuscript cites them. */
function citedOwner(uri: string): string {
  return `cited ${uriKey(uri)}`;
}

/** Where a bibliography could not be read, a key that is not found may well stand in it. */
function rulesFor({ context, isComplete }: ReadManuscript): Readonly<Record<string, RuleSetting>> {
  return isComplete
    ? context.effective.rules
    : { ...context.effective.rules, 'unknown-citation': 'off' };
}
