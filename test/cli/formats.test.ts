import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { FORMATTERS } from '../../src/cli/formats';
import type { LintedFile } from '../../src/cli/formats/types';
import { caveat, folderWith } from './run';

const SCHEMA = 'test/cli/fixtures/sarif-2.1.0.subset.json';

/** A finding whose every text wants to break out of the format. */
const HOSTILE =
  ']]>"\'&<script>alert(1)</script>\r\n::error::x,y:%0A\u0001\uFFFF\uD800 [a](command:x)';
const hostile: LintedFile = {
  path: `a, b:${'"<&%'} ü\u0001.md`,
  source: `x\n${HOSTILE} end`,
  findings: [
    {
      ruleId: 'contradicted-claim',
      severity: 'error',
      message: HOSTILE,
      span: { start: 2, end: 2 + HOSTILE.length },
      claims: ['a'],
      references: ['b'],
      suggestions: [],
    },
  ],
};

/** RFC 3986, as far as it matters here: only characters that a URI may have, and for `uri` a scheme. */
const FORMATS = {
  uri: /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/i,
  'uri-reference': /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/,
};
const isSarif = new Ajv({ strict: false, allErrors: true, formats: FORMATS }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')) as object,
);
function assertSarif(text: string): void {
  isSarif(JSON.parse(text));
  assert.deepEqual(isSarif.errors ?? [], []);
}

/** Tags that open and close in pairs, references that are known, and no character that XML 1.0 forbids. */
function assertWellFormed(xml: string): void {
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  assert.doesNotMatch(xml, /\p{Surrogate}/u);
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^>]*\?>\s*/, '');
  const tag = /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g;
  const rest = body.replace(tag, (_, close: string, name: string, _attributes, empty: string) => {
    if (close) assert.equal(open.pop(), name);
    else if (!empty) open.push(name);
    return '';
  });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]/);
  assert.doesNotMatch(body, /&(?!(?:amp|lt|gt|quot|apos);)/);
}

describe('formats for machines', () => {
  it('SARIF keeps to its schema', async () => {
    const cwd = folderWith({ 'a b/ü.md': 'MSCs are immune-privileged.\n', 'none.md': 'Words.\n' });
    const { out } = await caveat(['lint', '--format', 'sarif', '.'], { cwd });
    assertSarif(out);
    assert.match(out, /"uri": "a%20b\/%C3%BC\.md"/);
    assertSarif(FORMATTERS.sarif([]));
    assertSarif(FORMATTERS.sarif([hostile]));
  });

  it('the schema that SARIF is held against refuses what is wrong', () => {
    for (const [from, to] of [
      ['"level": "error"', '"level": "bad"'],
      ['"startLine": 2', '"startLine": 0'],
      ['"columnKind"', '"kolumnKind"'],
    ] as const) {
      const text = FORMATTERS.sarif([hostile]);
      assert.ok(text.includes(from), from);
      assert.equal(isSarif(JSON.parse(text.replace(from, to))), false, from);
    }
  });

  it('JUnit is well formed, whatever a manuscript says', () => {
    assertWellFormed(FORMATTERS.junit([hostile]));
    assertWellFormed(FORMATTERS.junit([]));
    assert.throws(() => {
      assertWellFormed('<a><b></a>');
    });
  });

  it('a GitHub annotation is one line, and nothing in it is a command of its own', () => {
    const lines = FORMATTERS.github([hostile])
      .split(/\r?\n|\r/)
      .filter(Boolean);
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^::error file=a%2C b%3A/);
  });
});
