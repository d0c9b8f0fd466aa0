import { SYMBOLS } from './characters';

const table = (pairs: string): ReadonlyMap<string, string> => {
  const words = pairs.split(/\s+/);
  return new Map(
    words.flatMap((word, i): [string, string][] =>
      i % 2 === 0 ? [[word, words[i + 1] ?? '']] : [],
    ),
  );
};

const prefixes = table(
  'femto f pico p nano n micro µ milli m centi c deci d deca da hecto h kilo k mega M giga G tera T',
);
/** siunitx's units, and the abbreviations it has for the common ones. */
const units = table(
  `metre m meter m gram g kilogram kg second s minute min hour h day d year a mole mol molar M litre L liter L
  kelvin K celsius °C degreeCelsius °C degree ° arcminute ′ percent % pascal Pa bar bar newton N joule J watt W
  volt V ampere A ohm Ω hertz Hz dalton Da electronvolt eV katal kat becquerel Bq gray Gy sievert Sv unit U IU IU
  cell cells cells cells mmHg mmHg dB dB decibel dB tesla T per / square ² cubic ³ squared ² cubed ³
  mg mg ug µg ng ng kg kg g g ml mL mL mL ul µL uL µL l L L L dl dL nm nm um µm mm mm cm cm m m km km s s ms ms h h
  mmol mmol umol µmol nmol nmol mol mol K K Pa Pa kPa kPa kDa kDa Hz Hz kHz kHz MHz MHz`,
);

/** A unit as it reads: `\milli\gram\per\kilo\gram` and `mg/kg` are both "mg/kg". */
export function unitText(unit: string): string {
  let text = '';
  let power = '';
  for (const [part] of unit.matchAll(/\\[A-Za-z]+|\\.|[^\\]/gs)) {
    const name = part.slice(1);
    if (!part.startsWith('\\'))
      text += /[{}\s]/.test(part) ? '' : (part.replace(/[.~]/, ' ') ?? '');
    else if (name === 'square' || name === 'cubic') power = units.get(name) ?? '';
    else if (name === 'per') text += '/';
    else {
      const prefix = prefixes.get(name);
      const known = prefix ?? units.get(name) ?? SYMBOLS.get(name) ?? (name.length > 1 ? name : '');
      text += name === '%' ? '%' : known;
      if (prefix === undefined) {
        text += power;
        power = '';
      }
    }
  }
  return text.replace(/\^(?=\d)/g, '^').trim();
}

/** A number of siunitx as it reads: `5e6` is "5 × 10^6". */
export function numberText(number: string): string {
  return number
    .trim()
    .replace(/\\pm|\+-/g, ' ± ')
    .replace(
      /\s*[eEdD]\s*([+-]?\d+)/,
      (_, exponent: string) => ` × 10^${exponent.replace('+', '')}`,
    )
    .replace(/^ × /, '')
    .replace(/\s*x\s*(?=\d)/g, ' × ')
    .replace(/[{}\\]/g, '');
}
