import type { EvidenceMap, MapCell, MapEntry } from './types';

/** What of a map is shown. */
export interface MapView {
  /** Keys of the rows whose narrower rows are shown. */
  readonly open: readonly string[];
  /** Rare rows and columns too. */
  readonly allRows: boolean;
  readonly allColumns: boolean;
}

export const FIRST_VIEW: MapView = { open: [], allRows: false, allColumns: false };

/** The rows and columns that are shown, in order, and the cells by place. */
export interface ShownMap {
  readonly rows: readonly MapEntry[];
  readonly columns: readonly MapEntry[];
  readonly cellAt: (row: MapEntry, column: MapEntry) => MapCell | undefined;
  /** How many rare ones are left out. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** How many are rare, shown or not. */
  readonly rareRows: number;
  readonly rareColumns: number;
}

export function shownMap(map: EvidenceMap, { open, allRows, allColumns }: MapView): ShownMap {
  const isOpen = new Set(open);
  const shown = new Set<string>();
  for (const { key, parent, isRare } of map.rowEntries) {
    if (isRare && !allRows) continue;
    if (parent === undefined || (shown.has(parent) && isOpen.has(parent))) shown.add(key);
  }
  const rows = map.rowEntries.filter(({ key }) => shown.has(key));
  const columns = map.columnEntries.filter(({ isRare }) => allColumns || !isRare);
  const cells = new Map(map.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const rareRows = map.rowEntries.filter(({ isRare, parent }) => isRare && !parent).length;
  const rareColumns = map.columnEntries.filter(({ isRare }) => isRare).length;
  return {
    rows,
    columns,
    cellAt: (row, column) => cells.get(`${row.key} ${column.key}`),
    rareRows,
    rareColumns,
    hiddenRows: allRows ? 0 : rareRows,
    hiddenColumns: allColumns ? 0 : rareColumns,
  };
}

/** Neighbouring columns that share the first of two dimensions. */
export interface ColumnGroup {
  readonly key: string;
  readonly label: string;
  readonly columns: readonly MapEntry[];
}

/** The columns by their first dimension; none where there is only one. */
export function columnGroups(columns: readonly MapEntry[]): ColumnGroup[] {
  const groups = new Map<string, { key: string; label: string; columns: MapEntry[] }>();
  for (const column of columns) {
    if (!column.group) continue;
    const known = groups.get(column.group.key);
    if (known) known.columns.push(column);
    else groups.set(column.group.key, { ...column.group, columns: [column] });
  }
  return [...groups.values()];
}
