import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly engines: Readonly<Record<'vscode' | 'node', string>>;
  readonly version: string;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: unknown;
};

describe('the oldest VS Code', () => {
  it('that is promised is the one whose API the code is checked against', () => {
    const types = JSON.parse(read('node_modules/@types/vscode/package.json')) as {
      version: string;
    };
    const [major, minor] = types.version.split('.');
    assert.equal(manifest.engines.vscode, `^${major}.${minor}.0`);
    assert.equal(manifest.devDependencies['@types/vscode'], manifest.engines.vscode);
  });
});

describe('what the manifest shows to people', () => {
  /** Names of fields whose text is seen in VS Code. */
  const SEEN =
    /^(title|description|markdownDescription|enumDescriptions|markdownEnumDescriptions|contents|name|deprecationMessage)$/;
  /** Names of things, which are the same in every language. */
  const NAMES = new Set(['Caveat']);

  it('can be translated', () => {
    const found: string[] = [];
    const visit = (value: unknown, key: string, path: string) => {
      if (typeof value === 'string') {
        if (SEEN.test(key) && !/^%.+%$/.test(value) && !NAMES.has(value)) found.push(path);
        return;
      }
      if (Array.isArray(value))
        value.forEach((each, i) => {
          visit(each, key, `${path}[${i}]`);
        });
      else if (value !== null && typeof value === 'object')
        for (const [name, each] of Object.entries(value)) visit(each, name, `${path}.${name}`);
    };
    visit(manifest.contributes, '', 'contributes');
    assert.deepEqual(found, []);
  });
});

describe('the CHANGELOG', () => {
  const text = read('CHANGELOG.md');
  const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security', 'Measured'];

  it('has the form of Keep a Changelog', () => {
    assert.match(text, /^# Changelog\n/);
    assert.match(text, /keepachangelog\.com/);
    const versions = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title ?? '');
    assert.equal(versions[0], '[Unreleased]');
    for (const title of versions.slice(1))
      assert.match(title, /^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
    for (const [, kind] of text.matchAll(/^### (.*)$/gm))
      assert.ok(KINDS.includes(kind ?? ''), kind);
  });

  it('has the version, or what is to become it', () => {
    assert.ok(
      text.includes(`[${manifest.version}]`) || text.includes(`become ${manifest.version}`),
    );
  });
});

describe('files for other services', () => {
  it('can be parsed', () => {
    const folders = ['.github/workflows', '.github/ISSUE_TEMPLATE'];
    const files = folders.flatMap((folder) =>
      readdirSync(folder).map((name) => `${folder}/${name}`),
    );
    assert.ok(files.length >= 5);
    for (const file of files) assert.ok(parse(read(file)), file);
  });

  it('test on three systems, and publish to both galleries on a tag', () => {
    const test = read('.github/workflows/test.yml');
    for (const system of ['ubuntu', 'macos', 'windows']) assert.match(test, new RegExp(system));
    const publish = read('.github/workflows/publish.yml');
    for (const part of [
      /tags: \['v\*'\]/,
      /vsce publish/,
      /ovsx[@\d.]* publish/,
      /VSCE_PAT/,
      /OVSX_PAT/,
    ])
      assert.match(publish, part);
  });

  it('take nothing from an input into a command but by the environment', () => {
    const { inputs, runs } = parse(read('action/action.yml')) as {
      inputs: Record<string, unknown>;
      runs: { steps: { run?: string; env?: Record<string, string> }[] };
    };
    for (const { run } of runs.steps) assert.doesNotMatch(run ?? '', /inputs\./);
    const passed = Object.values(runs.steps.at(-1)?.env ?? {}).join('\n');
    for (const name of Object.keys(inputs).filter((input) => input !== 'working-directory'))
      assert.ok(passed.includes(`inputs.${name} `), name);
  });

  it('are documented: the inputs of the action and every option of lint', () => {
    const { inputs } = parse(read('action/action.yml')) as { inputs: Record<string, unknown> };
    const ci = read('docs/ci.md');
    for (const name of Object.keys(inputs)) assert.ok(ci.includes(`\`${name}\``), name);
    const cli = read('docs/cli.md');
    for (const [, option] of read('src/cli/commands/lint.ts').matchAll(/'(--[a-z-]+)/g))
      assert.ok(cli.includes(option ?? ''), option);
  });

  it('let pre-commit lint the manuscripts that Caveat reads', () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml')) as { entry: string; files: string }[];
    assert.equal(hook?.entry, 'caveat lint');
    for (const name of ['a.md', 'b/c.qmd', 'd.Rmd', 'e.tex'])
      assert.match(name, new RegExp(hook.files));
    assert.doesNotMatch('a.py', new RegExp(hook.files));
  });
});
