import { label } from './draw-text';
import type { LegendPart } from './legend';
import { element, wrapLabel } from './markup';
import type { Palette } from './palette';

/** Where a legend goes; pixels. */
interface LegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** The legend in columns side by side, and where it ends. */
export function drawLegend(
  parts: readonly LegendPart[],
  { left, top, width }: LegendPlace,
  palette: Palette,
): { readonly markup: string; readonly bottom: number } {
  const step = width / parts.length;
  const columns = parts.map(({ title, items }, index) => {
    const x = left + index * step;
    const head = { x, y: top, size: 11.5, weight: 600, fill: palette.text };
    const letters = Math.floor((step - 54) / 5.7);
    let y = top + 12;
    const rows = items.map(({ drawing, text }) => {
      const lines = wrapLabel(text, letters, 3);
      const height = Math.max(lines.length * 14, 26) + 12;
      const middle = y + height / 2;
      y += height;
      return (
        element('g', { transform: `translate(${x + 20} ${middle})` }, drawing) +
        lines
          .map((written, number) =>
            label(written, {
              x: x + 46,
              y: middle + 4 + (number - (lines.length - 1) / 2) * 14,
              size: 11.5,
              fill: palette.text,
            }),
          )
          .join('')
      );
    });
    return { markup: label(title, head) + rows.join(''), bottom: y };
  });
  return {
    markup: columns.map(({ markup }) => markup).join(''),
    bottom: Math.max(...columns.map(({ bottom }) => bottom)),
  };
}
