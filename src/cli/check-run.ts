import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createLibrary, type Library } from '../bibliography/library';
import { DEFAULT_MAX_FILE_SIZE, SHIPPED_PACK } from '../checks/config';
import { checkManuscript, type EngineOptions } from '../checks/engine';
import type { Evidence } from '../checks/evidence';
import type { Finding } from '../checks/types';
import { readerFor, telltaleFiles } from '../manuscript/formats';
import type { Manuscript, ManuscriptReader } from '../manuscript/types';
import { escapeFixes } from '../server/escape';
import { loadBibliographies } from './bibliographies';
import { CannotRun } from './exit';
import { findConfig, readConfig, type FoundConfig } from './files';
import { loadEvidence, printProblems } from './packs';
import { filesAbove, withSurroundings } from './project';

/** What the commands that check manuscripts have in common. */
export interface CheckRunOptions {
  readonly pack: readonly string[];
  readonly bibliography: readonly string[];
  readonly config?: string;
}

/** A manuscript that was checked. */
export interface CheckedFile {
  readonly path: string;
  readonly source: string;
  readonly reader: ManuscriptReader;
  readonly manuscript: Manuscript;
  readonly library: Library;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
  /** What it was checked with. */
  readonly engine: EngineOptions;
}

/** What a run keeps between manuscripts: configurations and the evidence loaded for them. */
export class CheckRun {
  private readonly configs = new Map<string, FoundConfig | undefined>();
  private readonly evidence = new Map<string, Evidence>();
  /** Whether something could not be read. */
  failed = false;

  /** @throws CannotRun where the configuration that is named does not exist */
  constructor(private readonly options: CheckRunOptions) {
    if (options.config !== undefined && !existsSync(options.config)) {
      throw new CannotRun(
        `There is no configuration ${options.config}; mend the path after --config.`,
      );
    }
  }

  maxFileSize(path: string): number {
    return this.configOf(path)?.config.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;
  }

  /** @returns undefined where no reader knows the format, not even as Markdown */
  check(path: string, source: string): CheckedFile | undefined {
    const found = this.configOf(path);
    const evidence = this.evidenceFor(found);
    const projectFiles = filesAbove(path, telltaleFiles({ path }));
    const known =
      readerFor({ path, source, projectFiles }) ?? readerFor({ languageId: 'markdown', source });
    if (!known) return undefined;
    const { reader, around } = withSurroundings(path, known, source);
    const manuscript = reader.read(source);
    const extra = [
      ...this.options.bibliography.map((file) => ({ path: file, base: process.cwd() })),
      ...(found?.config.bibliography ?? []).map((file) => ({
        path: file,
        base: found?.folder ?? '.',
      })),
    ];
    const { bibliographies, problems } = loadBibliographies(
      path,
      reader,
      manuscript,
      extra,
      around,
      found?.config.maxBibliographySize,
    );
    printProblems(problems);
    if (problems.some(({ severity }) => severity === 'error')) this.failed = true;
    // Of a chapter nobody knows then which keys exist.
    const isUnknown = manuscript.isPart && bibliographies.length === 0;
    const library = createLibrary(bibliographies, evidence.packs);
    const engine: EngineOptions = {
      library,
      rules: { ...found?.config.rules, ...(isUnknown && { 'unknown-citation': 'off' as const }) },
    };
    const cite = (keys: readonly string[]) => reader.cite(keys, manuscript);
    const findings = escapeFixes(
      checkManuscript(manuscript, evidence, { ...engine, cite }),
      reader,
      source,
    );
    return { path, source, reader, manuscript, library, evidence, findings, engine };
  }

  private configOf(path: string): FoundConfig | undefined {
    const key = this.options.config ?? dirname(resolve(path));
    if (!this.configs.has(key)) {
      const found = this.options.config === undefined ? findConfig(key) : readConfig(key);
      printProblems(found?.problems ?? []);
      if (found?.problems.length) this.failed = true;
      this.configs.set(key, found);
    }
    return this.configs.get(key);
  }

  private evidenceFor(found: FoundConfig | undefined): Evidence {
    const configured = (found?.config.packs ?? [])
      .filter((folder) => folder !== SHIPPED_PACK)
      .map((folder) => resolve(found?.folder ?? '.', folder));
    const given = this.options.pack.length > 0;
    const folders = given ? this.options.pack : configured;
    // Who names a pack on the command line wants it.
    const disabled = given ? [] : (found?.config.disabledPacks ?? []);
    const key = JSON.stringify([folders, disabled]);
    const known = this.evidence.get(key);
    if (known) return known;
    const withShipped = found?.config.packs?.includes(SHIPPED_PACK) ?? false;
    const evidence = loadEvidence(folders, withShipped, disabled, found?.config.maxPackFileSize);
    this.evidence.set(key, evidence);
    return evidence;
  }
}
