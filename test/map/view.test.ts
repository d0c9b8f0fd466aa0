import assert from 'node:assert/strict';
import { evidenceMap } from '../../src/map/evidence-map';
import { DEFAULT_CHOICE } from '../../src/map/types';
import { columnGroups, FIRST_VIEW, shownMap } from '../../src/map/view';
import { shippedPack } from '../support/shipped';
import { packOf } from './pack';

const HEART = evidenceMap(
  [packOf([{ disease: ['infarct'], references: [1] }, { disease: ['lupus'] }])],
  DEFAULT_CHOICE,
);

function rows(open: readonly string[]): string[] {
  return shownMap(HEART, { ...FIRST_VIEW, open }).rows.map(({ key }) => key);
}

describe('what of a map is shown', () => {
  it('is the wider rows, and the narrower ones of those that are open', () => {
    assert.deepEqual(rows([]), ['heart', 'lupus']);
    assert.deepEqual(rows(['heart']), ['heart', 'heart/infarct', 'lupus']);
  });

  it('leaves rare rows and columns out until they are asked for, and says how many', () => {
    const { pack } = shippedPack();
    assert.ok(pack);
    const map = evidenceMap([pack], DEFAULT_CHOICE);
    const first = shownMap(map, FIRST_VIEW);
    const all = shownMap(map, { open: [], allRows: true, allColumns: true });
    assert.ok(first.hiddenColumns > 0);
    assert.equal(all.hiddenColumns, 0);
    assert.equal(all.columns.length, first.columns.length + first.hiddenColumns);
    assert.equal(all.rows.length, first.rows.length + first.hiddenRows);
  });

  it('has the same inner columns in every group, so that a gap shows', () => {
    const { pack } = shippedPack();
    assert.ok(pack);
    const { columns } = shownMap(evidenceMap([pack], DEFAULT_CHOICE), FIRST_VIEW);
    const labels = columnGroups(columns).map((group) => group.columns.map(({ label }) => label));
    assert.deepEqual(labels[0], ['bone marrow', 'umbilical cord', 'adipose tissue', 'not stated']);
    for (const other of labels) assert.deepEqual(other, labels[0]);
  });
});
