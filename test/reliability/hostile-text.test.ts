import assert from 'node:assert/strict';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { CompletionItem, Hover } from 'vscode-languageserver';
import { visit } from 'unist-util-visit';
import { github } from '../../src/cli/formats/github';
import { junit } from '../../src/cli/formats/junit';
import { sarif } from '../../src/cli/formats/sarif';
import { stylish } from '../../src/cli/formats/stylish';
import type { Finding } from '../../src/checks/types';
import { oneLine } from '../../src/extension/plain';
import { pageHtml } from '../../src/extension/views/page-html';
import { PACK_FILES } from '../server/pack';
import { Editor } from '../server/connection';

/** Texts that try to be more than text. */
const tricks: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</script></style></title><svg onload=alert(1)>',
  '[click](command:workbench.action.quit)',
  '[click][x]\n\n[x]: command:workbench.action.quit',
  '<command:workbench.action.quit>',
  '![](https://evil.example/pixel.png)',
  '[x](javascript:alert(1)) [y](data:text/html,x) [z](vscode://x)',
  'https://evil.example/auto www.evil.example someone@evil.example',
  '`code` **bold** | cell | $(flame) $(sync~spin)',
  '\n\n# Heading\n\n- list\n\n---\n',
  '\n::error file=a::injected\r\n##vso[task.complete]',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u0007',
  '\u202Egnp.exe \u2066 \u2069',
  '"><x y="',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &#106;avascript:',
];

/** Everything that a Markdown view would make of a text but words. */
function activeIn(markdown: string): string[] {
  const found: string[] = [];
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    // Without what remark links afterwards, which no longer sees what was escaped.
    mdastExtensions: gfmFromMarkdown().map((one) => ({ ...one, transforms: [] })),
  });
  visit(tree, (node) => {
    if (node.type === 'html' && !isOurComment(node.value)) found.push(`html ${node.value}`);
    if (node.type === 'image' || node.type === 'definition') found.push(`${node.type} ${node.url}`);
    if (node.type === 'link' && !isOurs(node.url)) found.push(`link ${node.url}`);
  });
  return found;
}

function isOurComment(html: string): boolean {
  return /^<!-- caveat-disable-file -- [a-z, ]+ -->$/.test(html);
}

function isOurs(url: string): boolean {
  return (
    url.startsWith('https://doi.org/10.') ||
    url.startsWith('https://github.com/caveat-lint/caveat/') ||
    url.startsWith('file:///work/') ||
    /^command:caveat\.(copyReference|appendEntries)\?/.test(url)
  );
}

/** In HTML, a tag or an address that is not ours to write. */
function activeInHtml(html: string): string[] {
  return [
    ...(html.match(/<(?:script|img|svg|iframe|object|embed|form|x)\b[^>]*>/gi) ?? []).filter(
      (tag) => !/^<svg role="img" aria-label="[^"<>]*">$/.test(tag),
    ),
    ...(html.match(/<[^>]*\son\w+=/gi) ?? []),
    ...[...html.matchAll(/\b(?:href|src)="([^"]*)"/gi)]
      .map(([, url]) => url ?? '')
      .filter((url) => !isOurs(url) && !url.startsWith('#')),
  ];
}

