import { drawGlyph } from './draw-glyph';
import { drawLegend } from './draw-legend';
import { label, line, nameOf, type Text } from './draw-text';
import { bubbleScale, glyphOf } from './glyph';
import { legendOf, type LegendPart } from './legend';
import { element, escapeXml, plainLabel, wrapLabel } from './markup';
import { PAPER, type Palette } from './palette';
import { patternDefs } from './patterns';
import { tallyOf, type CitedEvidence } from './tally';
import type { EvidenceMap, MapEntry } from './types';
import { columnGroups, FIRST_VIEW, shownMap, type MapView, type ShownMap } from './view';
import { ENGLISH, heading, type MapWords } from './words';

/** How a map is drawn as one picture; everything but the title may be left out. */
export interface PictureOptions {
  readonly title: string;
  /** Where the evidence is from, in one line. */
  readonly source?: string;
  readonly view?: MapView;
  readonly palette?: Palette;
  readonly words?: MapWords;
  /** What a manuscript cites, and its name. */
  readonly cited?: CitedEvidence & { readonly manuscript: string };
}

const MARGIN = 24;
const LABELS = 216;
const CELL = { width: 62, height: 46 };
/** The drawing leaves the cell's lower right corner to the number. */
const SHIFT = { x: -5, y: -2 };
const FADED = 0.4;
const TOTAL = 76;
const HEAD = 62;
const BAND = 24;
const TITLE = 56;
const FONT = "'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
const PREFIX = 'caveat-map';

/**
 * The map as one picture: an SVG document that needs nothing else, with title, legend and source.
 * All text of the evidence is escaped and clipped.
 */
