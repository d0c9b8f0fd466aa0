import { createBibtexCache, type BibtexCache } from '../../bibliography/bibtex';
import { DEFAULT_MAX_BIBLIOGRAPHY_SIZE } from '../../checks/config';
import { duplicateDois } from '../../bibliography/inspect';
import { readBibliography } from '../../bibliography/read';
import type { Bibliography } from '../../bibliography/types';
import { LineIndex } from '../../manuscript/lines';
import type { FileSystem } from '../files/types';
import type { FileFault } from '../protocol';
import { uriKey } from '../uris';
import { remarkProblems } from '../remarks';
import type { ProblemStore } from './problems';

/** A bibliography, or why there is none. */
export type LoadedBibliography =
  | {
      readonly bibliography: Bibliography;
      /** The very text it was read from: its entries' places are offsets in it. */
      readonly text: string;
      /** Its lines; made when they are first asked for. */
      readonly lines: () => LineIndex;
    }
  | { readonly fault: FileFault; readonly detail: string };

/** The writers' bibliographies, each read once until it changes; then only what changed in it is read anew. */
export class BibliographyStore {
  private readonly loaded = new Map<string, Promise<LoadedBibliography>>();
  private readonly caches = new Map<string, BibtexCache>();

  constructor(
    private readonly files: FileSystem,
    private readonly problems: ProblemStore,
  ) {}

  /** @param maxBytes a larger file is not read */
  load(
    uri: string,
    within: readonly string[],
    maxBytes = DEFAULT_MAX_BIBLIOGRAPHY_SIZE,
  ): Promise<LoadedBibliography> {
    const key = uriKey(uri);
    const known = this.loaded.get(key);
    if (known) return known;
    const reading = this.read(uri, key, within, maxBytes);
    this.loaded.set(key, reading);
    return reading;
  }

  /** Forgets a file. @returns whether it was known, be it as missing */
  changed(uri: string): boolean {
    return this.loaded.delete(uriKey(uri));
  }

  clear(): void {
    this.loaded.clear();
  }

  private async read(
    uri: string,
    key: string,
    within: readonly string[],
    maxBytes: number,
  ): Promise<LoadedBibliography> {
    const file = await this.files.readText(uri, { within, maxBytes });
    if (!('text' in file)) {
      this.problems.set(`bibliography ${key}`, []);
      return file;
    }
    const cache = this.caches.get(key) ?? createBibtexCache();
    this.caches.set(key, cache);
    const bibliography = readBibliography(uri, file.text, cache);
    let index: LineIndex | undefined;
    const loaded = {
      bibliography,
      text: file.text,
      lines: () => (index ??= new LineIndex(file.text)),
    };
    const hints = remarkProblems(uri, loaded, duplicateDois(bibliography));
    this.problems.set(`bibliography ${key}`, [...bibliography.problems, ...hints]);
    return loaded;
  }
}
