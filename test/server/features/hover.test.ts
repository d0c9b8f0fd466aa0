import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { referenceCard } from '../../../src/server/cards';
import { conceptCard } from '../../../src/server/concept-card';
import { hoverAt, type CardPlace } from '../../../src/server/features/hover';
import type { Settings } from '../../../src/server/settings';
import { shippedEvidence } from '../../support/shipped';
import { Workspace } from '../workspace';

/** What the hover at the `|` says, and the text it belongs to. */
async function hover(
  marked: string,
  files: Record<string, string> = {},
  settings: Partial<Settings> = {},
  place?: CardPlace,
) {
  const text = marked.replace('|', '');
  const workspace = new Workspace({ files, settings });
  const checked = await workspace.session.check(workspace.document(text));
  assert.ok(checked);
  const found = hoverAt(checked, marked.indexOf('|'), place);
  if (!found) return undefined;
  assert.ok(MarkupContent.is(found.contents) && found.range);
  const { lines } = checked.read;
  return {
    value: found.contents.value,
    on: text.slice(lines.offsetAt(found.range.start), lines.offsetAt(found.range.end)),
  };
}

describe('hover', () => {
  it('on a key tells the paper and what the review says of it', async () => {
    const card = await hover('MSCs act [see @huang2010|differentiation, p. 3].');
    assert.equal(card?.on, 'huang2010differentiation');
    assert.match(card.value, /^\*\*Huang et al\. 2010\*\* \\\[25\\\] · \*Circulation\*/);
    assert.match(card.value, /Differentiation of allogeneic/);
    assert.match(card.value, /\(https:\/\/doi\.org\/10\.1161\/CIRCULATIONAHA\.109\.898676\)/);
    assert.match(card.value, /What the review says\*\* \(Li 2021\)/);
    assert.match(card.value, /- Allogeneic MSCs can provoke .* \(\*supported\*\)/);
  });

  it('tells in what and how it was shown, and who else carries it', () => {
    const pack = shippedEvidence();
    const cardOf = (id: string) => {
      const reference = pack.packs[0]?.references.find((one) => one.id === id);
      return referenceCard(reference ?? { id, type: 'book' }, reference, pack);
    };
    const huang = cardOf('huang2010differentiation');
    assert.match(huang, /at high levels by day 14\. \(\*supported\*\) · rat, animal study\n/);
    assert.doesNotMatch(huang, /Also on this/);
    assert.match(cardOf('nauta2006donor'), /\nAlso on this: .*Schu et al\. 2012 \\\[23\\\]/);
  });

  it("on the writer's own key tells the same", async () => {
    const files = {
      'refs.bib': '@article{mine, title={My copy}, doi={10.1161/circulationaha.109.898676}}',
    };
    const card = await hover('---\nbibliography: refs.bib\n---\n\nMSCs act [@|mine].', files);
    assert.match(card?.value ?? '', /My copy[^]*What the review says/);
  });

  it('shows text of a bibliography as text', async () => {
    const files = { 'refs.bib': '@article{mine, title={[run](command:evil) <b>x</b>}}' };
    const card = await hover('---\nbibliography: refs.bib\n---\n\nMSCs act [@m|ine].', files);
    assert.match(card?.value ?? '', /\\\[run\\\]\(command\\:evil\) \\<b\\>/);
  });

  it('on a finding tells what the evidence says, how sure, with what caveat and on whose word', async () => {
    const card = await hover('Good day. Allogeneic MSCs are immune-|privileged.');
    assert.equal(card?.on, 'Allogeneic MSCs are immune-privileged.');
    assert.match(card.value, /What the evidence says\*\* \(Li 2021\)/);
    assert.match(card.value, /provoke an immune response against the donor\. \(\*supported\*\)/);
    assert.match(card.value, /\*Caveat:\* It depends on dose history/);
    assert.match(card.value, /Huang et al\. 2010 \\\[25\\\]/);
    assert.match(card.value, /\[contradicted-claim\]\(https:.*contradicted-claim\.md\)/);
  });

  it('says nothing elsewhere, nor on a key that nobody knows', async () => {
    assert.equal(await hover('Good d|ay. Allogeneic MSCs are immune-privileged.'), undefined);
    assert.match((await hover('MSCs act [@nob|ody].'))?.value ?? '', /in no bibliography/);
  });

  describe('on a concept', () => {
    const on = { hoverConcepts: true };

    it('says nothing unless the setting asks', async () => {
      const text = 'We gave allogeneic M|SCs to each.';
      assert.equal(await hover(text), undefined);
      assert.ok(await hover(text, {}, on));
    });

    it('tells its names, what it is a kind of, and which claims speak of it', async () => {
      const card = await hover('We gave allogeneic M|SCs to each.', {}, on);
      assert.equal(card?.on, 'MSCs');
      assert.match(card.value, /^\*\*mesenchymal stromal cell\*\* · cell\n/);
      assert.match(card.value, /\nAlso: mesenchymal stem cell, MSC\n/);
      assert.match(card.value, /\n\*\*2 claims speak of it\*\* \(Li 2021\)\n/);
      assert.match(card.value, /\n- Allogeneic MSCs can provoke .* \(\*supported\*\)/);
      const { packs, vocabulary } = shippedEvidence();
      const compound = conceptCard('allogeneic-msc', { packs, vocabulary });
      assert.match(compound ?? '', /\nBroader: allogeneic, mesenchymal stromal cell/i);
      assert.match(compound ?? '', /\[the claim in the evidence\]\(https:/);
    });

    it('leads to its claims where the client can show them', async () => {
      const place = { uri: 'file:///work/draft.md', commands: ['caveat.showEvidence'] };
      const card = await hover('Patients with l|upus got MSCs.', {}, on, place);
      assert.match(card?.value ?? '', /\[Show in the side bar\]\(command:caveat\.showEvidence\?/);
      assert.match(card?.value ?? '', /\*\*1 claim speaks of it\*\*/);
    });

    it('stands below the card of a finding around it', async () => {
      const card = await hover('Allogeneic M|SCs are immune-privileged.', {}, on);
      assert.equal(card?.on, 'MSCs');
      assert.match(card.value, /What the evidence says[^]*\n---\n\n\*\*mesenchymal stromal cell/);
    });

    it('gives way to the card of a citation', async () => {
      const card = await hover('MSCs act [@huang2010|differentiation].', {}, on);
      assert.match(card?.value ?? '', /^\*\*Huang et al/);
    });
  });
});