describe('text of anybody, wherever it is shown', () => {
  for (const trick of tricks) {
    it(`is text alone: ${JSON.stringify(trick)}`, async () => {
      const quoted = JSON.stringify(trick);
      const references = JSON.stringify(
        (JSON.parse(PACK_FILES['references.json'] ?? '[]') as Record<string, unknown>[]).map(
          (one) => ({
            ...one,
            title: trick,
            'container-title': trick,
            DOI: `10.1/${trick}`,
            URL: trick,
            author: [{ family: trick, given: trick }],
          }),
        ),
      );
      const claims = (PACK_FILES['claims/immunity.yaml'] ?? '')
        .replace('caveat: It depends on dose history.', `caveat: ${quoted}`)
        .replace(
          'statement: Allogeneic MSCs can provoke an immune response against the donor.',
          `statement: ${JSON.stringify(`Allogeneic MSCs can provoke an immune response. ${trick}`)}`,
        );
      const pack: Record<string, string> = {
        ...PACK_FILES,
        'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace(
          'title: A small review\nl',
          `title: ${quoted}\nl`,
        ),
        'references.json': references,
        'claims/immunity.yaml': claims,
      };
      const editor = new Editor({
        files: {
          '.caveatrc.yaml': 'packs: [pack]\n',
          'refs.bib': `@article{own, title = {${trick}}, journal = {${trick}}, author = {${trick}}, doi = {${trick}}}`,
          ...Object.fromEntries(Object.entries(pack).map(([name, text]) => [`pack/${name}`, text])),
        },
        options: { commands: ['caveat.copyReference', 'caveat.appendEntries'] },
      });
      await editor.start();
      try {
        const text =
          '---\nbibliography: refs.bib\n---\n\nAllogeneic MSCs are immune-privileged.\n\nMSCs [@own; @huang2010differentiation].\n';
        const uri = await editor.open(text);
        const textDocument = { uri };
        assert.ok((await editor.diagnostics(uri)).length > 0, 'the pack is used');
        for (const [line, character] of [
          [4, 5],
          [6, 8],
          [6, 14],
        ] as const) {
          const hover = await editor.request<Hover | null>('textDocument/hover', {
            textDocument,
            position: { line, character },
          });
          assert.ok(hover, `a hover at ${line}:${character}`);
          assert.deepEqual(activeIn((hover.contents as { value: string }).value), []);
        }
        const list = await editor.request<{ items: CompletionItem[] }>('textDocument/completion', {
          textDocument,
          position: { line: 6, character: 9 },
        });
        for (const item of list.items) {
          const shown =
            item.data === undefined
              ? item
              : await editor
                  .request<CompletionItem>('completionItem/resolve', item)
                  .catch(() => item);
          const about = shown.documentation;
          if (typeof about === 'object' && about.kind === 'markdown')
            assert.deepEqual(activeIn(about.value), []);
          assert.doesNotMatch(shown.label, /[\r\n]/);
        }
        for (const format of ['html', 'markdown'] as const) {
          const report = await editor.request<{ text?: string }>('caveat/report', {
            uri,
            format,
            date: '2026-01-01',
          });
          assert.ok(report.text, `a report as ${format}`);
          const found = format === 'html' ? activeInHtml(report.text) : activeIn(report.text);
          assert.deepEqual(found, []);
        }
      } finally {
        editor.stop();
      }
    });
  }

  it('is one line of a tree, without what controls or turns it', () => {
    for (const trick of tricks)
      assert.doesNotMatch(oneLine(trick), /[\r\n\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('is data in a page, and never its script', () => {
    for (const trick of tricks) {
      const html = pageHtml({
        name: 'map',
        title: trick,
        data: { trick },
        language: trick,
        source: 'https://ours.example',
        nonce: 'abc',
        file: (name) => `https://ours.example/${name}`,
      });
      assert.equal(html.match(/<script\b/g)?.length, 1);
      assert.doesNotMatch(html, /<(?:img|svg|x)\b/);
    }
  });

  it("keeps to its place in what the command line prints for other people's tools", () => {
    for (const trick of tricks) {
      const finding: Finding = {
        ruleId: 'contradicted-claim',
        severity: 'error',
        message: trick,
        span: { start: 0, end: trick.length },
        claims: [trick],
        references: [trick],
        suggestions: [],
      };
      const files = [{ path: `a ${trick}.md`, source: trick, findings: [finding] }];
      const { runs } = JSON.parse(sarif(files)) as {
        runs: { results: { message: { text: string; markdown?: string } }[] }[];
      };
      const message = runs[0]?.results[0]?.message;
      assert.equal(message?.markdown, undefined);
      // In SARIF, brackets in a message are links (3.11.6).
      assert.doesNotMatch(message?.text ?? '', /(?<!\\)\[[^\]]*\]\([^)]*\)/);
      assert.equal(github(files).trimEnd().split('\n').length, 1);
      assert.equal(junit(files).match(/<testcase\b/g)?.length, 1);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(stylish(files), /[\u0007\u001b\u202e]/);
    }
  });
});
