import { Numbers, writeNumbers } from './numbers';

/**
 * Named columns of bytes, each compressed by itself, as one text: a reader of files hands out text alone, and the
 * base64 costs nothing within a `.vsix`, which is compressed.
 */
export type Columns = ReadonlyMap<string, Uint8Array>;

export const COLUMNS_VERSION = 1;

/** @param columns each compressed by raw deflate */
export function writeColumns(columns: Columns): string {
  const stored = Object.fromEntries([...columns].map(([name, bytes]) => [name, toBase64(bytes)]));
  return JSON.stringify({ version: COLUMNS_VERSION, columns: stored });
}

/**
 * Reads what `writeColumns` wrote; the columns are still compressed.
 * @throws where the text was not written by this version
 */
export function readColumns(text: string): Columns {
  const { version, columns } = JSON.parse(text) as {
    readonly version?: number;
    readonly columns?: Readonly<Record<string, string>>;
  };
  if (version !== COLUMNS_VERSION || !columns)
    throw new Error('it is no compiled file of this version of Caveat');
  return new Map(Object.entries(columns).map(([name, base64]) => [name, fromBase64(base64)]));
}

/** A column as text. */
export function textOf(columns: Columns, name: string): string {
  return new TextDecoder().decode(columnOf(columns, name));
}

/** A column as numbers. */
export function numbersOf(columns: Columns, name: string): Numbers {
  return new Numbers(columnOf(columns, name));
}

export function columnOf(columns: Columns, name: string): Uint8Array {
  const column = columns.get(name);
  if (!column) throw new Error(`the compiled file has no column "${name}"`);
  return column;
}

/** Collects columns to write. */
export class ColumnWriter {
  private readonly numbers = new Map<string, number[]>();
  private readonly done = new Map<string, Uint8Array>();

  /** Adds to a column of numbers. */
  add(name: string, value: number): void {
    const column = this.numbers.get(name);
    if (column) column.push(value);
    else this.numbers.set(name, [value]);
  }

  /** Makes columns of numbers exist, be they empty. */
  open(...names: readonly string[]): void {
    for (const name of names) if (!this.numbers.has(name)) this.numbers.set(name, []);
  }

  text(name: string, text: string): void {
    this.done.set(name, new TextEncoder().encode(text));
  }

  bytes(name: string, bytes: Uint8Array): void {
    this.done.set(name, bytes);
  }

  columns(): Map<string, Uint8Array> {
    const numbers = [...this.numbers].map(
      ([name, values]) => [name, writeNumbers(values)] as const,
    );
    return new Map([...this.done, ...numbers]);
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
