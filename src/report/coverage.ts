import type { Library } from '../bibliography/library';
import type { Evidence } from '../checks/evidence';
import type { Finding } from '../checks/types';
import { asList, isOutcome, type Claim, type Pack, type Reference } from '../evidence/types';
import type { LineIndex } from '../manuscript/lines';
import type { Manuscript, Statement } from '../manuscript/types';
import { matchClaims } from '../search/cite';
import { conceptsOf } from '../search/index';
import { tellingTerms } from '../search/query';
import { processTerm, tokenize } from '../search/terms';
import { claimsOf } from './claims';

/** A manuscript that was checked, whoever did it. */
export interface CheckedManuscript {
  readonly manuscript: Manuscript;
  readonly lines: LineIndex;
  /** Its bibliographies and the packs' references. */
  readonly library: Library;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** A statement that cites, or could. */
export interface PlacedStatement {
  readonly statement: Statement;
  /** Zero-based. */
  readonly line: number;
}

export interface CoveredSection {
  readonly title: string;
  /** Claims that the manuscript cites. */
  readonly cited: readonly Claim[];
  readonly missed: readonly Claim[];
}

/** What a manuscript takes from one review. */
export interface PackCoverage {
  readonly pack: Pack;
  readonly references: readonly {
    readonly reference: Reference;
    /** Zero-based. */
    readonly lines: readonly number[];
  }[];
  readonly sections: readonly CoveredSection[];
  /** Names of outcomes that several claims are about and none of which is cited. */
  readonly missedTopics: readonly string[];
}

export interface Coverage {
  readonly packs: readonly PackCoverage[];
  /** Sentences without a citation, with the citations that the evidence has for them. */
  readonly uncited: readonly (PlacedStatement & { readonly evidence: readonly string[] })[];
  readonly statements: number;
}

/** Of the claims that a statement's words fit, so many could be meant. */
const FITTING = 12;
/** The subject alone, which every sentence names, makes no claim the sentence's own. */
const SHARED = 2;
/** An outcome with fewer claims is no topic. */
const TOPIC = 3;
/** Shorter ones are labels and exclamations. */
const MIN_WORDS = 4;

/**
 * What of the loaded evidence a manuscript cites. A claim counts as cited where a statement cites a reference that
 * carries it and its words fit.
 */
export function coverageOf(checked: CheckedManuscript): Coverage {
  const { manuscript, lines, evidence, findings } = checked;
  const statements = manuscript.blocks
    .filter(({ kind }) => kind !== 'table-cell')
    .flatMap((block) => block.statements)
    .filter(({ text }) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= MIN_WORDS);
  const uncited = statements
    .filter(({ citations }) => citations.length === 0)
    .map((statement) => ({
      statement,
      line: lines.positionAt(statement.span.start).line,
      evidence: findings
        .filter(({ ruleId, span }) => ruleId === 'uncited-claim' && overlaps(span, statement.span))
        .flatMap(({ references }) => references),
    }));
  const cited = citedReferences(checked);
  const claims = citedClaims(checked);
  return {
    packs: evidence.packs.map((pack) => coverageOfPack(pack, cited, claims)),
    uncited,
    statements: statements.length,
  };
}

/** The packs' references that are cited, with the lines. */
function citedReferences({
  manuscript,
  lines: places,
  library,
}: CheckedManuscript): Map<Reference, number[]> {
  const cited = new Map<Reference, number[]>();
  for (const { key, span } of manuscript.citations) {
    const hit = library.get(key);
    const reference = hit && library.packReference(hit.reference);
    if (!reference) continue;
    const { line } = places.positionAt(span.start);
    const known = cited.get(reference) ?? [];
    if (!known.includes(line)) cited.set(reference, [...known, line]);
  }
  return cited;
}

function citedClaims({ manuscript, library, evidence }: CheckedManuscript): Set<Claim> {
  const found = new Set<Claim>();
  for (const { text, citations } of manuscript.blocks.flatMap((block) => block.statements)) {
    const carried = citations.flatMap(({ key }) => {
      const hit = library.get(key);
      const reference = hit && library.packReference(hit.reference);
      return reference ? claimsOf(reference, evidence) : [];
    });
    if (carried.length === 0) continue;
    const fitting = fittingClaims(text, evidence);
    const spoken = { words: wordsOf(text), concepts: conceptsIn(text, evidence) };
    for (const { pack, claim } of carried) {
      if (found.has(claim) || !fitting.has(`${pack.manifest.id}/claim/${claim.id}`)) continue;
      const words = shared(spoken.words, wordsOf(claim.statement));
      const concepts = shared(spoken.concepts, conceptsIn(claim.statement, evidence));
      if (Math.max(words, concepts) >= SHARED) found.add(claim);
    }
  }
  return found;
}

/** Document ids of the claims that fit a sentence's words. */
function fittingClaims(text: string, { index }: Evidence): Set<string> {
  const terms = tellingTerms(text, index);
  return new Set(terms.length === 0 ? [] : matchClaims(index, terms, FITTING).map(([id]) => id));
}

function wordsOf(text: string): Set<string> {
  return new Set(tokenize(text).flatMap((word) => processTerm(word) ?? []));
}

function conceptsIn(text: string, { vocabulary }: Evidence): Set<string> {
  return new Set(conceptsOf(text, vocabulary));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((one) => b.has(one)).length;
}

function coverageOfPack(
  pack: Pack,
  cited: ReadonlyMap<Reference, readonly number[]>,
  claims: ReadonlySet<Claim>,
): PackCoverage {
  const references = pack.references.flatMap((reference) => {
    const lines = cited.get(reference);
    return lines ? [{ reference, lines }] : [];
  });
  const sections = pack.manifest.sections.map(({ id, title }) => {
    const all = pack.claims.filter(({ section }) => section === id);
    return {
      title,
      cited: all.filter((claim) => claims.has(claim)),
      missed: all.filter((claim) => !claims.has(claim)),
    };
  });
  return { pack, references, sections, missedTopics: missedTopics(pack, claims) };
}

function missedTopics(pack: Pack, claims: ReadonlySet<Claim>): string[] {
  const counts = new Map<string, { all: number; cited: number }>();
  for (const claim of pack.claims) {
    for (const outcome of asList(claim.outcome)) {
      const count = counts.get(outcome) ?? { all: 0, cited: 0 };
      counts.set(outcome, {
        all: count.all + 1,
        cited: count.cited + (claims.has(claim) ? 1 : 0),
      });
    }
  }
  return pack.concepts
    .filter(isOutcome)
    .filter(({ id }) => (counts.get(id)?.all ?? 0) >= TOPIC && counts.get(id)?.cited === 0)
    .sort((a, b) => (counts.get(b.id)?.all ?? 0) - (counts.get(a.id)?.all ?? 0))
    .map(({ id, names }) => names[0] ?? id);
}

function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}
