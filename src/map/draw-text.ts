import { element, escapeXml } from './markup';
import type { Palette } from './palette';
import type { MapEntry } from './types';
import { heading, type MapWords } from './words';

/** How a line of text is set; lengths in pixels. */
export interface Text {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'middle' | 'end';
  readonly fill: string;
  /** Around the letters, where a drawing lies below. */
  readonly halo?: string;
}

/** A row's or a column's name. */
export function nameOf({ label: name, isNotStated }: MapEntry, words: MapWords): string {
  return heading(isNotStated ? words.notStated : name);
}

/** One line of text. */
export function label(text: string, { x, y, size = 12, weight, anchor, fill, halo }: Text): string {
  if (text === '') return '';
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight,
      'text-anchor': anchor,
      fill,
      ...(halo !== undefined && { stroke: halo, 'stroke-width': 3, 'paint-order': 'stroke' }),
    },
    escapeXml(text),
  );
}

/** A thin line of the grid. */
export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  { line: stroke }: Palette,
): string {
  return element('line', { x1, y1, x2, y2, stroke });
}
