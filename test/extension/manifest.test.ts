import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = read('package.json');

describe('the manifest', () => {
  it('has a text for each of its strings, and none to spare', () => {
    const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    const texts = Object.keys(JSON.parse(read('package.nls.json')) as object);
    assert.deepEqual([...new Set(used)].sort(), texts.sort());
  });

  it('names only files that exist', () => {
    const paths = [
      ...manifest.matchAll(
        /"(?:url|path|icon|markdown)": "((?:\.\/)?(?:media|data|syntaxes)\/[^"]+)"/g,
      ),
    ];
    assert.ok(paths.length > 8);
    for (const [, path] of paths) assert.ok(existsSync(join(root, path ?? '')), path);
  });

  it('declares each command that the extension registers for people', () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: { commands: { command: string }[] };
    };
    const declared = contributes.commands.map(({ command }) => command).sort();
    const registered = sources().flatMap((text) =>
      [...text.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id ?? ''),
    );
    assert.deepEqual(declared, registered.sort());
  });
});

describe('the texts of the extension', () => {
  it('all stand in the bundle for translators, and none to spare', () => {
    const used = sources().flatMap((text) =>
      [...text.matchAll(/l10n\.t\(\s*'([^']*)'/g)].map(([, key]) => key ?? ''),
    );
    const bundle = Object.keys(JSON.parse(read('l10n/bundle.l10n.json')) as object);
    assert.deepEqual(bundle.sort(), [...new Set(used)].sort());
  });
});

function sources(): string[] {
  const folder = join(root, 'src', 'extension');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
