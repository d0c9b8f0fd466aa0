import { BUCKETS, type WordingModel } from './wording';

/** The file beside the shipped packs that holds the trained weights (`data/model/wording.json` in the sources). */
export const WORDING_FILE = 'wording.model';

/** How the training script writes the weights: signed bytes as base64. */
interface StoredWording {
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
  const { bias, scale, weights } = JSON.parse(text) as StoredWording;
  const bytes = Int8Array.from(atob(weights), (char) => char.charCodeAt(0));
  if (bytes.length !== BUCKETS)
    throw new Error(`It has ${bytes.length} weights and not ${BUCKETS}; run npm run train.`);
  return { bias, scale, weights: bytes };
}

/** Says nothing about any wording; what is left where the trained weights cannot be read. */
export const NO_WORDING: WordingModel = { bias: 0, scale: 0, weights: new Int8Array(0) };
