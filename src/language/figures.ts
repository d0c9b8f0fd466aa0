import type { Token } from './tokens';
import type { Figure } from './types';
import { lemma, lemmaSet } from './words';

const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    dozen: 12,
    hundred: 100,
    single: 1,
  }),
);
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
  }),
);
const FRACTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 50,
    third: 100 / 3,
    quarter: 25,
    fifth: 20,
    sixth: 100 / 6,
    tenth: 10,
  }),
);

/** Unit words to their canonical name, by stem. */
const UNITS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['%', ['%', 'percent', 'per-cent']],
      ['hours', ['hour', 'hours', 'h']],
      ['days', ['day', 'days']],
      ['weeks', ['week', 'weeks']],
      ['months', ['month', 'months', 'monthly']],
      ['years', ['year', 'years', 'yearly']],
      ['cells', ['cell', 'cells']],
      [
        'patients',
        [
          'patient',
          'patients',
          'participant',
          'subject',
          'individual',
          'people',
          'person',
          'case',
          'man',
          'men',
          'woman',
          'women',
          'child',
          'children',
          'boy',
          'girl',
          'volunteer',
          'recipient',
          'adult',
        ],
      ],
      ['animals', ['animal', 'mouse', 'mice', 'rat', 'rats', 'horse', 'pig', 'dog', 'rabbit']],
      ['samples', ['sample', 'samples', 'specimen']],
      ['infusions', ['infusion', 'injection', 'dose', 'administration']],
      ['trials', ['trial', 'trials', 'study', 'studies']],
      ['fold', ['fold', 'times']],
      ['groups', ['group', 'arm', 'level']],
      ['types', ['type', 'kind']],
      ['genes', ['gene']],
      ['processes', ['process', 'way']],
    ] as const
  ).flatMap(([unit, words]) =>
    words.map((word) => [word === '%' ? '%' : lemma(word), unit] as const),
  ),
);
const APPROXIMATE = lemmaSet(
  'about approximately roughly around nearly almost some circa ca up least most over under than',
);
/** "phase 2", "type 1", "Fig. 3" are names, not figures. */
const NAMED_BY_NUMBER = lemmaSet('type fig figure table ref no section covid il cd');
/** How many words may stand between a number and its unit ("12 refractory SLE patients"). */
const UNIT_REACH = 4;

/** Reads the figures of a sentence with their units. Linear in the number of tokens. */
export function readFigures(tokens: readonly Token[]): Figure[] {
  const figures: Figure[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const named = readNamed(tokens, i) ?? readCalendar(tokens, i);
    if (named) {
      figures.push(named);
      i = named.last;
      continue;
    }
    const number = readNumber(tokens, i);
    if (!number) continue;
    const ratio = readRatio(tokens, number);
    const unit = readUnit(tokens, ratio?.last ?? number.last, i);
    figures.push({
      value: number.value,
      ...(number.upper !== undefined && { upper: number.upper }),
      unit: number.unit ?? unit?.name ?? '',
      ...(ratio && { denominator: ratio.denominator }),
      approximate: APPROXIMATE.has(tokens[i - 1]?.stem ?? ''),
      first: i,
      numberLast: Math.max(number.last, ratio?.last ?? 0),
      last: Math.max(number.last, ratio?.last ?? 0, unit?.adjacent ? unit.last : 0),
    });
    i = Math.max(number.last, ratio?.last ?? 0);
  }
  return figures;
}

/** Things that are named by a number: "phase 1/2a", "class IV", "grade III to IV". */
const NAMES: ReadonlyMap<string, string> = new Map([
  [lemma('phase'), 'phase'],
  [lemma('class'), 'class'],
  [lemma('grade'), 'grade'],
]);
const ROMAN: ReadonlyMap<string, number> = new Map(
  Object.entries({ i: 1, ii: 2, iii: 3, iv: 4, v: 5 }),
);
const ORDINAL = /^([1-5]|iii|iv|ii|i|v)[ab]?$/i;

