import type { CancellationToken, Connection } from 'vscode-languageserver';
import { referenceLabel, referenceLine } from '../../bibliography/render';
import type { Evidence } from '../../checks/evidence';
import type { Claim, Pack, Reference } from '../../evidence/types';
import { citeSentence } from '../../search/cite';
import { searchEvidence } from '../../search/search';
import type { SearchResult } from '../../search/types';
import { readerFor } from '../../manuscript/formats';
import { LineIndex } from '../../manuscript/lines';
import type { Manuscript, ManuscriptReader } from '../../manuscript/types';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import type { ReadManuscript } from '../manuscripts';
import { doiUrl } from '../markdown';
import { METHODS, type SearchAnswer, type SearchHit, type SearchParams } from '../protocol';
import type { Session } from '../session';

const DEFAULT_LIMIT = 30;

/** `caveat/search`: what the QuickPick shows. */
export function registerSearch(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onRequest(
    METHODS.search,
    async (params: SearchParams, token: CancellationToken): Promise<SearchAnswer> => {
      const document = params.uri === undefined ? undefined : documents.get(params.uri);
      const evidence = await session.evidence(document);
      const read = document && (await session.read(document));
      throwIfCancelled(token);
      return { results: findHits(evidence, params, read) };
    },
  );
}

/** Searches the evidence; results are cited with the keys and in the syntax of the manuscript, where there is one. */
export function findHits(
  evidence: Evidence,
  params: SearchParams,
  read?: ReadManuscript,
): SearchHit[] {
  return find(evidence, params, read?.manuscript).flatMap(
    (hit) => toHit(hit, evidence, read) ?? [],
  );
}

/** What was typed; with nothing typed, references for the sentence at the cursor. */
function find(
  evidence: Evidence,
  params: SearchParams,
  manuscript: Manuscript | undefined,
): SearchResult[] {
  const { query, position, kind = 'all', limit = DEFAULT_LIMIT } = params;
  if (query.trim() !== '') return searchEvidence(evidence.index, query, { kind, limit });
  if (!manuscript || !position) return [];
  const offset = new LineIndex(manuscript.source).offsetAt(position);
  const statement = manuscript.blocks
    .flatMap(({ statements }) => statements)
    .find(({ span }) => span.start <= offset && offset <= span.end);
  return statement ? citeSentence(evidence.index, statement.text, { limit }) : [];
}

/** A result with all that a list shows of it. */
function toHit(
  result: SearchResult,
  evidence: Evidence,
  read?: ReadManuscript,
): SearchHit | undefined {
  const pack = evidence.packs.find(({ manifest }) => manifest.id === result.pack);
  const reader = read?.reader ?? readerFor({ languageId: 'markdown' });
  if (!pack || !reader) return undefined;
  if (result.kind === 'claim') {
    const claim = pack.claims.find(({ id }) => id === result.id);
    return claim && claimHit(claim, pack, reader, read);
  }
  const reference = pack.references.find(({ id }) => id === result.id);
  return reference && referenceHit(reference, reader, read);
}

function claimHit(
  claim: Claim,
  pack: Pack,
  reader: ManuscriptReader,
  read?: ReadManuscript,
): SearchHit {
  const carriers = pack.references.filter(
    ({ 'citation-number': n }) => n !== undefined && claim.references.includes(n),
  );
  const section = pack.manifest.sections.find(({ id }) => id === claim.section)?.title;
  const labels = carriers.slice(0, 3).map(referenceLabel).join(', ');
  const [first] = carriers;
  const keys = carriers.map((reference) => keyOf(reference, read));
  return {
    kind: 'claim',
    id: claim.id,
    title: claim.statement,
    detail: [claim.certainty, section, labels].filter(Boolean).join('; '),
    statement: [claim.statement, claim.caveat].filter(Boolean).join(' '),
    ...(keys.length > 0 && { citation: reader.cite(keys, read?.manuscript), keys }),
    ...urlOf(first),
  };
}

function referenceHit(
  reference: Reference,
  reader: ManuscriptReader,
  read?: ReadManuscript,
): SearchHit {
  const key = keyOf(reference, read);
  const number = reference['citation-number'];
  const label = `${referenceLabel(reference)}${number === undefined ? '' : ` [${number}]`}`;
  return {
    kind: 'reference',
    id: reference.id,
    title: reference.title ?? reference.id,
    detail: [label, reference['container-title']].filter(Boolean).join(', '),
    statement: referenceLine(reference),
    citation: reader.cite([key], read?.manuscript),
    keys: [key],
    ...urlOf(reference),
  };
}

function urlOf(reference: Reference | undefined): Pick<SearchHit, 'url'> {
  const url = doiUrl(reference?.DOI);
  return url === undefined ? {} : { url };
}

function keyOf(reference: Reference, read: ReadManuscript | undefined): string {
  return read?.shelf.keyOf(reference) ?? reference.id;
}
