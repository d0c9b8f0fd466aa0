import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Pack } from '../../evidence/types';
import { doiUrl } from '../../report/markdown';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import type { Context, SourceText } from '../manuscripts';
import {
  METHODS,
  type PackInfo,
  type PackProblem,
  type PacksAnswer,
  type PacksParams,
} from '../protocol';
import type { Session } from '../session';
import type { DescribedSource } from '../stores/packs';
import { fileName } from '../uris';

/** `caveat/packs` and `caveat/reload`: what the list of packs shows. */
export function registerPacks(
  connection: Connection,
  session: Session,
  documents: Documents,
  reload: () => void,
): void {
  connection.onRequest(
    METHODS.packs,
    async ({ uri }: PacksParams, token: CancellationToken): Promise<PacksAnswer> => {
      const first = uri === undefined ? undefined : documents.get(uri);
      const others = documents.all().filter((document) => document !== first);
      const manuscripts = [...(first ? [first] : []), ...others].filter(
        (document) => !session.isBibliography(document),
      );
      const packs = await packsOf(session, manuscripts);
      throwIfCancelled(token);
      return { packs };
    },
  );
  connection.onRequest(METHODS.reload, (): null => {
    reload();
    return null;
  });
}

/**
 * The packs of the workspace and of some manuscripts, each once. Where manuscripts differ in what is switched off, the
 * first one counts.
 */
export async function packsOf(
  session: Session,
  manuscripts: readonly SourceText[],
): Promise<PackInfo[]> {
  const found = new Map<string, PackInfo>();
  for (const document of [...manuscripts, undefined]) {
    const { context, sources } = await session.packSources(document);
    for (const info of sources.flatMap((source) => infosOf(source, context))) {
      const key = `${info.folder ?? info.from} ${info.id ?? ''}`;
      if (!found.has(key)) found.set(key, info);
    }
  }
  return [...found.values()];
}

function infosOf(described: DescribedSource, context: Context): PackInfo[] {
  const { source, packs, isMissing } = described;
  const problems = described.problems.map(toWire);
  if (source === 'shipped')
    return packs.map((pack) => ({ ...infoOf(pack, context), from: 'shipped', problems: [] }));
  const { config, effective } = context;
  const place = {
    from: effective.packsFrom,
    folder: source.folder,
    ...(config && { config: config.uri }),
  };
  const name = fileName(source.folder.replace(/\/$/, ''));
  if (isMissing) return [{ ...EMPTY, ...place, title: name, problems: [missing(name, context)] }];
  const [pack] = packs;
  return [
    pack
      ? { ...infoOf(pack, context), ...place, problems }
      : { ...EMPTY, ...place, title: name, problems },
  ];
}

const EMPTY = { claims: 0, references: 0, concepts: 0 } as const;

function infoOf(
  { manifest, claims, references, concepts }: Pack,
  { settings, config }: Context,
): Omit<PackInfo, 'from' | 'problems'> {
  const { id, title, version } = manifest;
  const review = doiUrl(manifest.review.DOI);
  const disabledBy = config?.config.disabledPacks?.includes(id)
    ? 'file'
    : settings.disabledPacks.includes(id)
      ? 'settings'
      : undefined;
  return {
    id,
    title,
    version,
    claims: claims.length,
    references: references.length,
    concepts: concepts.length,
    ...(review !== undefined && { review }),
    ...(disabledBy && { disabledBy }),
    ...(config && { config: config.uri }),
  };
}

function missing(name: string, { config, effective }: Context): PackProblem {
  const message = `"${name}" is no folder of an evidence pack inside this workspace; mend the path, or add the pack there.`;
  const isNamed = config !== undefined && effective.packsFrom === 'file';
  const index = effective.packs.findIndex((path) => path.replace(/\/$/, '').endsWith(name));
  const range = isNamed ? config.rangeOf(['packs', index]) : undefined;
  return {
    uri: isNamed ? config.uri : '',
    severity: 'error',
    message,
    ...(range && { range }),
  };
}

function toWire({
  path,
  range,
  severity,
  message,
}: DescribedSource['problems'][number]): PackProblem {
  return { uri: path, severity, message, ...(range && { range }) };
}
