import assert from 'node:assert/strict';
import { doiLink, doiUrl, escapeMarkdown } from '../../src/server/markdown';

describe('text inside Markdown', () => {
  it('becomes neither link nor image nor markup', () => {
    assert.equal(escapeMarkdown('[x](command:evil)'), '\\[x\\](command\\:evil)');
    assert.equal(escapeMarkdown('![x](http://e.org/p.png)'), '\\!\\[x\\](http\\://e.org/p.png)');
    assert.equal(
      escapeMarkdown('<img src=x> **b** `c` a_b'),
      '\\<img src=x\\> \\*\\*b\\*\\* \\`c\\` a\\_b',
    );
    assert.equal(
      escapeMarkdown('see www.example.org or a@b.org'),
      'see www\\.example.org or a\\@b.org',
    );
  });

  it('stays on its line and out of lists', () => {
    assert.equal(escapeMarkdown('a\n\n# b'), 'a \\# b');
    assert.equal(escapeMarkdown('- a'), '\\- a');
    assert.equal(escapeMarkdown('1. a'), '1\\. a');
    assert.equal(escapeMarkdown('12) a'), '12\\) a');
  });

  it('leaves ordinary prose as it is', () => {
    const prose = 'MSCs (10^7 cells, i.v.) were well-tolerated; "safe" in 3 of 4.';
    assert.equal(escapeMarkdown(prose), prose);
  });
});

describe('the link of a DOI', () => {
  it('leads to doi.org', () => {
    assert.equal(doiUrl('10.1161/CIRC.109.898676'), 'https://doi.org/10.1161/CIRC.109.898676');
    assert.equal(
      doiUrl('10.1016/S0140-6736(08)60690-X'),
      'https://doi.org/10.1016/S0140-6736%2808%2960690-X',
    );
  });

  it('is left out for what is no DOI', () => {
    for (const doi of [
      undefined,
      '',
      'javascript:alert(1)',
      '10.1/x',
      'https://evil.example/10.1161/x',
      '10.1161/a b',
    ]) {
      assert.equal(doiUrl(doi), undefined);
      assert.equal(doiLink(doi), undefined);
    }
  });

  it('cannot be left early', () => {
    assert.doesNotMatch(doiLink('10.1161/x)[y](command:z') ?? '', /\)\[|command:/);
  });
});
