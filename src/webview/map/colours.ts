import type { Palette } from '../../map/palette';

/** The names of the colours that media/webview/map.css sets from the theme. */
const NAMES: Readonly<Record<keyof Palette, string>> = {
  background: '--map-background',
  text: '--map-text',
  muted: '--map-muted',
  line: '--map-line',
  gap: '--map-gap',
  band: '--map-band',
  up: '--map-up',
  down: '--map-down',
  same: '--map-same',
  mixed: '--map-mixed',
  ring: '--map-ring',
  cited: '--map-cited',
  citedEdge: '--map-cited-edge',
};

/** Colours that follow the theme, for drawings in the page. */
export const THEME: Palette = paletteOf((name) => `var(${name})`);

/** The theme's colours as they are now, for a picture that leaves the page. */
export function resolvedTheme(element: Element): Palette {
  const canvas = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(element);
  return paletteOf((name) => {
    const colour = style.getPropertyValue(name).trim();
    if (!canvas) return colour;
    // A canvas writes any colour as `#rrggbb` or `rgba(…)`, which every program reads.
    canvas.fillStyle = '#808080';
    canvas.fillStyle = colour;
    return canvas.fillStyle;
  });
}

function paletteOf(colour: (name: string) => string): Palette {
  return Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [key, colour(name)]),
  ) as unknown as Palette;
}
