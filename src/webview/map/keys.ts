/** A place in the grid: row and column, from 0; column -1 is the row's heading. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The part of a `KeyboardEvent` that counts. */
interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Where a key leads in a grid, as in the ARIA grid pattern.
 *
 * @returns undefined where the key has no meaning
 */
export function moved(
  { row, column }: Place,
  { key, ctrlKey, metaKey }: PressedKey,
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const whole = ctrlKey || metaKey;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - 5, column },
    PageDown: { row: row + 5, column },
    Home: { row: whole ? 0 : row, column: whole ? 0 : -1 },
    End: { row: whole ? last.row : row, column: last.column },
  }[key];
  return to && { row: within(to.row, 0, last.row), column: within(to.column, -1, last.column) };
}

function within(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, value));
}
