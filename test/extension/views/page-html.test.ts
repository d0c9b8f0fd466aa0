import assert from 'node:assert/strict';
import { pageHtml } from '../../../src/extension/views/page-html';

const parts = {
  name: 'evidence',
  title: 'Evidence',
  language: 'de',
  source: 'https://*.example',
  nonce: 'abc123',
  file: (name: string) => `https://files.example/${name}`,
};

describe('pageHtml', () => {
  it('lets nothing load or run but the page’s own files', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(pageHtml(parts))?.[1] ?? '';
    const rules: Record<string, string> = {};
    for (const rule of policy.split('; ')) {
      const [name = '', ...sources] = rule.split(' ');
      rules[name] = sources.join(' ');
    }
    assert.equal(rules['default-src'], '&#39;none&#39;');
    assert.equal(rules['script-src'], '&#39;nonce-abc123&#39;');
    assert.equal(rules['style-src'], 'https://*.example');
    assert.equal(rules['font-src'], 'https://*.example');
    assert.ok(!policy.includes('unsafe'));
  });

  it('has one script, with the nonce, and the user’s language', () => {
    const html = pageHtml(parts);
    assert.deepEqual(html.match(/<script[^>]*>/g), [
      '<script nonce="abc123" src="https://files.example/evidence.js">',
    ]);
    assert.match(html, /<html lang="de">/);
  });

  it('keeps what it is given as text', () => {
    const html = pageHtml({ ...parts, title: '</title><script>x', data: { a: '"><img src=x>' } });
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(!html.includes('<img'));
    const data = /data-page="([^"]*)"/.exec(html)?.[1] ?? '';
    const read = data.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<');
    assert.deepEqual(JSON.parse(read), { a: '"><img src=x>' });
  });
});
