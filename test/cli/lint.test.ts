import assert from 'node:assert/strict';
import { caveat, folderWith } from './run';

const WRONG = 'MSCs are immune-privileged.\n';
const SOUND = 'The cells were kind.\n';

interface Output {
  version: number;
  files: {
    path: string;
    findings: { ruleId: string; range: unknown; claims: string[]; references: string[] }[];
  }[];
}
const json = (out: string) => JSON.parse(out) as Output;

describe('caveat lint', () => {
  it('prints the documented JSON and ends with 1 where there is an error', async () => {
    const cwd = folderWith({ 'draft.md': `Some words.\n\n${WRONG}` });
    const { code, out } = await caveat(['lint', '--format', 'json', 'draft.md'], { cwd });
    assert.equal(code, 1);
    const { version, files } = json(out);
    assert.equal(version, 1);
    assert.equal(files[0]?.path, 'draft.md');
    const [finding] = files[0].findings;
    assert.equal(finding?.ruleId, 'contradicted-claim');
    assert.deepEqual(finding.range, {
      start: { line: 2, character: 0 },
      end: { line: 2, character: 27 },
    });
    assert.ok(finding.claims.length > 0 && finding.references.length > 0);
  });

  it('explains how each statement was read where asked to', async () => {
    const cwd = folderWith({ 'draft.md': `${WRONG}` });
    const text = await caveat(['lint', '--explain', 'draft.md'], { cwd });
    assert.match(text.out, /statement by statement/);
    assert.match(text.out, /says immunogenicity: down or absent/);
    assert.match(text.out, /against [a-z-]+: fits 0\.\d\d, differs 0\.\d\d; contradicts/);
    const { out } = await caveat(['lint', '--explain', '--format', 'json', 'draft.md'], { cwd });
    const [file] = (JSON.parse(out) as { files: { statements?: { considered: unknown[] }[] }[] })
      .files;
    assert.ok((file?.statements?.[0]?.considered.length ?? 0) > 0);
  });

  it('ends with 0 for a sound manuscript', async () => {
    const cwd = folderWith({ 'draft.md': SOUND });
    assert.equal((await caveat(['lint', 'draft.md'], { cwd })).code, 0);
  });

  it('reads standard input under the name it is given', async () => {
    const { code, out } = await caveat(
      ['lint', '--format', 'json', '--stdin-filename', 'x.md', '-'],
      { input: WRONG },
    );
    assert.equal(code, 1);
    assert.equal(json(out).files[0]?.path, 'x.md');
  });

  it('takes globs and folders', async () => {
    const cwd = folderWith({
      'a/one.md': WRONG,
      'a/b/two.md': SOUND,
      'a/node_modules/x.md': WRONG,
    });
    const byGlob = json((await caveat(['lint', '--format', 'json', 'a/*.md'], { cwd })).out);
    assert.deepEqual(
      byGlob.files.map(({ path }) => path),
      ['a/one.md'],
    );
    const byFolder = json((await caveat(['lint', '--format', 'json', 'a'], { cwd })).out);
    assert.deepEqual(
      byFolder.files.map(({ path }) => path),
      ['a/b/two.md', 'a/one.md'],
    );
  });

  it('ends with 2 and a message where nothing matches, and checks the rest', async () => {
    const cwd = folderWith({ 'draft.md': WRONG });
    const { code, out, err } = await caveat(['lint', 'draft.md', 'gone.md'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /gone\.md/);
    assert.match(out, /contradicted-claim/);
  });

  it('names file, line and remedy of a bibliography that is not there, and goes on', async () => {
    const cwd = folderWith({ 'draft.md': `---\nbibliography: gone.bib\n---\n\n${WRONG}` });
    const { code, out, err } = await caveat(['lint', 'draft.md'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /draft\.md:2:\d+: error: .*gone\.bib/);
    assert.match(out, /contradicted-claim/);
  });

  it('reports a broken bibliography entry at its place and uses the others', async () => {
    const bib =
      '@article{good2020,\n  title = {A},\n}\n\n@article{bad2020,\n  title = {never closed\n\n@article{fine2021,\n  title = {B},\n}\n';
    const cwd = folderWith({
      'draft.md': '---\nbibliography: r.bib\n---\n\nMSCs [@good2020; @fine2021].\n',
      'r.bib': bib,
    });
    const { out, err } = await caveat(['lint', '--format', 'json', 'draft.md'], { cwd });
    assert.match(err, /r\.bib:\d+/);
    assert.deepEqual(
      json(out).files[0]?.findings.map(({ ruleId }) => ruleId),
      [],
    );
  });

  it('skips what is binary or too large, with a message', async () => {
    const cwd = folderWith({
      'bin.md': Buffer.from([77, 0, 1, 2]),
      'big.md': 'x'.repeat(5_000_001),
      'ok.md': SOUND,
    });
    const { code, err } = await caveat(['lint', 'bin.md', 'big.md', 'ok.md'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /bin\.md: skipped: it is not a text/);
    assert.match(err, /big\.md: skipped: .*maxFileSize/);
  });

  it('takes severities from the configuration above the manuscript, and reports a broken one', async () => {
    const cwd = folderWith({
      '.caveatrc.yaml': 'rules:\n  contradicted-claim: off\n',
      'a/draft.md': WRONG,
    });
    assert.equal((await caveat(['lint', 'a/draft.md'], { cwd })).code, 0);
    const broken = folderWith({
      '.caveatrc.yaml': 'rules:\n  contradicted-claim: loud\n',
      'draft.md': WRONG,
    });
    const { code, err } = await caveat(['lint', 'draft.md'], { cwd: broken });
    assert.equal(code, 2);
    assert.match(err, /\.caveatrc\.yaml:2:/);
  });

  it('counts warnings against --max-warnings', async () => {
    const cwd = folderWith({
      '.caveatrc.yaml': 'rules:\n  contradicted-claim: warning\n',
      'draft.md': WRONG,
    });
    assert.equal((await caveat(['lint', 'draft.md'], { cwd })).code, 0);
    assert.equal((await caveat(['lint', '--max-warnings', '0', 'draft.md'], { cwd })).code, 1);
  });

  it('prints SARIF, JUnit and GitHub annotations', async () => {
    const cwd = folderWith({ 'draft.md': WRONG });
    const sarif = JSON.parse(
      (await caveat(['lint', '--format', 'sarif', 'draft.md'], { cwd })).out,
    ) as {
      version: string;
      runs: { results: { ruleId: string }[] }[];
    };
    assert.equal(sarif.version, '2.1.0');
    assert.equal(sarif.runs[0]?.results[0]?.ruleId, 'contradicted-claim');
    assert.match(
      (await caveat(['lint', '--format', 'junit', 'draft.md'], { cwd })).out,
      /<failure type="error"/,
    );
    assert.match(
      (await caveat(['lint', '--format', 'github', 'draft.md'], { cwd })).out,
      /^::error file=draft\.md,line=1/,
    );
  });

  it('ends with 2 for an option it does not know', async () => {
    assert.equal((await caveat(['lint', '--colour'])).code, 2);
  });
});
