import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainParagraph } from '../../../src/manuscript/markdown/plain-paragraph';
import { parseWithRemark } from '../../../src/manuscript/markdown/syntax';

/** Without what the parser notes for itself. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('plainParagraph', () => {
  it('gives the tree that the parser gives, or none', () => {
    const word = fc.constantFrom(
      ...[
        'Cells',
        'died',
        'α',
        'É',
        '12',
        '1.',
        '2)',
        '-',
        '--',
        '---',
        '+',
        '=',
        '===',
        '#',
        '##',
      ],
      ...[
        '(see',
        'it)',
        '[@doe2011]',
        '[@a; @b]',
        '@doe',
        '[x]',
        '[x][y]',
        '[',
        ']',
        '](u)',
        '[^1]',
      ],
      ...[
        '!',
        '![',
        '![a',
        'a@b.org',
        'www.example.org',
        'https://example.org',
        ':',
        ':::',
        '::: x',
      ],
      ...['*a*', '_', '`', '$5', '$x$', '\\', '<b>', '&amp;', '|', '~~', 'H~2~O', '10^7^', '{.x}'],
      ...[
        '>',
        '"so"',
        '‘so’',
        '…',
        '\uFEFF',
        '\u00A0',
        '\u2028',
        '\uE000',
        '\0',
        '\t',
        '\u{1D44E}',
      ],
      ...[']:', '[a]: b', '[a]:', '.', ',', ';', '%', '/'],
    );
    const between = fc.constantFrom(
      ' ',
      ' ',
      ' ',
      ' ',
      '',
      '\n',
      '\n',
      '  ',
      '  \n',
      '\n\n',
      '\r\n',
    );
    const source = fc
      .array(fc.tuple(word, between), { minLength: 1, maxLength: 9 })
      .map((parts) => `Cells ${parts.flat().join('')}`);
    let taken = 0;
    fc.assert(
      fc.property(source, (text) => {
        const tree = plainParagraph(text);
        if (!tree) return;
        taken++;
        assert.deepEqual(plain(tree), plain(parseWithRemark(text)));
      }),
      { numRuns: 20_000 },
    );
    assert.ok(taken > 500, `only ${taken}`);
  });

  it('takes ordinary prose with citations, on one line or several', () => {
    assert.ok(plainParagraph('Donor cells survive [@doe2011; @roe].\nNone were rejected.\n\n'));
    assert.equal(plainParagraph('Donor cells *survive*.'), undefined);
    assert.equal(plainParagraph('Donor cells survive.\n---\n'), undefined);
  });
});
