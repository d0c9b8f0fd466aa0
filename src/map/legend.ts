import { drawGlyph } from './draw-glyph';
import { glyphOf, type BubbleScale } from './glyph';
import { element } from './markup';
import type { Palette } from './palette';
import {
  CERTAINTY_GROUPS,
  DIRECTION_GROUPS,
  type CertaintyGroup,
  type DirectionGroup,
  type Tally,
} from './tally';
import type { MapWords } from './words';

/** One explanation: a drawing around (0, 0) and what it stands for. */
export interface LegendItem {
  readonly drawing: string;
  readonly text: string;
  /** Of the drawing; pixels. */
  readonly radius: number;
}

export interface LegendPart {
  readonly title: string;
  readonly items: readonly LegendItem[];
}

interface LegendOptions {
  readonly scale: BubbleScale;
  readonly prefix: string;
  readonly palette: Palette;
  readonly words: MapWords;
  /** Whether some cell is beyond the scale. */
  readonly hasCapped: boolean;
  /** The manuscript that is laid over the map. */
  readonly manuscript?: string | undefined;
}

/** What explains a map. */
export function legendOf(options: LegendOptions): LegendPart[] {
  const { scale, prefix, palette, words, hasCapped, manuscript } = options;
  const draw = (tally: Tally): Pick<LegendItem, 'drawing' | 'radius'> => {
    const glyph = glyphOf(tally, scale);
    return { drawing: drawGlyph(glyph, prefix, palette), radius: glyph.radius + 5 };
  };
  const sample = { ...blank(), references: middle(scale.max) };
  const gap = element('circle', { r: 1.6, fill: palette.gap });
  return [
    {
      title: words.size,
      items: steps(scale.max).map((references) => ({
        ...draw({ ...blank(), references, directions: one(DIRECTION_GROUPS, 'up') }),
        text: String(references),
      })),
    },
    {
      title: words.direction,
      items: DIRECTION_GROUPS.map((kind) => ({
        ...draw({ ...sample, directions: one(DIRECTION_GROUPS, kind) }),
        text: words.directions[kind],
      })),
    },
    {
      title: words.certainty,
      items: CERTAINTY_GROUPS.map((kind) => ({
        ...draw({ ...sample, certainties: one(CERTAINTY_GROUPS, kind) }),
        text: words.certainties[kind],
      })),
    },
    {
      title: words.marks,
      items: [
        { drawing: gap, radius: 5, text: words.gap },
        { ...draw(blank()), text: words.hollow },
        ...(hasCapped
          ? [
              {
                ...draw({
                  ...blank(),
                  references: scale.max + 1,
                  directions: one(DIRECTION_GROUPS, 'up'),
                }),
                text: words.capped,
              },
            ]
          : []),
        ...(manuscript === undefined
          ? []
          : [
              {
                ...draw({
                  ...sample,
                  directions: one(DIRECTION_GROUPS, 'up'),
                  cited: { claims: 1, references: sample.references / 2 },
                }),
                text: words.cited,
              },
            ]),
      ],
    },
  ];
}

function blank(): Tally {
  return {
    claims: 1,
    references: 0,
    directions: one(DIRECTION_GROUPS, undefined),
    certainties: one(CERTAINTY_GROUPS, undefined),
    cited: { claims: 0, references: 0 },
  };
}

function one<Kind extends DirectionGroup | CertaintyGroup>(
  kinds: readonly Kind[],
  which: Kind | undefined,
): Record<Kind, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, kind === which ? 1 : 0])) as Record<
    Kind,
    number
  >;
}

function middle(max: number): number {
  return Math.max(1, Math.round(max / 3));
}

/** One reference, the most, and one between. */
function steps(max: number): number[] {
  return [...new Set([1, middle(max), max])].sort((a, b) => a - b);
}