function readNamed(tokens: readonly Token[], at: number): Figure | undefined {
  const unit = NAMES.get(tokens[at]?.stem ?? '');
  const value = unit === undefined ? undefined : ordinal(tokens[at + 1]);
  if (unit === undefined || value === undefined) return undefined;
  const link = tokens[at + 2]?.text;
  const isRange = link === '/' || link === '-' || link === '–' || link === 'to' || link === 'or';
  // A slash inside a word leaves no token behind.
  const next = isRange ? at + 3 : at + 2;
  const upper = isRange || tokens[next]?.joined ? ordinal(tokens[next]) : undefined;
  const last = upper === undefined ? at + 1 : next;
  return {
    value,
    ...(upper !== undefined && upper > value && { upper }),
    unit,
    approximate: false,
    first: at,
    numberLast: last,
    last,
  };
}

const YEAR = /^((?:18|19|20)\d\d)(s?)$/;

/** "in 1995", "the 1970s". */
function readCalendar(tokens: readonly Token[], at: number): Figure | undefined {
  const text = tokens[at]?.text ?? '';
  // Most words are no year, and a look at one character tells.
  const found = text.startsWith('1') || text.startsWith('2') ? YEAR.exec(text) : undefined;
  if (!found || UNITS.has(tokens[at + 1]?.stem ?? '')) return undefined;
  return {
    value: Number(found[1]),
    unit: found[2] === 's' ? 'decade' : 'year',
    approximate: false,
    first: at,
    numberLast: at,
    last: at,
  };
}

function ordinal(token: Token | undefined): number | undefined {
  const found = token && ORDINAL.exec(token.text);
  const text = found?.[1]?.toLowerCase();
  return text === undefined ? undefined : (ROMAN.get(text) ?? Number(text));
}

interface ReadNumber {
  readonly value: number;
  readonly upper?: number;
  readonly unit?: string;
  readonly last: number;
}

function readNumber(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const fraction = readFraction(tokens, at);
  if (fraction) return fraction;
  const base = simpleNumber(tokens[at]);
  if (base === undefined) return undefined;
  // "phase 2", "type 1", "Fig. 3", "CXCR4" and the like are names.
  const previous = tokens[at - 1];
  const before = previous?.text === '.' ? tokens[at - 2] : previous;
  if (before && (NAMED_BY_NUMBER.has(before.stem) || (tokens[at]?.joined && before.isAbbreviation)))
    return undefined;
  let value = base;
  let last = at;
  const times = tokens[at + 1]?.text;
  if (times === '×' || times === 'x' || times === '·' || times === '*') {
    const power = /^10\^?[-−]?(\d+)$/.exec(tokens[at + 2]?.text ?? '');
    if (power) {
      value *= 10 ** Number(power[1]);
      last = at + 2;
      // "10^7" cut in two: 10 ^ 7
      if (tokens[last]?.text === '10' && tokens[last + 1]?.text === '^') {
        value = base * 10 ** Number(tokens[last + 2]?.text ?? 0);
        last += 2;
      }
    } else if (tokens[at + 2]?.text === '10' && tokens[at + 3]?.text === '^') {
      value *= 10 ** Number(tokens[at + 4]?.text ?? 0);
      last = at + 4;
    } else if (tokens[at + 2]?.text === '10') {
      value *= 10 ** Number(tokens[at + 3]?.text ?? 0);
      last = at + 3;
    }
  }
  let scale = SCALES.get(tokens[last + 1]?.text.toLowerCase() ?? '');
  while (scale !== undefined) {
    value *= scale;
    last++;
    scale = SCALES.get(tokens[last + 1]?.text.toLowerCase() ?? '');
  }
  const dash = tokens[last + 1]?.text;
  const upper =
    dash === '-' || dash === '–' || dash === 'to' ? simpleNumber(tokens[last + 2]) : undefined;
  if (upper !== undefined && upper > value) return { value, upper, last: last + 2 };
  return { value, last };
}

