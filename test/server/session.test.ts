import assert from 'node:assert/strict';
import { ROOT, Workspace } from './workspace';

const CONTRADICTION = 'Allogeneic MSCs are immune-privileged.';
const OFF_SUBJECT = 'The weather is fine, as @nobody2020 says.';

describe('a manuscript', () => {
  it('on the subject is checked', async () => {
    const workspace = new Workspace();
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), [
      'contradicted-claim',
    ]);
  });

  it('about something else is left alone', async () => {
    const workspace = new Workspace();
    const document = workspace.document(OFF_SUBJECT);
    assert.equal((await workspace.session.context(document)).state, 'inactive');
    assert.deepEqual(await workspace.rules(document), []);
    assert.deepEqual(workspace.problems.size, 0);
  });

  it('about something else is checked where the workspace uses Caveat', async () => {
    const configured = new Workspace({ files: { '.caveatrc.yaml': '' } });
    assert.deepEqual(await configured.rules(configured.document(OFF_SUBJECT, 'a/b/c.md')), [
      'unknown-citation',
    ]);
    const on = new Workspace({ settings: { enable: 'on' } });
    assert.deepEqual(await on.rules(on.document(OFF_SUBJECT)), ['unknown-citation']);
  });

  it('is left alone where Caveat is off', async () => {
    const workspace = new Workspace({
      settings: { enable: 'off' },
      files: { '.caveatrc.yaml': '' },
    });
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), []);
    assert.deepEqual(
      workspace.files.asked.filter((uri) => uri.startsWith(ROOT)),
      [],
    );
  });

  it('that is too large is skipped, with the reason', async () => {
    const workspace = new Workspace({ settings: { maxFileSize: 1000 } });
    const document = workspace.document(CONTRADICTION.repeat(30));
    const { state, reason } = await workspace.session.context(document);
    assert.equal(state, 'skipped');
    assert.match(reason ?? '', /maxFileSize/);
    assert.deepEqual(await workspace.rules(document), []);
  });

  it('that was never saved is checked with the configuration of the workspace', async () => {
    const workspace = new Workspace({
      files: { '.caveatrc.yaml': 'rules: { contradicted-claim: hint }' },
    });
    const document = { ...workspace.document(CONTRADICTION), uri: 'untitled:Untitled-1' };
    const checked = await workspace.session.check(document);
    assert.deepEqual(
      checked?.findings.map(({ severity }) => severity),
      ['hint'],
    );
  });

  it('is read once a version', async () => {
    const workspace = new Workspace();
    const document = workspace.document(CONTRADICTION);
    assert.equal(await workspace.session.check(document), await workspace.session.check(document));
    assert.notEqual(
      await workspace.session.check(document),
      await workspace.session.check(workspace.document(CONTRADICTION, 'draft.md', 2)),
    );
  });
});

describe('a manuscript that is closed while it is checked', () => {
  it('is read anew when it is opened again, with another text under the same version', async () => {
    const workspace = new Workspace();
    const { session } = workspace;
    const before = workspace.document(CONTRADICTION);
    const checking = session.check(before);
    await new Promise((resolve) => setImmediate(resolve));
    session.close(before.uri);
    await checking;
    const now = workspace.document(`We say nothing of MSCs.\n\n${CONTRADICTION}`);
    const [finding] = (await session.check(now))?.findings ?? [];
    assert.equal(finding?.span.start, 25);
  });
});

