import assert from 'node:assert/strict';
import { caveat } from './run';

interface Output {
  results: { kind: string; id: string; number?: number; score: number; title: string }[];
}

describe('caveat search and caveat cite', () => {
  it('print the documented JSON', async () => {
    const { code, out } = await caveat([
      'search',
      'lupus umbilical',
      '--kind',
      'reference',
      '--limit',
      '3',
      '--format',
      'json',
    ]);
    assert.equal(code, 0);
    const { results } = JSON.parse(out) as Output;
    assert.equal(results.length, 3);
    assert.deepEqual(Object.keys(results[0] ?? {}), ['kind', 'id', 'number', 'score', 'title']);
    assert.equal(results[0]?.number, 63);
  });

  it('answer one line of standard input with one line of JSON, in order, empty lines too', async () => {
    const { out } = await caveat(['cite', '-'], {
      input: 'Joswig et al. saw a joint reaction\n\nCOVID exosomes\n',
    });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Output);
    assert.equal(lines.length, 3);
    assert.equal(lines[0]?.results[0]?.number, 24);
    assert.deepEqual(lines[1]?.results, []);
    assert.equal(lines[2]?.results[0]?.number, 41);
  });
});