/** "half", "a third", "three quarters", "two thirds", "one in five". */
function readFraction(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const word = tokens[at]?.text.toLowerCase() ?? '';
  if (word === 'half' && tokens[at + 1]?.text === 'a') {
    const scale = SCALES.get(tokens[at + 2]?.text.toLowerCase() ?? '');
    if (scale !== undefined) return { value: scale / 2, last: at + 2 };
  }
  const half = FRACTIONS.get(word);
  const after = tokens[at + 1]?.stem ?? '';
  if (
    half !== undefined &&
    (word === 'half' || ['one', 'a'].includes(tokens[at - 1]?.text.toLowerCase() ?? ''))
  ) {
    return after === 'of' || word === 'half' ? { value: half, unit: '%', last: at } : undefined;
  }
  const count = simpleNumber(tokens[at]);
  if (count === undefined) return undefined;
  const part = FRACTIONS.get((tokens[at + 1]?.text.toLowerCase() ?? '').replace(/s$/, ''));
  if (part !== undefined && count < 10) return { value: count * part, unit: '%', last: at + 1 };
  const whole = tokens[at + 1]?.text === 'in' ? simpleNumber(tokens[at + 2]) : undefined;
  if (
    whole !== undefined &&
    whole > count &&
    whole <= 100 &&
    !UNITS.has(tokens[at + 3]?.stem ?? '')
  ) {
    return { value: (100 * count) / whole, unit: '%', last: at + 2 };
  }
  return undefined;
}

function simpleNumber(token: Token | undefined): number | undefined {
  if (!token) return undefined;
  if (token.kind === 'number') {
    const power = /^(\d+)\^(\d+)$/.exec(token.text);
    if (power) return Number(power[1]) ** Number(power[2]);
    const value = Number(token.text.replace(/,(?=\d{3}\b)/g, '').replace(',', '.'));
    return Number.isFinite(value) ? value : undefined;
  }
  return token.kind === 'word' ? WORDS.get(token.text.toLowerCase()) : undefined;
}

/** "12 of 13", "9/13", "4 out of 6". */
function readRatio(
  tokens: readonly Token[],
  number: ReadNumber,
): { denominator: number; last: number } | undefined {
  let next = number.last + 1;
  const link = tokens[next]?.text.toLowerCase();
  if (link === 'out' && tokens[next + 1]?.text === 'of') next += 2;
  else if (link === '/' || link === 'of') next += 1;
  else return undefined;
  if (tokens[next]?.stem === 'the' || tokens[next]?.stem === 'all') next++;
  const denominator = simpleNumber(tokens[next]);
  return denominator !== undefined && denominator >= number.value
    ? { denominator, last: next }
    : undefined;
}

function readUnit(
  tokens: readonly Token[],
  last: number,
  first: number,
): { name: string; last: number; adjacent: boolean } | undefined {
  // "week 14", "day 6", "month 12"
  const before = UNITS.get(tokens[first - 1]?.stem ?? '');
  if (before !== undefined && ['days', 'weeks', 'months', 'years'].includes(before)) {
    return { name: before, last, adjacent: false };
  }
  for (let i = last + 1; i <= last + UNIT_REACH; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === 'punctuation' && token.text !== '%') break;
    const unit = UNITS.get(token.text === '%' ? '%' : token.stem);
    if (unit !== undefined) {
      // "four dose levels" are groups.
      const next = UNITS.get(tokens[i + 1]?.stem ?? '');
      const name = unit === 'infusions' && next === 'groups' ? next : unit;
      return { name, last: i, adjacent: i === last + 1 };
    }
    if (token.kind === 'number' || token.stem === 'and' || token.stem === 'or') break;
  }
  return undefined;
}
