import assert from 'node:assert/strict';
import { readAbbreviations } from '../../src/language/abbreviations';
import { lastPair } from '../../src/language/pair';
import { NO_CONTEXT, readStatement } from '../../src/language/read';
import type { Context } from '../../src/language/types';
import { shippedEvidence } from '../support/shipped';

const { vocabulary } = shippedEvidence();
const read = (text: string, context: Context = NO_CONTEXT) =>
  readStatement(text, vocabulary, context);
const named = (text: string, context?: Context) => [...read(text, context).concepts];

describe('what a manuscript has said before', () => {
  it('defines abbreviations for the rest of it', () => {
    const abbreviations = readAbbreviations([
      read('Diabetic foot ulcers heal slowly; bullosis diabeticorum (BD) is rare.'),
    ]);
    assert.ok(!named('BD healed.').includes('bullosis-diabeticorum'));
    const concepts = named('BD healed.', { ...NO_CONTEXT, abbreviations });
    assert.deepEqual(concepts, abbreviations.get('BD'));
    assert.ok(concepts.length > 0);
  });

  it('does not take any capitals in brackets for an abbreviation', () => {
    assert.equal(readAbbreviations([read('Patients with lupus (UK) were treated.')]).size, 0);
  });

  it('says what the former and the latter are, in one sentence', () => {
    const { mentions, tokens } = read(
      'Allogeneic and autologous MSCs differ: the latter are not rejected.',
    );
    const latter = mentions.find(({ first }) => tokens[first]?.text === 'latter');
    assert.ok(latter && vocabulary.closure(latter.concept).has('autologous'), latter?.concept);
  });

  it('says what the former and the latter are, from the sentence before', () => {
    const pair = lastPair(
      read('Allogeneic and autologous MSCs were compared.').mentions,
      vocabulary,
    );
    assert.ok(pair);
    const { mentions } = read('The former were superior.', { ...NO_CONTEXT, pair });
    assert.deepEqual(
      mentions.map(({ concept }) => concept).filter((id) => id === pair[0]),
      [pair[0]],
    );
  });

  it('tells which figure belongs to what, respectively', () => {
    const { figures } = read(
      'In mild and severe ARDS, 34.9% and 46.1% of patients die, respectively.',
    );
    const of = figures.map((figure) => figure.of);
    assert.equal(new Set(of).size, 2);
    assert.ok(of.every((id) => id !== undefined));
    const without = read('In mild and severe ARDS, 34.9% and 46.1% of patients die.').figures;
    assert.ok(without.every((figure) => figure.of === undefined));
  });
});