describe('a configuration', () => {
  it('counts more than the settings, the nearest one alone', async () => {
    const workspace = new Workspace({
      files: {
        '.caveatrc.yaml': 'rules: { contradicted-claim: off }',
        'paper/package.json': '{ "caveat": { "rules": { "contradicted-claim": "hint" } } }',
        'paper/sub/package.json': '{ "name": "no word of us" }',
      },
      settings: { rules: { 'contradicted-claim': 'warning' } },
    });
    const severities = async (path: string) =>
      (await workspace.session.check(workspace.document(CONTRADICTION, path)))?.findings.map(
        (f) => f.severity,
      );
    assert.deepEqual(await severities('draft.md'), []);
    assert.deepEqual(await severities('paper/sub/draft.md'), ['hint']);
  });

  it('that is malformed is reported on itself, and the rest goes on', async () => {
    const workspace = new Workspace({
      files: { '.caveatrc.yaml': 'rules: { contradicted-claim: loud }\nmaxFileSize: 9999' },
    });
    const document = workspace.document(CONTRADICTION);
    assert.deepEqual(await workspace.rules(document), ['contradicted-claim']);
    const problems = workspace.problems.get(`${ROOT}/.caveatrc.yaml`) ?? [];
    const [problem] = problems.filter(({ message }) =>
      message.startsWith('rules.contradicted-claim'),
    );
    assert.deepEqual(problem?.range?.start, { line: 0, character: 29 });
    assert.match(problem.message, /docs\/configuration\.md/);
    assert.equal((await workspace.session.context(document)).effective.maxFileSize, 9999);
  });

  it('is looked for again when one comes or goes', async () => {
    const workspace = new Workspace();
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), [
      'contradicted-claim',
    ]);
    workspace.files.files.set(`${ROOT}/.caveatrc.yaml`, 'rules: { contradicted-claim: off }');
    assert.equal(workspace.session.fileChanged(`${ROOT}/.caveatrc.yaml`), true);
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), []);
    assert.equal(workspace.session.fileChanged(`${ROOT}/node_modules/x/package.json`), false);
  });
});

describe('a bibliography', () => {
  const CITING = (path: string) =>
    `---\nbibliography: ${path}\n---\n\nMSCs are cells [@own2001; @nobody].`;

  it('is found beside the manuscript that names it', async () => {
    const workspace = new Workspace({ files: { 'a/refs.bib': '@misc{own2001, title={Own}}' } });
    const checked = await workspace.session.check(
      workspace.document(CITING('refs.bib'), 'a/draft.md'),
    );
    assert.deepEqual(
      checked?.findings.map(({ message }) => message.includes('"nobody"')),
      [true],
    );
  });

  it('that is missing is reported where it is named, and its keys are not called unknown', async () => {
    const workspace = new Workspace();
    const checked = await workspace.session.check(workspace.document(CITING('refs.bib')));
    assert.deepEqual(checked?.findings, []);
    assert.match(
      checked?.read.problems[0]?.message ?? '',
      /no bibliography "refs\.bib"; mend the path/,
    );
    assert.deepEqual(checked?.read.problems[0]?.range?.start, { line: 1, character: 14 });
  });

  it('outside of the workspace is not read', async () => {
    const workspace = new Workspace();
    workspace.files.files.set('file:///secret.bib', '@misc{nobody, title={Secret}}');
    for (const path of [
      '../secret.bib',
      '/secret.bib',
      'file:///secret.bib',
      '../../../../secret.bib',
    ]) {
      const checked = await workspace.session.check(
        workspace.document(CITING(path), 'draft.md', Math.random()),
      );
      assert.equal(checked?.read.problems.length, 1, path);
    }
    assert.match(String(workspace.problems.size), /^0$/);
  });

  it('that is malformed is reported on itself, and its other entries count', async () => {
    const workspace = new Workspace({
      files: {
        'refs.bib':
          '@misc{own2001, title={Own}}\n\n@article{nobody, title={Open\n\n@misc{third, title={x}}',
      },
    });
    const checked = await workspace.session.check(workspace.document(CITING('refs.bib')));
    assert.ok((workspace.problems.get(`${ROOT}/refs.bib`) ?? []).length > 0);
    assert.ok(checked?.read.shelf.library.get('own2001'));
  });

  it('is read again when it changes', async () => {
    const workspace = new Workspace({ files: { 'refs.bib': '' } });
    const document = workspace.document(CITING('refs.bib'));
    assert.deepEqual(await workspace.rules(document), ['unknown-citation', 'unknown-citation']);
    workspace.files.files.set(`${ROOT}/refs.bib`, '@misc{own2001, title={Own}}');
    assert.equal(workspace.session.fileChanged(`${ROOT}/refs.bib`), true);
    assert.deepEqual(await workspace.rules(document), ['unknown-citation']);
    assert.equal(workspace.session.fileChanged(`${ROOT}/other.bib`), false);
  });

  it('named by the configuration is relative to that, and missed there', async () => {
    const workspace = new Workspace({
      files: {
        '.caveatrc.yaml': 'bibliography: [lib/refs.bib, none.bib]',
        'lib/refs.bib': '@misc{own2001, title={Own}}',
      },
    });
    await workspace.session.check(workspace.document('MSCs [@own2001].', 'paper/draft.md'));
    const problems = workspace.problems.get(`${ROOT}/.caveatrc.yaml`) ?? [];
    assert.deepEqual(
      problems.map(({ range }) => range?.start),
      [{ line: 0, character: 29 }],
    );
    assert.match(problems[0]?.message ?? '', /"none\.bib"/);
  });
});

