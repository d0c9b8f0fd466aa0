import assert from 'node:assert/strict';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { createReport } from '../../src/report/report';
import type { Report } from '../../src/report/types';
import { REPORT_FORMATS } from '../../src/report/formats';
import { PACK_FILES } from '../server/pack';
import { Workspace } from '../server/workspace';

const FACTS = { file: 'draft.md', date: '2026-11-24', tool: 'Caveat 0.1.0' };

/** The report of a text, checked with the small pack or with another. */
async function reportOf(text: string, pack?: Readonly<Record<string, string>>): Promise<Report> {
  const files = pack && {
    '.caveatrc.yaml': 'packs: [pack]',
    ...Object.fromEntries(
      Object.entries({ ...PACK_FILES, ...pack }).map(([path, content]) => [
        `pack/${path}`,
        content,
      ]),
    ),
  };
  const workspace = new Workspace(files ? { files } : {});
  const checked = await workspace.session.check(workspace.document(text));
  assert.ok(checked, JSON.stringify([...workspace.problems]));
  const { read, evidence, findings } = checked;
  const { manuscript, lines, shelf } = read;
  return createReport({ manuscript, lines, library: shelf.library, evidence, findings }, FACTS);
}

const DRAFT = `---
title: "Cells: from whom?"
---

# Background

Cells are many. Allogeneic MSCs are immune-privileged.

Allogeneic MSCs bring benefit in lupus [@sun2010lupus].
`;

describe('a report', () => {
  it('tells what it is about and what was found by rule', async () => {
    const report = await reportOf(DRAFT);
    assert.equal(report.title, 'Cells: from whom?');
    assert.deepEqual(
      report.packs.map(({ title, version, review }) => [title, version, review.text]),
      [['A small review', '1.0.0', 'Li. A small review. 2021.']],
    );
    assert.deepEqual(
      report.rules.map(({ ruleId, count }) => [ruleId, count]),
      [['contradicted-claim', 1]],
    );
  });

  it('quotes each statement with its place and what the evidence says, on whose word', async () => {
    const [finding] = (await reportOf(DRAFT)).findings;
    assert.ok(finding);
    assert.equal(finding.line, 7);
    assert.deepEqual(finding.headings, ['Background']);
    assert.equal(finding.quote.marked, 'Allogeneic MSCs are immune-privileged.');
    assert.match(finding.message, /^Differs from the review's evidence: .*[^)]\.$/);
    assert.doesNotMatch(finding.message, /provoke/);
    const [claim] = finding.claims;
    assert.equal(
      claim?.statement,
      'Allogeneic MSCs can provoke an immune response against the donor.',
    );
    assert.equal(claim.certainty, 'supported');
    assert.equal(claim.caveat, 'It depends on dose history.');
    assert.deepEqual(
      claim.references.map(({ number, url }) => [number, url]),
      [
        [21, undefined],
        [25, 'https://doi.org/10.1161/CIRCULATIONAHA.109.898676'],
      ],
    );
  });

  it('says what is cited, what is missed, and which sentences cite nothing', async () => {
    for (const write of Object.values(REPORT_FORMATS)) {
      const text = write(await reportOf(DRAFT));
      assert.match(text, /1 of 3 references and 1 of 2 claims are cited/);
      assert.match(text, /Claims that are cited[\s\S]*bring benefit in lupus/);
      assert.match(text, /Claims that are not cited[\s\S]*can provoke an immune response/);
    }
    const uncited = await reportOf('MSCs come from many human tissues.');
    assert.match(
      REPORT_FORMATS.markdown(uncited),
      /## Sentences without a citation\n\n1 of 1; many need none\.\n\n- Line 1\\?: MSCs come from/,
    );
  });

  it('is quiet where nothing was found', async () => {
    const report = await reportOf('MSCs come from many human tissues.');
    for (const write of Object.values(REPORT_FORMATS)) {
      assert.match(write(report), /0 findings in 1 statement\./);
      assert.doesNotMatch(write(report), /What the evidence says|<svg/);
    }
  });

  it('takes its title from the heading or the command, else from the file', async () => {
    const titleOf = async (text: string) => (await reportOf(text)).title;
    assert.equal(await titleOf('# MSCs *in vivo*\n\nMSCs act.'), 'MSCs in vivo');
    assert.equal(await titleOf('MSCs act.\n\n# Later'), 'draft.md');
    assert.equal(await titleOf('---\ntitle: [a\n---\n\nMSCs act.'), '[a');
  });
});

describe('a report as HTML', () => {
  it('needs nothing but itself and forbids the rest', async () => {
    const html = REPORT_FORMATS.html(await reportOf(DRAFT));
    assert.match(
      html,
      /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/,
    );
    assert.doesNotMatch(html, /<script|<img|<link|<iframe|@import|url\(|\son\w+=/i);
    assert.match(html, /prefers-color-scheme: dark/);
    assert.match(html, /@media print/);
    assert.match(html, /<mark>Allogeneic MSCs are immune-privileged\.<\/mark>/);
    assert.match(html, /role="img" aria-label="1 finding by rule: Contradicted claim 1"/);
  });
});

const EVIL = '<script>alert(1)</script> [x](command:evil) ![i](http://evil/) \u202Egnirts\u202C';

describe('a report on text that means harm', () => {
  const pack = {
    'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace(
      'title: A small review\nlicence',
      `title: ${JSON.stringify(EVIL)}\npage: "https://x/)<script>"\nlicence`,
    ),
    'claims/immunity.yaml': (PACK_FILES['claims/immunity.yaml'] ?? '').replace(
      'caveat: It depends on dose history.',
      `caveat: ${JSON.stringify(EVIL)}`,
    ),
    'references.json': (PACK_FILES['references.json'] ?? '').replace(
      'Immunogenicity of adult',
      `${EVIL.replace(/"/g, '')} ${'long '.repeat(2000)}`,
    ),
  };
  const text = `# ${EVIL}\n\nAllogeneic MSCs are immune-privileged.\n\nSome MSCs are <img src=x onerror=alert(1)> here [@<b>].\n`;

  it('shows it as text in HTML', async () => {
    const html = REPORT_FORMATS.html(await reportOf(text, pack));
    assert.match(html, /&#60;script&#62;alert\(1\)/);
    assert.doesNotMatch(html, /<script|<img|href="(?!https:)|\u202e|\u202c/i);
    assert.ok(!html.includes('https://x/)'));
  });

  it('shows it as text in Markdown', async () => {
    const markdown = REPORT_FORMATS.markdown(await reportOf(text, pack));
    assert.doesNotMatch(markdown, /\u202e|\u202c/);
    const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
    const html: string[] = [];
    visit(tree, (node) => {
      assert.notEqual(node.type, 'image');
      if (node.type === 'html') html.push(node.value);
      if (node.type === 'link') assert.match(node.url, /^https:\/\/(?:doi\.org|github\.com)\//);
    });
    assert.equal(html.length, 1);
    assert.match(html[0] ?? '', /^<!-- caveat-disable-file -- [^<>]+ -->$/);
  });

  it('clips what is far too long', async () => {
    // Else there would be nothing to clip: the pack was read.
    const [finding] = (await reportOf(text, pack)).findings;
    assert.match(finding?.claims[0]?.caveat ?? '', /<script>/);
    assert.match(finding?.claims[0]?.references[0]?.text ?? '', /(?:long ){2000}/);
    for (const write of Object.values(REPORT_FORMATS)) {
      const long = write(await reportOf(text, pack)).match(/(?:long ){200,}/);
      assert.equal(long, null);
    }
  });
});
