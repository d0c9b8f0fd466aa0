import assert from 'node:assert/strict';
import { toReference } from '../../src/bibliography/bibtex-reference';

function reference(type: string, fields: Record<string, string>) {
  return toReference('k', type, new Map(Object.entries(fields)));
}

describe('toReference', () => {
  it('maps entry types', () => {
    const types = [
      'article',
      'inproceedings',
      'incollection',
      'phdthesis',
      'techreport',
      'online',
      'mystery',
    ];
    assert.deepEqual(
      types.map((type) => reference(type, {}).type),
      ['article-journal', 'paper-conference', 'chapter', 'thesis', 'report', 'webpage', 'document'],
    );
    assert.equal(reference('article', { entrysubtype: 'newspaper' }).type, 'article-newspaper');
  });

  it('invents nothing where fields are missing, empty or unusable', () => {
    const read = reference('article', {
      title: '{}',
      year: 'in press',
      doi: 'none',
      author: ' ',
      foo: 'bar',
    });
    assert.deepEqual(read, { id: 'k', type: 'article-journal' });
  });

  it('prefers BibLaTeX names of fields and takes BibTeX’s', () => {
    assert.equal(reference('article', { journaltitle: 'A', journal: 'B' })['container-title'], 'A');
    assert.equal(reference('inbook', { booktitle: 'A' })['container-title'], 'A');
    assert.deepEqual(reference('article', { date: '2010-05', year: '1999' }).issued, {
      'date-parts': [[2010, 5]],
    });
  });

  it('takes `number` for an issue only where it is one', () => {
    assert.equal(reference('article', { number: '6' }).issue, '6');
    assert.equal(reference('techreport', { number: 'TR-6' }).issue, undefined);
  });

  it('joins title and subtitle', () => {
    assert.equal(reference('book', { title: 'A', subtitle: 'B' }).title, 'A: B');
  });

  it('writes page ranges with a hyphen and takes an article number for want of pages', () => {
    assert.equal(reference('article', { pages: '12 -- 19' }).page, '12-19');
    assert.equal(reference('article', { pages: 'e1–e9' }).page, 'e1-e9');
    assert.equal(reference('article', { eid: 'e1234' }).page, 'e1234');
  });

  it('finds identifiers where exporters put them', () => {
    assert.equal(reference('article', { url: 'https://doi.org/10.1161/x' }).DOI, '10.1161/x');
    assert.equal(reference('article', { pmid: '123' }).PMID, '123');
    assert.equal(reference('article', { eprint: '123', eprinttype: 'pubmed' }).PMID, '123');
    assert.equal(
      reference('article', { eprint: '1001.0001', eprinttype: 'arxiv' }).PMID,
      undefined,
    );
    assert.equal(reference('article', { note: 'PMID: 123' }).PMID, '123');
  });
});
