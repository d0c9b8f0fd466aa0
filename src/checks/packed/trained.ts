import { CONTRAST_BUCKETS } from '../contrast';
import type { WeightTable } from '../features';
import { WORDING_BUCKETS } from '../wording';
import type { StoredWeights, WordingModel } from '../wording-model';
import { columnOf, ColumnWriter, textOf, type Columns } from './columns';

type Heads = Readonly<Record<keyof WordingModel, Omit<StoredWeights, 'weights'>>>;

/** The trained weights as columns: the signed bytes as they are. @param text as `npm run train` writes it */
export function packWeights(text: string): Columns {
  const stored = JSON.parse(text) as Readonly<Record<keyof WordingModel, StoredWeights>>;
  const out = new ColumnWriter();
  for (const [name, { weights }] of Object.entries(stored))
    out.bytes(
      name,
      Uint8Array.from(atob(weights), (char) => char.charCodeAt(0)),
    );
  const head = ({ bias, scale }: StoredWeights) => ({ bias, scale });
  const heads: Heads = { wording: head(stored.wording), contrast: head(stored.contrast) };
  out.text('heads', JSON.stringify(heads));
  return out.columns();
}

/** @throws where a table is missing, or was trained with another number of buckets */
export function unpackWeights(columns: Columns): WordingModel {
  const heads = JSON.parse(textOf(columns, 'heads')) as Heads;
  const table = (name: keyof WordingModel, size: number): WeightTable => {
    const bytes = columnOf(columns, name);
    if (bytes.length !== size)
      throw new Error(`it has ${bytes.length} weights and not ${size}; run npm run train`);
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    return { ...heads[name], weights };
  };
  return {
    wording: table('wording', WORDING_BUCKETS),
    contrast: table('contrast', CONTRAST_BUCKETS),
  };
}
