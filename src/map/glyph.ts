import { scaleSqrt } from 'd3-scale';
import { arc, pie } from 'd3-shape';
import {
  CERTAINTY_GROUPS,
  DIRECTION_GROUPS,
  type CertaintyGroup,
  type DirectionGroup,
  type Tally,
} from './tally';
import { NOT_STATED, type EvidenceMap, type MapEntry } from './types';

/** The largest bubble, without its ring; pixels. */
export const MAX_RADIUS = 17;
/** Claims that the review makes without a reference still show. */
const EMPTY_RADIUS = 4.5;
/** From the bubble's edge to the middle of the ring. */
const RING_GAP = 3;
/** The disc of a cell all of whose references are cited leaves the sectors to be seen. */
const FULLY_CITED = 0.66;

/** A piece of a glyph as an SVG path around the cell's middle. */
export interface Piece<Kind> {
  readonly kind: Kind;
  readonly path: string;
}

/** What a cell is drawn as; lengths in pixels around (0, 0). */
export interface Glyph {
  readonly radius: number;
  /** More references than the scale reaches. */
  readonly isCapped: boolean;
  /** No reference: the review's own word. */
  readonly isHollow: boolean;
  readonly sectors: readonly Piece<DirectionGroup>[];
  /** Lines, to be stroked: the certainty of the claims. */
  readonly ring: readonly Piece<CertaintyGroup>[];
  /** Of the disc whose area, against that of the other discs, tells the cited share; 0 where nothing is cited. */
  readonly citedRadius: number;
}

/** Radius by number of references; area is in proportion. */
export interface BubbleScale {
  /** The largest number that is still in proportion. */
  readonly max: number;
  readonly radius: (references: number) => number;
}

/**
 * The scale of a map. What a row or a whole column leaves unstated is a catch-all that would dwarf the rest, so the
 * scale is made for the other cells, and a larger one is marked as beyond it.
 */
export function bubbleScale(map: EvidenceMap): BubbleScale {
  const loose = new Set(
    [...map.rowEntries, ...map.columnEntries].filter(isCatchAll).map(({ key }) => key),
  );
  const stated = map.cells.filter(({ row, column }) => !loose.has(row) && !loose.has(column));
  const max = Math.max(1, ...(stated.length > 0 ? stated : map.cells).map(sizeOf));
  const scale = scaleSqrt().domain([0, max]).range([0, MAX_RADIUS]).clamp(true);
  return { max, radius: (references) => scale(references) };
}

function isCatchAll({ isNotStated, group }: MapEntry): boolean {
  return isNotStated && (group === undefined || group.key === NOT_STATED);
}

function sizeOf({ references }: { readonly references: readonly number[] }): number {
  return references.length;
}

/** The drawing of a cell. */
export function glyphOf(tally: Tally, scale: BubbleScale): Glyph {
  const isHollow = tally.references === 0;
  const radius = isHollow ? EMPTY_RADIUS : scale.radius(tally.references);
  const share = tally.references === 0 ? 0 : tally.cited.references / tally.references;
  return {
    radius,
    isHollow,
    isCapped: tally.references > scale.max,
    sectors: sectorsOf(DIRECTION_GROUPS, tally.directions, radius),
    ring: ringOf(tally, radius + RING_GAP),
    citedRadius: share === 0 ? 0 : Math.max(2, radius * FULLY_CITED * Math.sqrt(share)),
  };
}

function sectorsOf(
  kinds: readonly DirectionGroup[],
  counts: Readonly<Record<DirectionGroup, number>>,
  radius: number,
): Piece<DirectionGroup>[] {
  const shape = arc<unknown, { startAngle: number; endAngle: number }>()
    .innerRadius(0)
    .outerRadius(radius)
    .digits(2);
  return slices(kinds, counts).map(({ kind, startAngle, endAngle }) => ({
    kind,
    path: shape({ startAngle, endAngle }) ?? '',
  }));
}

function ringOf({ certainties }: Tally, radius: number): Piece<CertaintyGroup>[] {
  const parts = slices(CERTAINTY_GROUPS, certainties);
  // A gap between the pieces, about 3 pixels wide.
  const gap = parts.length > 1 ? 1.5 / radius : 0;
  return parts.map(({ kind, startAngle, endAngle }) => ({
    kind,
    path: openArc(
      radius,
      Math.min(startAngle + gap, (startAngle + endAngle) / 2 - 0.01),
      Math.max(endAngle - gap, (startAngle + endAngle) / 2 + 0.01),
    ),
  }));
}

function slices<Kind extends string>(
  kinds: readonly Kind[],
  counts: Readonly<Record<Kind, number>>,
): { kind: Kind; startAngle: number; endAngle: number }[] {
  return pie<Kind>()
    .value((kind) => counts[kind])
    .sort(null)([...kinds])
    .filter(({ value }) => value > 0)
    .map(({ data, startAngle, endAngle }) => ({ kind: data, startAngle, endAngle }));
}

/** A line along a circle, clockwise from twelve o'clock; angles in radians. */
function openArc(radius: number, from: number, to: number): string {
  const at = (angle: number) =>
    `${round(radius * Math.sin(angle))},${round(-radius * Math.cos(angle))}`;
  const half = (from + to) / 2;
  const turn = `A${round(radius)},${round(radius)},0,0,1,`;
  return `M${at(from)}${turn}${at(half)}${turn}${at(to)}`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
