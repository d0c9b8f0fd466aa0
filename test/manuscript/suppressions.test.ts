import assert from 'node:assert/strict';
import { parseSuppression, suppressionsInHtml } from '../../src/manuscript/suppressions';

const span = { start: 0, end: 9 };

describe('parseSuppression', () => {
  it('reads rules and reason', () => {
    assert.deepEqual(
      parseSuppression(' caveat-disable-next-line a-rule, b-rule -- as agreed -- twice ', span),
      {
        kind: 'disable-next-line',
        rules: ['a-rule', 'b-rule'],
        reason: 'as agreed -- twice',
        span,
      },
    );
  });

  for (const kind of [
    'disable',
    'enable',
    'disable-line',
    'disable-next-line',
    'disable-file',
  ] as const) {
    it(`knows ${kind}, and takes it for all rules without names`, () => {
      assert.deepEqual(parseSuppression(`caveat-${kind}`, span), { kind, rules: [], span });
    });
  }

  it('reads a reason without rules, over several lines', () => {
    const found = parseSuppression('caveat-disable\n -- the reviewer\n insisted', span);
    assert.deepEqual(found?.rules, []);
    assert.equal(found?.reason, 'the reviewer\n insisted');
  });

  it('takes hyphens in a rule for no reason', () => {
    assert.deepEqual(parseSuppression('caveat-disable missing-caveat', span)?.rules, [
      'missing-caveat',
    ]);
  });

  for (const other of [
    'a note',
    'caveat-disable-lines',
    'caveat',
    'see caveat-disable',
    'caveat-disabled x',
    '',
  ]) {
    it(`leaves "${other}" alone`, () => {
      assert.equal(parseSuppression(other, span), undefined);
    });
  }
});

describe('suppressionsInHtml', () => {
  it('finds each comment with its place, and not an unclosed one', () => {
    const source =
      'x <!-- caveat-disable --> y <!-- else --> <!--caveat-enable--> <!-- caveat-disable';
    const found = suppressionsInHtml(source, 0, source.length);
    assert.deepEqual(
      found.map((one) => source.slice(one.span.start, one.span.end)),
      ['<!-- caveat-disable -->', '<!--caveat-enable-->'],
    );
  });
});
