import { CONTRAST_BUCKETS } from './contrast';
import type { WeightTable } from './features';
import { WORDING_BUCKETS } from './wording';

/** The file beside the shipped packs that holds the trained weights (`data/model/wording.json` in the sources). */
export const WORDING_FILE = 'wording.model';

/** What was learned of wording: of a statement alone, and of what sets it apart from known sentences. */
export interface WordingModel {
  readonly wording: WeightTable;
  readonly contrast: WeightTable;
}

/** How the training script writes weights: signed bytes as base64. */
export interface StoredWeights {
  readonly bias: number;
  readonly scale: number;
  readonly weights: string;
}

/**
 * Reads the trained weights.
 * @param text JSON, as `npm run train` writes it
 * @throws where it is not such a file, or was trained with another number of buckets
 */
export function readWordingModel(text: string): WordingModel {
  const { wording, contrast } = JSON.parse(text) as Record<keyof WordingModel, StoredWeights>;
  return {
    wording: readWeights(wording, WORDING_BUCKETS),
    contrast: readWeights(contrast, CONTRAST_BUCKETS),
  };
}

function readWeights({ bias, scale, weights }: StoredWeights, size: number): WeightTable {
  const bytes = Int8Array.from(atob(weights), (char) => char.charCodeAt(0));
  if (bytes.length !== size)
    throw new Error(`It has ${bytes.length} weights and not ${size}; run npm run train.`);
  return { bias, scale, weights: bytes };
}

const NO_WEIGHTS: WeightTable = { bias: 0, scale: 0, weights: new Int8Array(0) };

/** Says nothing about any wording; what is left where the trained weights cannot be read. */
export const NO_WORDING: WordingModel = { wording: NO_WEIGHTS, contrast: NO_WEIGHTS };
