import type { FileText } from '../protocol';

/** The files that the server may ask for. Nothing here throws: a fault is an answer. */
export interface FileSystem {
  /**
   * @param uri the file
   * @param options.within folders (URIs) in one of which the file must lie, links followed
   * @param options.maxBytes larger files are refused
   */
  readText(uri: string, options: ReadOptions): Promise<FileText>;
  /**
   * The files below a folder, links left out, at most {@link MAX_LISTED}.
   * @param endings with dot, lower case: only files that end so; folders that begin with a dot are then left out
   * @returns their URIs, sorted; none where there is no such folder
   */
  listFiles(
    folder: string,
    within: readonly string[],
    endings?: readonly string[],
  ): Promise<readonly string[]>;
}

export interface ReadOptions {
  readonly within: readonly string[];
  readonly maxBytes: number;
}

/** A pack or a folder of packs has far fewer files; a home directory named by mistake has far more. */
export const MAX_LISTED = 1000;
/** How deep a folder is looked into. */
export const MAX_DEPTH = 4;
