import assert from 'node:assert/strict';
import { DEFAULT_CHOICE } from '../../../src/map/types';
import type { MapAnswer, MapParams } from '../../../src/server/protocol';
import { Editor } from '../connection';

async function ask(params: Partial<MapParams> & { text?: string } = {}): Promise<MapAnswer> {
  const { text, ...rest } = params;
  const editor = new Editor();
  await editor.start();
  try {
    const uri = text === undefined ? undefined : await editor.open(text);
    return await editor.request<MapAnswer>('caveat/map', {
      ...DEFAULT_CHOICE,
      ...(uri !== undefined && { uri }),
      ...rest,
    });
  } finally {
    editor.stop();
  }
}

describe('the map that the server draws', () => {
  it('is of the loaded packs, with where they are from', async () => {
    const { map, title, source, cited } = await ask();
    assert.equal(title, 'A small review');
    assert.match(source, /Li \(2021\).*CC BY 4\.0/);
    assert.deepEqual(
      map.cells.map(({ row, column }) => `${row} ${column}`),
      ['lupus allogeneic×not-stated', 'not-stated allogeneic×not-stated'],
    );
    assert.equal(cited, undefined);
  });

  it('has laid over it what the open manuscript cites', async () => {
    const text =
      'Allogeneic MSCs can provoke an immune response against the donor [@huang2010differentiation].';
    const { map, cited } = await ask({ text });
    assert.deepEqual(
      cited?.references.map((index) => map.references[index]?.id),
      ['huang2010differentiation'],
    );
    assert.deepEqual(
      cited.claims.map((index) => map.claims[index]?.id),
      ['msc-provoke-immunity'],
    );
  });

  it('falls back on its first dimensions where those asked for make no sense', async () => {
    const { map } = await ask({ rows: 'nonsense' as never, columns: [] as never });
    assert.deepEqual([map.rows, map.columns], ['disease', ['donor', 'tissue']]);
  });
});
