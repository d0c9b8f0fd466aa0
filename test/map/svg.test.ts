import assert from 'node:assert/strict';
import { evidenceMap } from '../../src/map/evidence-map';
import { plainLabel, wrapLabel } from '../../src/map/markup';
import { mapSvg } from '../../src/map/svg';
import { DEFAULT_CHOICE } from '../../src/map/types';
import { packOf } from './pack';

const SOURCE = 'Li et al. 2021';

function picture(title = 'A review', label?: string): string {
  const pack = packOf([{ of: 'allo-bm-msc', disease: ['lupus'], references: [1, 2] }]);
  const concepts = pack.concepts.map((concept) =>
    label !== undefined && concept.id === 'lupus' ? { ...concept, names: [label] } : concept,
  );
  return mapSvg(evidenceMap([{ ...pack, concepts }], DEFAULT_CHOICE), { title, source: SOURCE });
}

/** Opening and closing tags, as far as they do not match. */
function unbalanced(markup: string): string[] {
  const open: string[] = [];
  for (const [, closing, name, , self] of markup.matchAll(/<(\/?)([a-zA-Z]+)([^<>]*?)(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return [name ?? ''];
    } else if (!self) open.push(name ?? '');
  }
  return open;
}

describe('the map as a picture', () => {
  it('is one SVG document with title, headings, legend and source', () => {
    const svg = picture();
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+"/);
    for (const text of ['A review', 'Lupus', 'Allogeneic', 'gap: no claim', SOURCE])
      assert.ok(svg.includes(text), text);
    assert.deepEqual(unbalanced(svg), []);
  });

  it('needs nothing from elsewhere: no script, no link, no variable of a page', () => {
    const svg = picture();
    assert.doesNotMatch(svg, /<script|<style|href|var\(|@import|<foreignObject/);
    assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:/);
    assert.doesNotMatch(svg, /NaN|undefined/);
  });

  it('shows markup in a pack as text', () => {
    const svg = picture('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>');
    assert.doesNotMatch(svg, /<script|<img/);
    assert.deepEqual(unbalanced(svg), []);
    assert.ok(svg.includes('&lt;script&gt;'));
  });

  it('clips a label of 10,000 letters', () => {
    assert.ok(picture('A review', 'x'.repeat(10_000)).length < 20_000);
  });
});

describe('a label', () => {
  it('loses controls that turn the direction of the text', () => {
    assert.equal(plainLabel('lupus\u202e evil\u2066\u0000 text'), 'lupus evil text');
  });

  it('is broken between words, and says where it was cut', () => {
    assert.deepEqual(wrapLabel('acute respiratory distress syndrome', 16, 2), [
      'acute',
      'respiratory…',
    ]);
    assert.deepEqual(wrapLabel('bone marrow', 9, 3), ['bone', 'marrow']);
  });
});
