import type { Glyph } from './glyph';
import { element } from './markup';
import type { Palette } from './palette';
import { fillOf, RING_LINES } from './patterns';

/** A cell's drawing around (0, 0), as SVG. @param prefix that of the picture's patterns */
export function drawGlyph(glyph: Glyph, prefix: string, palette: Palette): string {
  const sectors = glyph.isHollow
    ? element('circle', {
        r: glyph.radius,
        fill: palette.background,
        stroke: palette.muted,
        'stroke-width': 1.4,
      })
    : glyph.sectors
        .map(({ kind, path }) =>
          element('path', {
            d: path,
            fill: fillOf(kind, prefix, palette),
            stroke: palette.background,
            'stroke-width': glyph.sectors.length > 1 ? 1 : undefined,
          }),
        )
        .join('');
  const ring = glyph.ring
    .map(({ kind, path }) => {
      const { width, dash, cap } = RING_LINES[kind];
      return element('path', {
        d: path,
        fill: 'none',
        stroke: palette.ring,
        'stroke-width': width,
        'stroke-dasharray': dash,
        'stroke-linecap': cap,
      });
    })
    .join('');
  const beyond = glyph.isCapped
    ? element('path', {
        d: plus(4.5),
        stroke: palette.background,
        'stroke-width': 2.4,
        'stroke-linecap': 'round',
      })
    : '';
  const cited =
    glyph.citedRadius > 0
      ? element('circle', {
          r: glyph.citedRadius,
          fill: palette.cited,
          stroke: palette.citedEdge,
          'stroke-width': 1.4,
        })
      : '';
  return sectors + ring + (cited === '' ? beyond : cited);
}

function plus(arm: number): string {
  return `M${-arm},0H${arm}M0,${-arm}V${arm}`;
}
