import { bubbleScale, type BubbleScale } from '../../map/glyph';
import { plainLabel } from '../../map/markup';
import { tallyOf, type CitedEvidence, type Tally } from '../../map/tally';
import {
  NOT_STATED,
  type EvidenceMap,
  type MapCell,
  type MapDimension,
  type MapEntry,
} from '../../map/types';
import { shownMap, type ShownMap } from '../../map/view';
import { heading } from '../../map/words';
import { fill } from '../shared/texts';
import type { MapState, MapTexts, MapToPage } from './messages';

export type Loaded = Extract<MapToPage, { type: 'map' }>;

/** All that the page's templates draw from. */
export interface Model {
  readonly texts: MapTexts;
  readonly loaded: Loaded;
  readonly state: MapState;
  readonly map: EvidenceMap;
  readonly shown: ShownMap;
  readonly scale: BubbleScale;
  /** Where the overlay is on and there is a manuscript. */
  readonly cited: (CitedEvidence & { readonly manuscript: string }) | undefined;
}

export function modelOf(texts: MapTexts, loaded: Loaded, state: MapState): Model {
  const { map, cited } = loaded.answer;
  return {
    texts,
    loaded,
    state,
    map,
    shown: shownMap(map, state.view),
    scale: bubbleScale(map),
    cited:
      state.overlay && cited && loaded.manuscript !== undefined
        ? {
            claims: new Set(cited.claims),
            references: new Set(cited.references),
            manuscript: loaded.manuscript,
          }
        : undefined,
  };
}

/** A row's or column's name, fit to be shown. */
export function nameOf({ label, isNotStated }: MapEntry, { words }: MapTexts): string {
  return heading(isNotStated ? words.notStated : plainLabel(label));
}

/** The name of the first of two column dimensions. */
export function groupName(
  { key, label }: { readonly key: string; readonly label: string },
  { words }: MapTexts,
): string {
  return heading(key === NOT_STATED ? words.notStated : plainLabel(label));
}

/** A cell's row and column where neither is to be seen: "Lupus: allogeneic, tissue source not stated". */
export function whereIs(row: MapEntry, column: MapEntry, { map, texts }: Model): string {
  const { words } = texts;
  const full = (dimension: MapDimension | undefined, label: string, isNotStated: boolean) =>
    isNotStated && dimension
      ? `${words.dimensions[dimension]} ${words.notStated}`
      : heading(plainLabel(label));
  const [first, second] = map.columns;
  const { group } = column;
  const columns = group
    ? [
        full(first, group.label, group.key === NOT_STATED),
        lowerFirst(full(second, column.label, column.isNotStated)),
      ]
    : [full(first, column.label, column.isNotStated)];
  return `${full(map.rows, row.label, row.isNotStated)}: ${columns.join(', ')}`;
}

/** A heading within a line. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** "15 claims, 6 references: 8 present or increase, …", for who does not see the drawing. */
export function describe(tally: Tally, { texts, cited }: Model): string {
  const { words } = texts;
  const parts = [
    counted(tally.claims, texts.oneClaim, texts.claims),
    counted(tally.references, texts.oneReference, texts.references),
  ];
  const kinds = [
    ...some(tally.directions, words.directions),
    ...some(tally.certainties, words.certainties),
    ...(cited ? [fill(texts.citedHere, tally.cited.references, tally.references)] : []),
  ];
  return `${parts.join(', ')}: ${kinds.join('; ')}`;
}

export function tallyIn({ map, cited }: Model, cell: MapCell): Tally {
  return tallyOf(map, cell, cited);
}

/** "1 claim", "5 claims". */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : fill(many, count);
}

/** "8 present or increase", without what there is none of. */
export function some<Kind extends string>(
  counts: Readonly<Record<Kind, number>>,
  names: Readonly<Record<Kind, string>>,
): string[] {
  return (Object.entries(counts) as [Kind, number][])
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${names[kind]}`);
}
