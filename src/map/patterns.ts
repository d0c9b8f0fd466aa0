import { element } from './markup';
import type { Palette } from './palette';
import type { CertaintyGroup, DirectionGroup } from './tally';

/** Lines of rings: told apart by weight and by how they are broken. */
export const RING_LINES: Readonly<
  Record<CertaintyGroup, { readonly width: number; readonly dash?: string; readonly cap?: string }>
> = {
  firm: { width: 1.8 },
  limited: { width: 1.5, dash: '4 3' },
  unsettled: { width: 2.2, dash: '0.1 4', cap: 'round' },
};

/** The fill of a sector: plain, or a pattern of the same picture. */
export function fillOf(kind: DirectionGroup, prefix: string, palette: Palette): string {
  return kind === 'up' ? palette.up : `url(#${prefix}-${kind})`;
}

/**
 * The patterns of sectors, for a `<defs>`: stripes that fall, level stripes, dots. So a sector is known without colour.
 * @param prefix begins the ids, which must be the page's only ones
 */
export function patternDefs(prefix: string, palette: Palette): string {
  const pattern = (kind: DirectionGroup, size: number, marks: string, turn?: string) =>
    element(
      'pattern',
      {
        id: `${prefix}-${kind}`,
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
        patternTransform: turn,
      },
      element('rect', { width: size, height: size, fill: palette[kind] }) + marks,
    );
  const light = palette.background;
  return [
    pattern('down', 4.5, element('rect', { width: 1.4, height: 4.5, fill: light }), 'rotate(-45)'),
    pattern('same', 4, element('rect', { width: 4, height: 1.8, fill: light })),
    pattern('mixed', 4.5, element('circle', { cx: 2.25, cy: 2.25, r: 1.1, fill: light })),
  ].join('');
}
