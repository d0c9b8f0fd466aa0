import type { CancellationToken, Connection } from 'vscode-languageserver';
import { referenceLine } from '../../bibliography/render';
import type { Evidence } from '../../checks/evidence';
import { isChoice } from '../../map/choice';
import { evidenceMap } from '../../map/evidence-map';
import { DEFAULT_CHOICE, type EvidenceMap, type MapChoice } from '../../map/types';
import { throwIfCancelled } from '../clock';
import { coverageOf } from '../coverage';
import type { Documents } from '../documents';
import type { Checked } from '../manuscripts';
import { METHODS, type MapAnswer, type MapParams } from '../protocol';
import type { Session } from '../session';

/** `caveat/map`: what the evidence map's page draws. */
export function registerMap(connection: Connection, session: Session, documents: Documents): void {
  connection.onRequest(
    METHODS.map,
    async (params: MapParams, token: CancellationToken): Promise<MapAnswer> => {
      const document = params.uri === undefined ? undefined : documents.get(params.uri);
      const evidence = await session.evidence(document);
      const checked = document && (await session.check(document));
      throwIfCancelled(token);
      return mapAnswer(evidence, params, checked);
    },
  );
}

/** The map of the loaded packs. @param checked the manuscript that is laid over it */
export function mapAnswer(evidence: Evidence, choice: MapChoice, checked?: Checked): MapAnswer {
  const { rows, columns } = isChoice(choice) ? choice : DEFAULT_CHOICE;
  const map = evidenceMap(evidence.packs, { rows, columns });
  return {
    map,
    title: evidence.packs.map(({ manifest }) => manifest.title).join('; '),
    source: evidence.packs
      .map(({ manifest }) => `${referenceLine(manifest.review)} (${manifest.licence})`)
      .join('; '),
    ...(checked && { cited: citedIn(map, checked) }),
  };
}

function citedIn(map: EvidenceMap, checked: Checked): NonNullable<MapAnswer['cited']> {
  const claims = new Set<string>();
  const references = new Set<string>();
  for (const { pack, sections, references: cited } of coverageOf(checked).packs) {
    const { id } = pack.manifest;
    for (const claim of sections.flatMap((section) => section.cited))
      claims.add(placeOf(id, claim.id));
    for (const { reference } of cited) references.add(placeOf(id, reference.id));
  }
  return {
    claims: indexesIn(map.claims, claims),
    references: indexesIn(map.references, references),
  };
}

function indexesIn(
  all: readonly { readonly pack: string; readonly id: string }[],
  wanted: ReadonlySet<string>,
): number[] {
  return all.flatMap(({ pack, id }, index) => (wanted.has(placeOf(pack, id)) ? [index] : []));
}

function placeOf(pack: string, id: string): string {
  return `${pack}/${id}`;
}
