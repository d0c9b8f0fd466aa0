import type { MapChoice, MapDimension } from './types';

/** In the order in which they are offered. */
export const DIMENSIONS: readonly MapDimension[] = [
  'disease',
  'section',
  'outcome',
  'donor',
  'tissue',
  'species',
  'design',
];

/** Whether a value that came from elsewhere (a message, a stored state) is a choice of dimensions. */
export function isChoice(value: unknown): value is MapChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { rows, columns } = value as Partial<Record<keyof MapChoice, unknown>>;
  return (
    isDimension(rows) &&
    Array.isArray(columns) &&
    (columns.length === 1 || (columns.length === 2 && columns[0] !== columns[1])) &&
    columns.every(isDimension)
  );
}

function isDimension(value: unknown): value is MapDimension {
  return DIMENSIONS.some((dimension) => dimension === value);
}
