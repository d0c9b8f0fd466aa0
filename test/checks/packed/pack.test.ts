import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { compilePack, serialise, type CompiledPack } from '../../../src/checks/evidence';
import { readColumns, writeColumns, type Columns } from '../../../src/checks/packed/columns';
import { packColumns, unpackColumns } from '../../../src/checks/packed/pack';
import { packWeights, unpackWeights } from '../../../src/checks/packed/trained';
import { readWordingModel } from '../../../src/checks/wording-model';
import { inflate } from '../../../src/server/inflate';
import { shippedPack } from '../../support/shipped';

const through = (columns: Columns) =>
  inflate(
    readColumns(
      writeColumns(new Map([...columns].map(([name, bytes]) => [name, deflateRawSync(bytes)]))),
    ),
  );

describe('a compiled pack as columns', () => {
  let compiled: CompiledPack;
  let columns: Columns;

  before(() => {
    const { pack } = shippedPack();
    if (!pack) throw new Error('The shipped pack cannot be read.');
    compiled = compilePack(pack);
    columns = packColumns(compiled);
  });

  it('loses nothing of the shipped pack', async () => {
    const again = unpackColumns(await through(columns));
    assert.deepEqual(again.pack, JSON.parse(JSON.stringify(compiled.pack)));
    const index = ({ index: kept }: CompiledPack) =>
      typeof kept === 'string' ? kept : JSON.stringify(kept());
    assert.ok(index(again) === index(compiled), 'the search index differs');
    const plain = (profile: CompiledPack['profiles'][number]) => {
      const { vector, marks, ...rest } = serialise(profile);
      const sorted = <T extends readonly unknown[]>(list: readonly T[]) =>
        [...list].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
      return { ...rest, vector: sorted(vector), marks: sorted(marks) };
    };
    assert.deepEqual(again.profiles.map(plain), compiled.profiles.map(plain));
    const sentences = ({ known: { symbols, claims } }: CompiledPack) =>
      claims.map((claim) =>
        claim.map(([wrong, ...members]) => [
          wrong,
          ...members.map((member) => symbols[member] ?? -1).sort((a, b) => a - b),
        ]),
      );
    assert.deepEqual(sentences(again), sentences(compiled));
  });

  it('says so where it was cut off, or is something else', () => {
    const cut = new Map(columns).set('known.gaps', new Uint8Array(10));
    assert.throws(() => unpackColumns(cut), /ends too early/);
    const without = new Map(columns);
    without.delete('names');
    assert.throws(() => unpackColumns(without), /no column "names"/);
    const old = new Map(columns).set('format', new TextEncoder().encode('1'));
    assert.throws(() => unpackColumns(old), /another version/);
    assert.throws(() => readColumns('{"version": 0, "columns": {}}'), /this version/);
  });
});

describe('trained weights as columns', () => {
  it('are the same', async () => {
    const text = readFileSync('data/model/wording.json', 'utf8');
    assert.deepEqual(unpackWeights(await through(packWeights(text))), readWordingModel(text));
  });
});
