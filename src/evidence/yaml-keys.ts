import { isScalar, type ParsedNode } from 'yaml';

/** Each key of a map is compared with each before it, which for a map of a million takes hours. */
const MAX_COMPARED = 20_000_000;

/** The YAML parser's `uniqueKeys`: tells two keys that are the same, until there were too many to compare. One a text. */
export class KeyComparison {
  private compared = 0;

  get isTooMuch(): boolean {
    return this.compared > MAX_COMPARED;
  }

  readonly isSame = (a: ParsedNode, b: ParsedNode): boolean =>
    // What is answered then does not count; it only ends the search.
    ++this.compared > MAX_COMPARED ||
    (isScalar(a) && isScalar(b) && typeof a.value === 'string' && a.value === b.value);
}
