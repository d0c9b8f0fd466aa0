import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';

/** All that the extension needs when it runs, and what a `.vsix` must have. */
const WANTED = [
  /^package(\.nls)?\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^(LICENSE|THIRD-PARTY-NOTICES)$/,
  /^l10n\/bundle\.l10n\.json$/,
  /^dist\/(extension|server)\.js$/,
  /^dist\/package\.json$/,
  /^dist\/packs\/(index\.json|wording\.model|[\w-]+\.pack)$/,
  /^dist\/webview\/(evidence|map)\.(js|css)$/,
  /^dist\/webview\/(shared|codicon)\.css$/,
  /^dist\/webview\/codicon\.ttf$/,
  /^data\/schemas\/\w+\.schema\.json$/,
  /^media\/(icon\.png|activity\.svg|map-(dark|light)\.svg)$/,
  /^media\/walkthrough\/\w+\.md$/,
  /^syntaxes\/[\w-]+\.tmLanguage\.json$/,
];

/** 1.5 MB as vsce counts them. */
const LIMIT = 1.5 * 1024 * 1024;
/** What a zip says of a file besides its bytes and, twice, its name; and the two files that vsce adds. */
const [PER_FILE, FOR_VSCE] = [100, 4000];

describe('the .vsix', () => {
  let files: string[];

  before(async () => {
    files = (await listFiles({ packageManager: PackageManager.None })).map((file) =>
      file.replaceAll('\\', '/'),
    );
  });

  it('holds what it needs and nothing else', () => {
    assert.deepEqual(
      files.filter((file) => !WANTED.some((pattern) => pattern.test(file))),
      [],
    );
    for (const pattern of WANTED)
      assert.ok(
        files.some((file) => pattern.test(file)),
        String(pattern),
      );
  });

  it('stays under its size', () => {
    const sizes = files.map(
      (file) => deflateRawSync(readFileSync(file)).length + PER_FILE + 2 * file.length,
    );
    const size = sizes.reduce((sum, each) => sum + each, FOR_VSCE);
    assert.ok(size < LIMIT, `${size} bytes, the limit is ${LIMIT}`);
  });

  it('needs no build for one system alone', () => {
    assert.deepEqual(
      files.filter((file) => /\.(node|wasm|dll|so|dylib)$/.test(file)),
      [],
    );
  });

  it('holds no source map and names no folder of the machine it was built on', () => {
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(file, 'utf8');
      assert.doesNotMatch(text, /sourceMappingURL/, file);
      assert.ok(!text.includes(process.cwd()), file);
    }
  });
});