describe('two bibliographies of one manuscript', () => {
  it('are told what both of them have, in the later one', async () => {
    const files = {
      'a.bib': '@misc{own2001, title={Own}}',
      'b.bib': '@misc{other, title={Other}}\n@misc{own2001, title={Own}}',
    };
    const workspace = new Workspace({ files });
    const text = `---\nbibliography: [a.bib, b.bib]\n---\n\n${CONTRADICTION}`;
    await workspace.session.read(workspace.document(text));
    const hints = workspace.problems.get(`${ROOT}/b.bib`) ?? [];
    assert.deepEqual(
      hints.map(({ severity, range }) => [severity, range?.start.line]),
      [['hint', 1]],
    );
    assert.match(hints[0]?.message ?? '', /"own2001" is in a\.bib as well/);
    assert.deepEqual(workspace.problems.get(`${ROOT}/a.bib`) ?? [], []);
  });
});

describe('a workspace that is not trusted', () => {
  const files = {
    '.caveatrc.yaml': 'rules: { contradicted-claim: off }\npacks: [mine]',
    'refs.bib': '@misc{own2001, title={Own}}',
    'mine/pack.yaml': '',
  };
  const TEXT = `---\nbibliography: refs.bib\n---\n\n${CONTRADICTION} MSCs [@own2001].`;

  it('has none of its files read, and is checked with the evidence that comes with Caveat', async () => {
    const workspace = new Workspace({
      files,
      trusted: false,
      settings: { packs: ['mine'], bibliography: ['refs.bib'] },
    });
    assert.deepEqual(await workspace.rules(workspace.document(TEXT)), ['contradicted-claim']);
    assert.deepEqual(
      workspace.files.asked.filter((uri) => uri.startsWith(ROOT)),
      [],
    );
  });

  it('is not told of unknown keys, which its bibliographies may well have', async () => {
    const text = 'MSCs are cells [@nobody].';
    const workspace = new Workspace({ trusted: false });
    assert.deepEqual(await workspace.rules(workspace.document(text)), []);
    const trusted = new Workspace();
    assert.deepEqual(await trusted.rules(trusted.document(text)), ['unknown-citation']);
  });

  it('is read once it is trusted', async () => {
    const workspace = new Workspace({ files, trusted: false });
    await workspace.rules(workspace.document(TEXT));
    workspace.isTrusted = true;
    workspace.session.reset();
    assert.deepEqual(await workspace.rules(workspace.document(TEXT)), []);
    assert.ok(workspace.files.asked.includes(`${ROOT}/refs.bib`));
  });
});

describe('a folder that is not part of the workspace', () => {
  it('gives its manuscripts neither configuration nor bibliography', async () => {
    const workspace = new Workspace({
      folders: ['file:///elsewhere'],
      files: { '.caveatrc.yaml': 'rules: { contradicted-claim: off }' },
    });
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), [
      'contradicted-claim',
    ]);
  });

  it('gives both where no folder is open at all', async () => {
    const workspace = new Workspace({
      folders: [],
      files: { '.caveatrc.yaml': 'rules: { contradicted-claim: off }' },
    });
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), []);
  });
});
