import assert from 'node:assert/strict';
import { evidenceMap } from '../../src/map/evidence-map';
import { bubbleScale, glyphOf, MAX_RADIUS } from '../../src/map/glyph';
import { tallyOf, type Tally } from '../../src/map/tally';
import { DEFAULT_CHOICE } from '../../src/map/types';
import { packOf } from './pack';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A map of two stated cells and one of all that states nothing. */
function sample() {
  const map = evidenceMap(
    [
      packOf([
        { of: 'allo-bm-msc', disease: ['lupus'], references: numbers(8) },
        { of: 'auto-msc', disease: ['heart'], references: [1, 2] },
        { references: numbers(40) },
      ]),
    ],
    DEFAULT_CHOICE,
  );
  return { map, scale: bubbleScale(map) };
}

function tally(change: Partial<Tally>): Tally {
  return {
    claims: 4,
    references: 4,
    directions: { up: 1, down: 1, same: 1, mixed: 1 },
    certainties: { firm: 2, limited: 1, unsettled: 1 },
    cited: { claims: 0, references: 0 },
    ...change,
  };
}

describe('a bubble', () => {
  it('has an area in proportion to its references', () => {
    const { scale } = sample();
    assert.equal(scale.radius(8), MAX_RADIUS);
    assert.ok(Math.abs(scale.radius(2) / scale.radius(8) - 0.5) < 1e-9);
  });

  it('is scaled by what is stated, and says where there is more', () => {
    const { map, scale } = sample();
    assert.equal(scale.max, 8);
    const drawn = map.cells.map((cell) => glyphOf(tallyOf(map, cell), scale));
    assert.deepEqual(
      drawn.map(({ isCapped, radius }) => [isCapped, radius <= MAX_RADIUS]),
      [
        [false, true],
        [false, true],
        [true, true],
      ],
    );
  });

  it('has a sector for each direction and a piece of ring for each certainty that there is', () => {
    const { scale } = sample();
    const { sectors, ring } = glyphOf(
      tally({ directions: { up: 3, down: 1, same: 0, mixed: 0 } }),
      scale,
    );
    assert.deepEqual(
      sectors.map(({ kind }) => kind),
      ['up', 'down'],
    );
    assert.deepEqual(
      ring.map(({ kind }) => kind),
      ['firm', 'limited', 'unsettled'],
    );
  });

  it('is hollow where the review names no reference', () => {
    const glyph = glyphOf(tally({ references: 0 }), sample().scale);
    assert.ok(glyph.isHollow);
    assert.ok(glyph.radius > 0);
  });

  it('has a disc whose area grows with the share that is cited', () => {
    const { scale } = sample();
    const disc = (references: number) =>
      glyphOf(tally({ references: 8, cited: { claims: 1, references } }), scale).citedRadius;
    assert.equal(disc(0), 0);
    assert.ok(Math.abs(disc(2) / disc(8) - 0.5) < 1e-9);
    assert.ok(disc(8) < scale.radius(8), 'the sectors stay in view');
  });

  it('is drawn without a number that is none', () => {
    const { scale } = sample();
    for (const references of [0, 1, 3, 100]) {
      const { sectors, ring } = glyphOf(tally({ references }), scale);
      for (const { path } of [...sectors, ...ring]) assert.doesNotMatch(path, /NaN|undefined|Inf/);
    }
  });
});

describe('a cell’s numbers', () => {
  it('count claims by direction and certainty, and what is cited of them', () => {
    const map = evidenceMap(
      [
        packOf([
          { disease: ['lupus'], references: [1, 2], direction: 'increase', certainty: 'contested' },
          { disease: ['lupus'], references: [3], direction: 'absent', certainty: 'established' },
        ]),
      ],
      DEFAULT_CHOICE,
    );
    const [cell] = map.cells;
    assert.ok(cell);
    assert.deepEqual(
      tallyOf(map, cell, { claims: new Set([1]), references: new Set([0, 2, 50]) }),
      {
        claims: 2,
        references: 3,
        directions: { up: 1, down: 1, same: 0, mixed: 0 },
        certainties: { firm: 1, limited: 0, unsettled: 1 },
        cited: { claims: 1, references: 2 },
      },
    );
  });
});
