import { documentsOf, FIELDS } from '../../search/index';
import { putTogether, takeApart, type PlainIndex } from '../../search/packed-index';
import { COMPILED_FORMAT, serialise, type CompiledPack } from '../evidence';
import { ColumnWriter, numbersOf, textOf, type Columns } from './columns';
import { packKnown, unpackKnown } from './known';
import { packMarks, unpackMarks } from './marks';
import { createNames, namesOf } from './names';
import { packVectors, unpackReadings } from './vectors';

/** How the names of compiled packs end. */
export const PACK_ENDING = '.pack';

/**
 * A compiled pack as columns, a third of its size as JSON: what follows from something else is worked out when the
 * pack is loaded. Nothing is lost but the order within sets.
 */
export function packColumns({ pack, index, profiles: all, known }: CompiledPack): Columns {
  const profiles = all.map(serialise);
  const out = new ColumnWriter();
  out.text('pack', JSON.stringify(pack));
  out.text('format', String(COMPILED_FORMAT));
  const names = namesOf(profiles);
  out.text('names', names.list.join('\n'));
  packKnown(known, (hash) => names.wordOf.get(hash), out);
  // Read back, since reading numbers the symbols anew.
  const again = unpackKnown(out.columns(), names.hashOf);
  packMarks(profiles, again, names, out);
  packVectors(profiles, unpackMarks(out.columns(), again, names), names, out);
  packIndex(typeof index === 'string' ? (JSON.parse(index) as PlainIndex) : index(), out);
  return out.columns();
}

/** @throws where a column is missing or ends too early, or the reader of sentences has changed since */
export function unpackColumns(columns: Columns): CompiledPack {
  if (textOf(columns, 'format') !== String(COMPILED_FORMAT))
    throw new Error('it was compiled by another version of Caveat');
  const pack = JSON.parse(textOf(columns, 'pack')) as CompiledPack['pack'];
  const names = createNames(textOf(columns, 'names').split('\n'));
  const known = unpackKnown(columns, names.hashOf);
  const marks = unpackMarks(columns, known, names);
  return {
    format: COMPILED_FORMAT,
    pack,
    // Kept as columns, a hundredth of its size in memory, until something is searched for.
    index: () => unpackIndex(columns, pack),
    profiles: unpackReadings(columns, marks, names),
    known,
  };
}

function packIndex(index: PlainIndex, out: ColumnWriter): void {
  const { terms, averages, ...numbers } = takeApart(index, FIELDS.length);
  out.text('index.terms', terms.join('\n'));
  out.text('index.averages', JSON.stringify(averages));
  for (const [name, values] of Object.entries(numbers)) {
    out.open(`index.${name}`);
    for (const value of values) out.add(`index.${name}`, value);
  }
}

function unpackIndex(columns: Columns, pack: CompiledPack['pack']): PlainIndex {
  const documents = documentsOf(pack).map(({ id, ...stored }) => [id, stored] as const);
  const column = (name: string) => {
    const numbers = numbersOf(columns, `index.${name}`);
    return () => numbers.next();
  };
  const lengths = column('fieldLengths');
  return putTogether(
    {
      terms: textOf(columns, 'index.terms').split('\n'),
      averages: JSON.parse(textOf(columns, 'index.averages')) as number[],
      fieldLengths: documents.flatMap(() => FIELDS.map(() => lengths())),
    },
    { shape: column('shape'), gaps: column('gaps'), frequencies: column('frequencies') },
    documents,
    FIELDS,
  );
}
