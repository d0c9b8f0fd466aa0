import stored from '../../data/model/wording.json';
import type { WordingModel } from './wording';

/** The trained weights; kept as base64 of signed bytes, since most of them are small. */
export const WORDING_MODEL: WordingModel = {
  bias: stored.bias,
  scale: stored.scale,
  weights: Int8Array.from(atob(stored.weights), (char) => char.charCodeAt(0)),
};
