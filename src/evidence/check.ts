import type { Problem } from './problem';
import { asList, exampleText, type Claim, type Concept, type Pack } from './types';
import type { SourceDocument } from './yaml';

/** Where an item of a pack stands: its file and its index in that file's list. */
export interface Located {
  readonly source: SourceDocument;
  readonly index: number;
}

export interface PackPlaces {
  readonly manifest: SourceDocument;
  /** Parallel to `pack.references`, `pack.concepts` and `pack.claims`. */
  readonly references: readonly Located[];
  readonly concepts: readonly Located[];
  readonly claims: readonly Located[];
}

/** A run of words longer than this in two claims is a copy, not two claims. */
const MAX_SHARED_WORDS = 25;

/**
 * What a schema cannot say: ids are unique, and every concept, reference and section that is named exists.
 * @returns the pack without the items that break these rules, and the problems
 */
export function checkPack(pack: Pack, places: PackPlaces): { pack: Pack; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (
    at: Located | undefined,
    field: readonly (string | number)[],
    message: string,
  ) => {
    const range = at?.source.rangeOf([at.index, ...field]);
    problems.push({
      severity: 'error',
      path: at?.source.path ?? places.manifest.path,
      message:
        field.length > 0
          ? `${field.filter((part) => typeof part === 'string').join('.')}: ${message}`
          : message,
      ...(range && { range }),
    });
  };

  const references = unique(
    pack.references,
    (r) => String(r['citation-number']),
    (index, number) =>
      report(
        places.references[index],
        ['citation-number'],
        `Reference number ${number} is used twice; give each its own.`,
      ),
  );
  unique(
    pack.references,
    (r) => r.id,
    (index, id) =>
      report(
        places.references[index],
        ['id'],
        `Citation key "${id}" is used twice; give each reference its own.`,
      ),
  );
  const concepts = unique(
    pack.concepts,
    (c) => c.id,
    (index, id) =>
      report(places.concepts[index], ['id'], `Concept "${id}" is defined twice; merge the two.`),
  );
  const claims = unique(
    pack.claims,
    (c) => c.id,
    (index, id) =>
      report(places.claims[index], ['id'], `Claim id "${id}" is used twice; rename one.`),
  );

  const conceptById = new Map(concepts.map((concept) => [concept.id, concept]));
  pack.concepts.forEach((concept, index) =>
    checkConcept(concept, conceptById, (field, message) =>
      report(places.concepts[index], field, message),
    ),
  );
  const numbers = new Set(references.map((reference) => reference['citation-number']));
  const sections = new Set(pack.manifest.sections.map((section) => section.id));
  const sound = new Set<Claim>();
  pack.claims.forEach((claim, index) => {
    const before = problems.length;
    checkClaim(claim, { conceptById, numbers, sections }, (field, message) =>
      report(places.claims[index], field, message),
    );
    if (problems.length === before) sound.add(claim);
  });
  reportCopies(pack.claims, (index, message) =>
    report(places.claims[index], ['statement'], message),
  );

  return {
    pack: { ...pack, references, concepts, claims: claims.filter((c) => sound.has(c)) },
    problems,
  };
}

type Report = (field: readonly (string | number)[], message: string) => void;

function checkConcept(concept: Concept, known: ReadonlyMap<string, Concept>, report: Report): void {
  (concept.broader ?? []).forEach((id, i) => {
    if (!known.has(id)) report(['broader', i], `No concept "${id}"; define it or mend the id.`);
  });
  const parts = concept.kind === 'outcome' ? [] : (concept.parts ?? []);
  parts.forEach((id, i) => {
    if (!known.has(id)) report(['parts', i], `No concept "${id}"; define it or mend the id.`);
  });
  if (
    concept.names.length === 0 &&
    parts.length === 0 &&
    !(concept.kind === 'outcome' && concept.poles)
  ) {
    report(
      ['names'],
      `Concept "${concept.id}" has neither names nor parts, so no text can mention it; add a name.`,
    );
  }
}

function checkClaim(
  claim: Claim,
  known: {
    conceptById: ReadonlyMap<string, Concept>;
    numbers: ReadonlySet<number | undefined>;
    sections: ReadonlySet<string>;
  },
  report: Report,
): void {
  if (!known.sections.has(claim.section)) {
    report(['section'], `No section "${claim.section}" in pack.yaml; add it there or mend the id.`);
  }
  if (claim.references.length === 0 && claim['said-by'] === undefined) {
    report(
      ['references'],
      'The claim has no reference; give its numbers, or `said-by: review` where the review itself says it.',
    );
  }
  claim.references.forEach((number, i) => {
    if (!known.numbers.has(number))
      report(['references', i], `No reference ${number} in references.json; mend the number.`);
  });
  const fields: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    ['intervention', claim.intervention],
    ['comparator', claim.comparator],
    ['outcome', claim.outcome],
    ['design', claim.design],
    ['route', claim.route],
  ];
  for (const [field, value] of fields) {
    for (const id of asList(value)) {
      const concept = known.conceptById.get(id);
      if (!concept)
        report([field], `No concept "${id}"; define it in concepts.yaml or mend the id.`);
      else if (field === 'outcome' && concept.kind !== 'outcome') {
        report(
          [field],
          `"${id}" is a ${concept.kind}, not an outcome; name what the claim says of it.`,
        );
      }
    }
  }
  for (const [facet, ids] of Object.entries(claim.population ?? {})) {
    for (const id of (ids ?? []) as readonly string[]) {
      if (!known.conceptById.has(id)) {
        report(
          ['population', facet],
          `No concept "${id}"; define it in concepts.yaml or mend the id.`,
        );
      }
    }
  }
  const seen = new Set<string>();
  for (const field of ['contradicted-by', 'consistent-with', 'needs-caveat'] as const) {
    (claim[field] ?? []).forEach((example, i) => {
      const text = exampleText(example);
      if (seen.has(text))
        report([field, i], `The sentence stands twice in this claim; remove one.`);
      seen.add(text);
    });
  }
}

/** Keeps the first of each key and reports the others. */
function unique<T>(
  items: readonly T[],
  key: (item: T) => string,
  report: (index: number, key: string) => void,
): T[] {
  const seen = new Set<string>();
  return items.filter((item, index) => {
    const id = key(item);
    if (seen.has(id)) {
      report(index, id);
      return false;
    }
    seen.add(id);
    return true;
  });
}

function reportCopies(
  claims: readonly Claim[],
  report: (index: number, message: string) => void,
): void {
  const first = new Map<string, string>();
  claims.forEach((claim, index) => {
    const words = claim.statement.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = new Set<string>();
    for (let i = 0; i + MAX_SHARED_WORDS < words.length; i++) {
      runs.add(words.slice(i, i + MAX_SHARED_WORDS + 1).join(' '));
    }
    const copied = [...runs].map((run) => first.get(run)).find((id) => id !== undefined);
    if (copied !== undefined) {
      report(
        index,
        `More than ${MAX_SHARED_WORDS} words in a row stand in claim "${copied}" too; say it anew.`,
      );
    }
    for (const run of runs) if (!first.has(run)) first.set(run, claim.id);
  });
}
