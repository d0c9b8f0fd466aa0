import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, openSync, closeSync, ftruncateSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACK_FILES } from '../server/pack';
import { Place } from './support/place';

const SECRET = '@misc{secret, title={Not of this workspace}}';
const draft = (bibliography: string) =>
  `---\nbibliography: ${bibliography}\n---\n\nMSCs are cells [@secret].\n`;
const isWindows = process.platform === 'win32';

/** A file of so many bytes that takes no room on disk. */
function sparse(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
}

describe("a stranger's workspace", () => {
  let place: Place;
  const make = (...how: ConstructorParameters<typeof Place>) => {
    place = new Place(...how);
    writeFileSync(join(place.root, 'secret.bib'), SECRET);
    mkdirSync(join(place.root, 'pack'));
    for (const [name, text] of Object.entries(PACK_FILES)) {
      if (name.includes('/')) mkdirSync(join(place.root, 'pack', 'claims'), { recursive: true });
      writeFileSync(join(place.root, 'pack', name), text.replace('id: small', 'id: outside'));
    }
  };
  beforeEach(() => make());
  afterEach(() => place.remove());

  /** The file was not read, and the writer hears so. */
  const assertRefused = async (path: string, why: RegExp) => {
    const messages = await place.messages(draft(JSON.stringify(path)));
    assert.ok(
      messages.some((message) => why.test(message)),
      `${path}: ${messages.join(' / ')}`,
    );
    const read = await place.session.read(place.document(draft(JSON.stringify(path))));
    assert.equal(read?.shelf.library.get('secret'), undefined, path);
  };

  it('names no bibliography outside of it, however it is written', async () => {
    for (const path of [
      '../secret.bib',
      'a/../../secret.bib',
      './././../secret.bib',
      '..\\secret.bib',
      join(place.root, 'secret.bib'),
      '../../../../../../../../../../etc/passwd',
      '/etc/passwd',
    ])
      await assertRefused(path, /lies outside of this workspace|There is no bibliography/);
    // A URI's own escapes are letters of a file name here.
    await assertRefused('%2e%2e/secret.bib', /There is no bibliography/);
    await assertRefused(`file://${place.root}/secret.bib`, /outside|There is no/);
    await assertRefused('https://example.org/refs.bib', /outside/);
  });

  it('leads nowhere by links: to a file, through a folder, in a ring', async () => {
    symlinkSync(join(place.root, 'secret.bib'), place.path('link.bib'));
    symlinkSync(place.root, place.path('up'));
    symlinkSync(place.path('ring'), place.path('ring'));
    await assertRefused('link.bib', /outside/);
    await assertRefused('up/secret.bib', /outside/);
    await assertRefused('ring', /cannot be read/);
  });

  it('has no pack outside of it, be it named or linked', async () => {
    symlinkSync(join(place.root, 'pack'), place.path('linked'));
    for (const pack of ['../pack', 'linked', join(place.root, 'pack')]) {
      place.write('.caveatrc.yaml', `packs: [${JSON.stringify(pack)}]\n`);
      place.session.reset();
      const { session } = place;
      const { packs } = await session.context(place.document('MSCs are cells.'));
      assert.deepEqual(
        packs.evidence().packs.map(({ manifest }) => manifest.id),
        [],
        pack,
      );
    }
    assert.match(place.said(), /is no folder of an evidence pack inside this workspace/);
  });

  it('has no configuration outside of it', async () => {
    writeFileSync(join(place.root, '.caveatrc.yaml'), 'rules: { contradicted-claim: off }\n');
    const outside = await place.session.context(place.document('MSCs are cells.'));
    assert.equal(outside.config, undefined);
    symlinkSync(join(place.root, '.caveatrc.yaml'), place.path('.caveatrc.yaml'));
    place.session.reset();
    const { config } = await place.session.context(place.document('MSCs are cells.'));
    assert.deepEqual(config?.config ?? {}, {});
  });

  it('that is not trusted is not read at all', async () => {
    place.remove();
    make({}, false);
    place.write('own.bib', SECRET);
    place.write('.caveatrc.yaml', 'rules: { contradicted-claim: off }\nbibliography: [own.bib]\n');
    const document = place.document(draft('own.bib'));
    const read = await place.session.read(document);
    assert.equal(read?.context.config, undefined);
    assert.equal(read?.shelf.library.get('secret'), undefined);
    assert.deepEqual(read?.linked, []);
    assert.equal(place.problems.size, 0);
  });

  (isWindows ? it.skip : it)('may hold devices, pipes and sockets that never end', async () => {
    execFileSync('mkfifo', [place.path('pipe.bib'), place.path('.caveatrc.yaml')]);
    for (const device of ['zero', 'random', 'tty', 'stdin'])
      symlinkSync(`/dev/${device}`, place.path(`${device}.bib`));
    await assertRefused('pipe.bib', /it is not a file/);
    for (const device of ['zero', 'random', 'tty', 'stdin'])
      await assertRefused(`${device}.bib`, /outside|cannot be read|There is no/);
    const { config } = await place.session.context(place.document('MSCs are cells.'));
    assert.match(config?.problems[0]?.message ?? '', /it is not a file/);
    for (const [name, text] of Object.entries(PACK_FILES)) place.write(`pack/${name}`, text);
    execFileSync('mkfifo', [place.path('pack/claims/pipe.yaml')]);
    const files = await place.session.packSources();
    assert.ok(files.sources.length > 0);
  });

  it('may hold files of a gigabyte, which are refused with their limit and its name', async () => {
    sparse(place.path('huge.bib'), 2 ** 30);
    await assertRefused('huge.bib', /the limit is 100000000\); raise caveat\.maxBibliographySize/);
    for (const [name, text] of Object.entries(PACK_FILES)) place.write(`pack/${name}`, text);
    sparse(place.path('pack/claims/huge.yaml'), 2 ** 30);
    place.write('.caveatrc.yaml', 'packs: [pack]\n');
    place.session.reset();
    assert.ok((await place.rules('Allogeneic MSCs are immune-privileged.')).length > 0);
    assert.match(place.said(), /limit is 20000000; raise caveat\.maxPackFileSize/);
    sparse(place.path('.caveatrc.yaml'), 2 ** 30);
    place.session.reset();
    await place.rules('MSCs are cells.');
    assert.match(
      place.said(),
      /configuration cannot be read \(it has 1073741824 bytes, the limit is/,
    );
  });

  it('is read within the limits that its settings give', async () => {
    place.remove();
    make({ maxBibliographySize: 1000 });
    place.write('big.bib', `${SECRET}\n${'% x\n'.repeat(500)}`);
    await assertRefused('big.bib', /the limit is 1000\); raise caveat\.maxBibliographySize/);
    place.write('.caveatrc.yaml', 'maxBibliographySize: 5000\n');
    place.session.reset();
    const read = await place.session.read(place.document(draft('big.bib')));
    assert.ok(read?.shelf.library.get('secret'));
  });
});
