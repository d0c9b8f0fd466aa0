import type { Quantity } from '../evidence/types';
import type { Figure, Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import type { ClaimProfile } from './profile';
import { TOLERANCE } from './quantities';

/** How a sentence's figures stand to a claim's. */
export interface FigureComparison {
  /** A figure of the same kind as one of the claim's differs from all of them. */
  readonly wrong: boolean;
  readonly right: boolean;
  /** The figure that differs and what the claim has instead. */
  readonly mismatch?: { readonly figure: Figure; readonly expected: Quantity };
}

const DAYS: Readonly<Record<string, number>> = {
  hours: 1 / 24,
  days: 1,
  weeks: 7,
  months: 30.44,
  years: 365.25,
};
const TOLERANCE_ABOUT = 0.12;

/**
 * Compares the figures of a sentence with those of a claim, unit by unit.
 * @param alsoRight figures of other claims that the sentence speaks of, as of the other references that it cites
 */
export function compareFigures(
  reading: Reading,
  profile: ClaimProfile,
  vocabulary: Vocabulary,
  alsoRight: readonly Quantity[] = [],
): FigureComparison {
  const { quantities } = profile;
  const neighbours = [...profile.neighbours, ...alsoRight];
  let right = false;
  let mismatch: FigureComparison['mismatch'];
  for (const figure of reading.figures) {
    if (isOfAnother(figure, profile, vocabulary)) continue;
    const same = quantities.filter(
      (quantity) => unitOf(quantity.unit) === unitOf(figure.unit) || isShare(quantity, figure),
    );
    if (same.length === 0) continue;
    if (same.some((quantity) => isSame(figure, quantity))) right = true;
    else if (!mismatch && same[0] && !neighbours.some((quantity) => isSame(figure, quantity))) {
      mismatch = { figure, expected: same[0] };
    }
  }
  return { wrong: mismatch !== undefined, right, ...(mismatch && { mismatch }) };
}

/** "12% and 30%, respectively": the figure belongs to something else than the claim is about. */
function isOfAnother(figure: Figure, profile: ClaimProfile, vocabulary: Vocabulary): boolean {
  if (figure.of === undefined) return false;
  const kind = vocabulary.kind(figure.of);
  if (kind === undefined || kind === 'outcome') return false;
  const bound = profile.facets.get(kind) ?? [];
  return bound.length > 0 && !bound.some((id) => vocabulary.compatible(id, figure.of ?? ''));
}

/** Times have one kind of unit; what is counted has its own. */
function unitOf(unit: string): string {
  if (unit in DAYS) return 'time';
  if (
    /^(patients?|participants?|subjects?|individuals?|people|children|women|men|cases)$/.test(unit)
  )
    return 'patients';
  if (/^(percent|per cent|%)$/.test(unit)) return '%';
  if (/^(million cells|cells|cells\/kg)$/.test(unit)) return 'cells';
  if (/^(injections?|infusions?|doses?)$/.test(unit)) return 'infusions';
  if (/^(dose groups|groups|arms|control arms?)$/.test(unit)) return 'groups';
  if (/^types\b/.test(unit)) return 'types';
  if (/^(year|decade)$/.test(unit)) return 'calendar';
  return unit;
}

function isShare(quantity: Quantity, figure: Figure): boolean {
  return (
    figure.denominator !== undefined &&
    (quantity.unit === '%' || quantity.denominator !== undefined)
  );
}

function isSame(figure: Figure, quantity: Quantity): boolean {
  const tolerance =
    quantity.approximation !== undefined || figure.approximate ? TOLERANCE_ABOUT : TOLERANCE;
  const near = (a: number, b: number) =>
    Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-9);
  const [low, high] =
    typeof quantity.value === 'number' ? [quantity.value, quantity.value] : quantity.value;
  if (unitOf(figure.unit) !== unitOf(quantity.unit) && figure.denominator === undefined)
    return false;
  const scaleFigure = DAYS[figure.unit] ?? 1;
  const scaleQuantity = DAYS[quantity.unit] ?? (quantity.unit === 'million cells' ? 1e6 : 1);
  if (figure.denominator !== undefined) {
    if (quantity.denominator !== undefined) {
      return (
        near(figure.value, quantity.numerator ?? low) &&
        near(figure.denominator, quantity.denominator)
      );
    }
    return quantity.unit === '%' && near((100 * figure.value) / figure.denominator, low);
  }
  if (unitOf(quantity.unit) === 'calendar') return isSameDate(figure, quantity);
  const value = figure.value * scaleFigure;
  const candidates = [low * scaleQuantity, high * scaleQuantity];
  if (quantity.numerator !== undefined) candidates.push(quantity.numerator);
  if (quantity.denominator !== undefined) candidates.push(quantity.denominator);
  if (
    figure.unit === '%' &&
    quantity.denominator !== undefined &&
    quantity.numerator !== undefined
  ) {
    candidates.push((100 * quantity.numerator) / quantity.denominator);
  }
  const inside =
    value >= Math.min(...candidates.slice(0, 2)) && value <= Math.max(...candidates.slice(0, 2));
  return (
    inside ||
    candidates.some((candidate) => near(value, candidate)) ||
    (figure.upper !== undefined && near(figure.upper * scaleFigure, high * scaleQuantity))
  );
}

/** Any year of a decade is in it. */
function isSameDate(figure: Figure, { value, unit }: Quantity): boolean {
  const [low] = typeof value === 'number' ? [value] : value;
  const isDecade = unit === 'decade' || figure.unit === 'decade';
  const start = (year: number) => (isDecade ? Math.floor(year / 10) : year);
  return start(figure.value) === start(low);
}
