import assert from 'node:assert/strict';
import { evidenceMap } from '../../src/map/evidence-map';
import { DEFAULT_CHOICE, type EvidenceMap } from '../../src/map/types';
import { shippedPack } from '../support/shipped';
import { packOf } from './pack';

/** `row | column: claims; references` of every cell. */
function cells(map: EvidenceMap): string[] {
  const names = (list: readonly { readonly id: string }[], indexes: readonly number[]) =>
    indexes.map((index) => list[index]?.id).join(' ');
  return map.cells.map(
    ({ row, column, claims, references }) =>
      `${row} | ${column}: ${names(map.claims, claims)}; ${names(map.references, references)}`,
  );
}

describe('the evidence map', () => {
  it('crosses conditions with donor and tissue, and counts a shared reference once', () => {
    const pack = packOf([
      { of: 'allo-bm-msc', disease: ['lupus'], references: [1, 2] },
      { of: 'allo-bm-msc', disease: ['lupus'], references: [2, 3] },
    ]);
    assert.deepEqual(cells(evidenceMap([pack], DEFAULT_CHOICE)), [
      'lupus | allogeneic×bone-marrow: c0 c1; r1 r2 r3',
    ]);
  });

  it('gives what is not stated a row and a column of its own, at the end', () => {
    const pack = packOf([
      { references: [1, 2, 3] },
      { of: 'auto-msc', disease: ['lupus'], references: [4] },
    ]);
    const map = evidenceMap([pack], DEFAULT_CHOICE);
    assert.deepEqual(
      map.rowEntries.map(({ key }) => key),
      ['lupus', 'not-stated'],
    );
    assert.deepEqual(
      map.columnEntries.map(({ key }) => key),
      ['autologous×not-stated', 'not-stated×not-stated'],
    );
    assert.deepEqual(map.rowEntries[1]?.facets, { disease: ['not-stated'] });
  });

  it('puts a comparison of donors under both', () => {
    const pack = packOf([
      { of: 'allo-bm-msc', versus: 'auto-msc', disease: ['lupus'], references: [1] },
    ]);
    const { cells: found } = evidenceMap([pack], { rows: 'disease', columns: ['donor'] });
    assert.deepEqual(
      found.map(({ column }) => column),
      ['allogeneic', 'autologous'],
    );
  });

  it('counts a narrower condition for the wider row too, and lists it below', () => {
    const pack = packOf([
      { disease: ['infarct'], references: [1, 2] },
      { disease: ['heart'], references: [3] },
      { disease: ['lupus'], references: [4] },
    ]);
    const { rowEntries } = evidenceMap([pack], { rows: 'disease', columns: ['donor'] });
    assert.deepEqual(
      rowEntries.map(({ key, depth, parent, references }) => [key, depth, parent, references]),
      [
        ['heart', 0, undefined, 3],
        ['heart/infarct', 1, 'heart', 2],
        ['lupus', 0, undefined, 1],
      ],
    );
    assert.deepEqual(
      rowEntries.map(({ isParent }) => isParent),
      [true, false, false],
    );
  });

  it('has columns as narrow as the claims are', () => {
    const pack = packOf([
      { of: 'cord-msc', references: [1] },
      { of: 'cord-msc', references: [2] },
      { of: 'perinatal', references: [3] },
    ]);
    const { columnEntries } = evidenceMap([pack], { rows: 'disease', columns: ['tissue'] });
    assert.deepEqual(
      columnEntries.map(({ key, references }) => [key, references]),
      [
        ['cord', 2],
        ['perinatal', 1],
      ],
    );
  });

  it('writes a name as MeSH does where it only lacks the hyphen', () => {
    const { rowEntries } = evidenceMap([packOf([{ disease: ['covid'] }])], DEFAULT_CHOICE);
    assert.equal(rowEntries[0]?.label, 'COVID-19');
  });

  it('is empty without packs', () => {
    const { rowEntries, columnEntries, cells: none, claims } = evidenceMap([], DEFAULT_CHOICE);
    assert.deepEqual([rowEntries, columnEntries, none, claims], [[], [], [], []]);
  });

  it('keeps claims of two packs with the same ids and numbers apart', () => {
    const claims = [{ disease: ['lupus'], references: [1] }];
    const other = packOf(claims);
    const second = { ...other, manifest: { ...other.manifest, id: 'other' } };
    const [cell] = evidenceMap([packOf(claims), second], DEFAULT_CHOICE).cells;
    assert.deepEqual([cell?.claims, cell?.references.length], [[0, 1], 2]);
  });

  it('loses no claim of the shipped evidence, whatever is crossed with what', () => {
    const { pack } = shippedPack();
    assert.ok(pack);
    for (const rows of ['disease', 'section', 'species', 'design'] as const) {
      const map = evidenceMap([pack], { rows, columns: ['donor', 'tissue'] });
      const placed = new Set(map.cells.flatMap(({ claims }) => claims));
      assert.equal(placed.size, pack.claims.length, rows);
    }
  });

  it('shows the gaps of the shipped evidence: no claim on autologous umbilical cord cells in ARDS', () => {
    const { pack } = shippedPack();
    assert.ok(pack);
    const map = evidenceMap([pack], DEFAULT_CHOICE);
    const has = (row: string, column: string) =>
      map.cells.some((cell) => cell.row === row && cell.column === column);
    assert.ok(has('ards', 'not-stated×umbilical-cord'));
    assert.ok(map.columnEntries.some(({ key }) => key === 'autologous×umbilical-cord'));
    assert.ok(!has('ards', 'autologous×umbilical-cord'));
  });
});