export function mapSvg(map: EvidenceMap, options: PictureOptions): string {
  const { palette = PAPER, words = ENGLISH, view = FIRST_VIEW, cited } = options;
  const shown = shownMap(map, view);
  const groups = columnGroups(shown.columns);
  const top = MARGIN + TITLE + (groups.length > 0 ? BAND : 0) + HEAD;
  const gridWidth = shown.columns.length * CELL.width;
  const bottom = top + shown.rows.length * CELL.height;
  const width = Math.max(MARGIN * 2 + LABELS + gridWidth + TOTAL, 760);
  const legend = drawLegend(
    legendFor(map, options, shown),
    { left: MARGIN, top: bottom + 30, width: width - 2 * MARGIN },
    palette,
  );
  const source = wrapLabel(options.source ?? '', Math.floor((width - 2 * MARGIN) / 5.8), 3);
  const height = legend.bottom + MARGIN + source.length * 15;
  const write = (text: string, how: Text) => label(text, how);
  const title = plainLabel(options.title);
  const dimensions = [map.rows, ...map.columns].map((one) => words.dimensions[one]);
  const subtitle = [
    `${dimensions[0]} × ${dimensions.slice(1).join(', ')}`,
    ...(cited ? [`${words.cited}: ${plainLabel(cited.manuscript)}`] : []),
  ].join('; ');
  const parts = [
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(subtitle)),
    element('defs', {}, patternDefs(PREFIX, palette)),
    element('rect', { width, height, fill: palette.background }),
    write(title, { x: MARGIN, y: MARGIN + 18, size: 20, weight: 600, fill: palette.text }),
    write(subtitle, { x: MARGIN, y: MARGIN + 39, size: 12.5, fill: palette.muted }),
    drawHead(shown, top, palette, words),
    drawRows(map, shown, top, options),
    legend.markup,
    ...source.map((text, number) =>
      write(text, {
        x: MARGIN,
        y: height - MARGIN + 4 - (source.length - 1 - number) * 15,
        size: 11,
        fill: palette.muted,
      }),
    ),
  ];
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': FONT,
    },
    parts.join('\n'),
  )}\n`;
}

function drawHead(shown: ShownMap, top: number, palette: Palette, words: MapWords): string {
  const left = MARGIN + LABELS;
  const groups = columnGroups(shown.columns);
  let x = left;
  const bands = groups.map(({ label: name, columns }) => {
    const width = columns.length * CELL.width;
    const at = x;
    x += width;
    const y = top - HEAD - BAND;
    return (
      element('rect', { x: at + 1, y, width: width - 2, height: BAND - 2, fill: palette.band }) +
      label(heading(wrapLabel(name, Math.floor(width / 7), 1)[0] ?? ''), {
        x: at + width / 2,
        y: y + 15.5,
        size: 12.5,
        weight: 600,
        anchor: 'middle',
        fill: palette.text,
      })
    );
  });
  const columns = shown.columns.map((column, index) => {
    const middle = left + (index + 0.5) * CELL.width;
    const lines = wrapLabel(nameOf(column, words), 9, 3);
    const written = lines.map((line, number) =>
      label(line, {
        x: middle,
        y: top - 22 - (lines.length - 1 - number) * 12.5,
        size: 11,
        anchor: 'middle',
        fill: palette.text,
      }),
    );
    const total = {
      x: middle,
      y: top - 7,
      size: 10.5,
      anchor: 'middle',
      fill: palette.muted,
    } as const;
    return written.join('') + label(String(column.references), total);
  });
  const all = label(words.total, {
    x: left + shown.columns.length * CELL.width + TOTAL - 8,
    y: top - 7,
    size: 11,
    anchor: 'end',
    fill: palette.muted,
  });
  return bands.join('') + columns.join('') + all;
}

function drawRows(
  map: EvidenceMap,
  shown: ShownMap,
  top: number,
  { palette = PAPER, words = ENGLISH, cited }: PictureOptions,
): string {
  const scale = bubbleScale(map);
  const left = MARGIN + LABELS;
  const right = left + shown.columns.length * CELL.width;
  const bottom = top + shown.rows.length * CELL.height;
  const rows = shown.rows.map((row, index) => {
    const y = top + index * CELL.height;
    const middle = y + CELL.height / 2;
    const indent = row.depth * 14;
    const lines = wrapLabel(nameOf(row, words), Math.floor((LABELS - indent - 12) / 6.4), 2);
    const name = lines.map((line, number) =>
      label(line, {
        x: MARGIN + indent,
        y: middle + 4.5 + (number - (lines.length - 1) / 2) * 14,
        size: 12.5,
        fill: row.isNotStated ? palette.muted : palette.text,
      }),
    );
    const cells = shown.columns.map((column, number) => {
      const cell = shown.cellAt(row, column);
      const place = `translate(${left + (number + 0.5) * CELL.width} ${middle})`;
      if (!cell) return element('circle', { r: 1.6, fill: palette.gap, transform: place });
      const tally = tallyOf(map, cell, cited);
      const count =
        cited && tally.cited.references > 0
          ? `${tally.cited.references}/${tally.references}`
          : tally.references > 0
            ? String(tally.references)
            : '';
      const glyph = glyphOf(tally, scale);
      const how = {
        x: CELL.width / 2 - 4,
        y: CELL.height / 2 - 4,
        size: 10,
        anchor: 'end',
      } as const;
      return element(
        'g',
        { transform: place },
        element(
          'title',
          {},
          escapeXml(`${nameOf(row, words)}, ${nameOf(column, words)}: ${tally.references}`),
        ) +
          element(
            'g',
            {
              transform: `translate(${SHIFT.x} ${SHIFT.y})`,
              opacity: cited && tally.cited.references === 0 ? FADED : undefined,
            },
            drawGlyph(glyph, PREFIX, palette),
          ) +
          label(count, { ...how, fill: palette.muted, halo: palette.background }),
      );
    });
    const total = { x: right + TOTAL - 8, y: middle + 4, size: 11, anchor: 'end' } as const;
    return (
      line(MARGIN, y, right + TOTAL, y, palette) +
      name.join('') +
      cells.join('') +
      label(String(row.references), { ...total, fill: palette.muted })
    );
  });
  const starts = boundaries(shown.columns);
  const bounds = [...shown.columns, undefined].map((_, index) => {
    const x = left + index * CELL.width;
    // Where a group of columns begins, the line reaches up through the headings.
    return line(x, starts.includes(index) ? top - HEAD : top, x, bottom, palette);
  });
  return rows.join('') + line(MARGIN, bottom, right + TOTAL, bottom, palette) + bounds.join('');
}

/** Where a group of columns begins, and after the last. */
function boundaries(columns: readonly MapEntry[]): number[] {
  const starts = columns.flatMap(({ group }, index) =>
    index === 0 || group?.key !== columns[index - 1]?.group?.key ? [index] : [],
  );
  return [...starts, columns.length];
}

function legendFor(map: EvidenceMap, options: PictureOptions, shown: ShownMap): LegendPart[] {
  const scale = bubbleScale(map);
  const visible = shown.rows.flatMap((row) =>
    shown.columns.flatMap((column) => shown.cellAt(row, column) ?? []),
  );
  return legendOf({
    scale,
    prefix: PREFIX,
    palette: options.palette ?? PAPER,
    words: options.words ?? ENGLISH,
    hasCapped: visible.some(({ references }) => references.length > scale.max),
    manuscript: options.cited?.manuscript,
  });
}
