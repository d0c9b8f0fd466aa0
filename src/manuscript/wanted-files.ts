/** A file that is asked for: a path as it is written in, or counted from, another file. */
export interface WantedFile {
  readonly from: string;
  readonly path: string;
  /** Where given, the path is a folder's, and the names of the files in it that end so are wanted. */
  readonly endings?: readonly string[];
}

/** A file that was there. */
export interface GivenFile {
  /** Its address, in the terms of whoever gives it. */
  readonly file: string;
  readonly text: string;
  /** Of a folder: the names of the files in it, sorted. */
  readonly names?: readonly string[];
}

/**
 * A search that asks for the files that it wants to look into and is sent each, or `undefined`: so that it holds for
 * whoever reads files at once and for whoever has to wait for them.
 */
export type Search<T> = Generator<WantedFile, T, GivenFile | undefined>;
