import type { FacetChoice, MapChoice } from '../../map/types';
import type { MapView } from '../../map/view';
import type { MapWords } from '../../map/words';
import type { MapAnswer } from '../../server/protocol';

/** What the map's page and the extension tell each other. */

/** The webview's type, by which VS Code opens it again after a reload. */
export const MAP_PANEL = 'caveat.map';

export type PictureFormat = 'svg' | 'png';

/** On white, or in the theme's colours. */
export type PictureColours = 'paper' | 'screen';

export type MapToPage =
  | {
      readonly type: 'map';
      readonly choice: MapChoice;
      readonly answer: MapAnswer;
      /** The name of the manuscript whose citations the answer has. */
      readonly manuscript?: string;
    }
  | { readonly type: 'failed' }
  | { readonly type: 'toggleOverlay' }
  | {
      readonly type: 'draw';
      readonly format: PictureFormat;
      readonly colours: PictureColours;
    };

export type MapToExtension =
  /** The page stands, or other dimensions were chosen. */
  | { readonly type: 'load'; readonly choice: MapChoice }
  /** Show the claims of a cell in the Evidence view. */
  | { readonly type: 'filter'; readonly facets: FacetChoice }
  /** The export button was pressed. */
  | { readonly type: 'export'; readonly format: PictureFormat }
  /** SVG as text, PNG as base64; absent where it could not be drawn. */
  | { readonly type: 'drawn'; readonly format: PictureFormat; readonly content?: string }
  | { readonly type: 'showPacks' };

/** What the page knows again after a reload. */
export interface MapState {
  readonly choice: MapChoice;
  readonly view: MapView;
  readonly isTable: boolean;
  readonly overlay: boolean;
  /** Keys of the cell that has the focus. */
  readonly at?: { readonly row: string; readonly column: string };
}

/** Texts in the user's language; `{0}`… are filled by the page. */
export interface MapTexts {
  readonly words: MapWords;
  readonly heading: string;
  readonly loading: string;
  readonly failed: string;
  readonly noPack: string;
  readonly showPacks: string;
  readonly rows: string;
  readonly columns: string;
  readonly within: string;
  readonly nothing: string;
  readonly table: string;
  readonly overlay: string;
  readonly noManuscript: string;
  readonly exportSvg: string;
  readonly exportPng: string;
  readonly oneClaim: string;
  readonly claims: string;
  readonly oneReference: string;
  readonly references: string;
  readonly citedHere: string;
  readonly moreClaims: string;
  readonly enterShows: string;
  readonly isGap: string;
  readonly expand: string;
  readonly collapse: string;
  readonly moreRows: string;
  readonly fewerRows: string;
  readonly moreColumns: string;
  readonly fewerColumns: string;
  readonly legend: string;
  /** Heads the rows' totals. */
  readonly total: string;
  readonly gridHelp: string;
  readonly counts: string;
}
