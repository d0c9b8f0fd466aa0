import assert from 'node:assert/strict';
import { conceptAt } from '../../src/server/concept-at';
import { latex } from '../../src/manuscript/latex';
import { markdown } from '../../src/manuscript/markdown';
import type { ManuscriptReader } from '../../src/manuscript/types';
import { createVocabulary } from '../../src/language/vocabulary';

const vocabulary = createVocabulary([
  { id: 'msc', kind: 'cell', names: ['mesenchymal stromal cell', 'mesenchymal stem cell', 'MSC'] },
  { id: 'cord', kind: 'tissue', names: ['umbilical cord'] },
  { id: 'cord-blood', kind: 'tissue', names: ['umbilical cord blood'] },
  { id: 'niche-cell', kind: 'cell', names: ['placental niche cell'] },
  { id: 'old', kind: 'population', names: ['elderly'] },
]);

/** The concept at the `|`, with the text that names it. */
function at(marked: string, reader: ManuscriptReader = markdown) {
  const source = marked.replace('|', '');
  const found = conceptAt(reader.read(source), marked.indexOf('|'), vocabulary);
  return found && [found.id, source.slice(found.span.start, found.span.end)];
}

describe('the concept at a place', () => {
  it('is what the packs call it, in any form', () => {
    const msc = ['msc', 'Mesenchymal stem cells'];
    assert.deepEqual(at('Mesenchymal st|em cells migrate.'), msc);
    assert.deepEqual(at('|Mesenchymal stem cells migrate.'), msc);
    assert.deepEqual(at('Here MSCs| migrate.'), ['msc', 'MSCs']);
  });

  it('is the one with most words of several', () => {
    assert.deepEqual(at('They came from umbilical cord bl|ood.'), [
      'cord-blood',
      'umbilical cord blood',
    ]);
  });

  it('lies where the source has it, past markup and commands', () => {
    assert.deepEqual(at('See *mesenchymal **stromal*** ce|lls [@a].'), [
      'msc',
      'mesenchymal **stromal*** cells',
    ]);
    assert.deepEqual(at('See \\emph{mesenchymal} stro|mal cells~\\cite{a}.', latex), [
      'msc',
      'mesenchymal} stromal cells',
    ]);
  });

  it('is what the manuscript defines an abbreviation as, where that is one concept', () => {
    const defined = 'We grew placental niche cells (PNCs).\n\n';
    assert.deepEqual(at(`${defined}Later PN|C failed.`), ['niche-cell', 'PNC']);
    assert.deepEqual(at(`${defined}Later |PNCs failed.`), ['niche-cell', 'PNCs']);
    const both = 'The elderly with placental niche cells (EPNC) did well.\n\n';
    assert.equal(at(`${both}An EP|NC did not.`), undefined);
    assert.equal(at('Later PN|C failed.'), undefined);
  });

  it('is none in code, citations and words that name nothing', () => {
    for (const text of ['The we|ather is fine.', 'Run `M|SC` now.', 'So [@M|SC].', '', '|'])
      assert.equal(at(text), undefined, text);
  });
});
