import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { PACK_FILES } from '../server/pack';
import { Place } from './support/place';

const DRAFT =
  '---\nbibliography: refs.bib\n---\n\nAllogeneic MSCs are immune-privileged. MSCs are cells [@own2001].';
const BIB = '@article{own2001,\n  title = {Own},\n  year = 2001,\n}\n';

describe('a bibliography in use', () => {
  let place: Place;
  beforeEach(() => {
    place = new Place();
    place.write('refs.bib', BIB);
  });
  afterEach(() => place.remove());
  const rules = () => place.rules(DRAFT);

  it('may be deleted, and come back', async () => {
    const before = await rules();
    assert.ok(!before.includes('unknown-citation'));
    rmSync(place.path('refs.bib'));
    assert.ok(place.changed('refs.bib'));
    const messages = await place.messages(DRAFT);
    assert.ok(messages.some((message) => message.includes('There is no bibliography "refs.bib"')));
    // The key may well stand in it.
    assert.ok(!(await rules()).includes('unknown-citation'));
    place.write('refs.bib', BIB);
    place.changed('refs.bib');
    assert.deepEqual(await rules(), before);
  });

  it('may be half-written, at every length, and then whole', async () => {
    const before = await rules();
    const bytes = Buffer.from(`\uFEFF${BIB.replace('Own', 'Öwn 😀')}`);
    for (let length = 0; length <= bytes.length; length++) {
      place.write('refs.bib', bytes.subarray(0, length));
      place.changed('refs.bib');
      assert.ok((await rules()).includes('contradicted-claim'), `${length} bytes`);
    }
    place.write('refs.bib', BIB);
    place.changed('refs.bib');
    assert.deepEqual(await rules(), before);
  });

  it('may be replaced by a rename, by a folder, or by what is no text', async () => {
    place.write('new.bib', BIB.replace('own2001', 'other2002'));
    renameSync(place.path('new.bib'), place.path('refs.bib'));
    place.changed('refs.bib');
    assert.ok((await rules()).includes('unknown-citation'));
    for (const make of [
      () => place.write('refs.bib/inner.bib', BIB),
      () => place.write('refs.bib', Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 256))),
    ]) {
      rmSync(place.path('refs.bib'), { recursive: true });
      make();
      place.changed('refs.bib');
      assert.ok((await rules()).includes('contradicted-claim'));
    }
  });

  it('may change while it is read', async () => {
    const asked = Array.from({ length: 40 }, (_, i) => {
      place.write('refs.bib', i % 2 ? BIB : BIB.slice(0, 20));
      place.changed('refs.bib');
      return rules();
    });
    for (const found of await Promise.all(asked)) assert.ok(found.includes('contradicted-claim'));
    place.write('refs.bib', BIB);
    place.changed('refs.bib');
    assert.ok(!(await rules()).includes('unknown-citation'));
  });
});

describe('an evidence pack in use', () => {
  let place: Place;
  const files = Object.entries(PACK_FILES);
  const fill = () => {
    for (const [name, text] of files) place.write(`pack/${name}`, text);
    for (const [name] of files) place.changed(`pack/${name}`);
  };
  beforeEach(() => {
    place = new Place();
    place.write('.caveatrc.yaml', 'packs: [pack]\n');
    fill();
  });
  afterEach(() => place.remove());
  const rules = () => place.rules('Allogeneic MSCs are immune-privileged.');

  it('may be half-written, file by file, and then whole', async () => {
    assert.deepEqual(await rules(), ['contradicted-claim']);
    for (const [name, text] of files) {
      for (const share of [0, 0.2, 0.5, 0.9]) {
        place.write(`pack/${name}`, text.slice(0, text.length * share));
        place.changed(`pack/${name}`);
        // Whatever of it can be used; nothing breaks.
        await rules();
      }
      fill();
      assert.deepEqual(await rules(), ['contradicted-claim'], name);
    }
  });

  it('may be deleted and come back', async () => {
    await rules();
    rmSync(place.path('pack'), { recursive: true });
    for (const [name] of files) place.changed(`pack/${name}`);
    assert.deepEqual(await rules(), []);
    assert.match(place.said(), /"pack" is no folder of an evidence pack inside this workspace/);
    fill();
    assert.deepEqual(await rules(), ['contradicted-claim']);
  });

  it('may be replaced by another one', async () => {
    await rules();
    const claims = 'claims/immunity.yaml';
    const reversed = (PACK_FILES[claims] ?? '')
      .replace('direction: present', 'direction: absent')
      .replace('can provoke', 'do not provoke')
      .replace('contradicted-by', 'x')
      .replace('consistent-with', 'contradicted-by')
      .replace('x:', 'consistent-with:');
    place.write(`pack/${claims}`, reversed);
    place.changed(`pack/${claims}`);
    assert.ok(!(await rules()).includes('contradicted-claim'));
    assert.deepEqual(await place.rules('Allogeneic MSCs are immunogenic.'), ['contradicted-claim']);
  });
});
