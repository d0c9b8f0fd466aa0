import type { CancellationToken, Connection } from 'vscode-languageserver';
import { rankCitations, type CitationChoice } from '../choices';
import { citationEdit } from '../citation-text';
import { breathe, throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import type { ReadManuscript } from '../manuscripts';
import {
  METHODS,
  type CitationEditParams,
  type CitationHit,
  type CitationsAnswer,
  type CitationsParams,
  type WireEdit,
} from '../protocol';
import type { Session } from '../session';

/** How many references are proposed for the sentence. */
const FOR_SENTENCE = 8;
const DEFAULT_LIMIT = 300;

/** `caveat/citations` and `caveat/citationEdit`: choosing references, and writing the citation of what was chosen. */
export function registerCitations(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onRequest(
    METHODS.citations,
    async (params: CitationsParams, token: CancellationToken): Promise<CitationsAnswer> => {
      const document = documents.get(params.uri);
      const read = document && (await session.read(document));
      if (!read) return { forSentence: [], others: [] };
      await breathe(token);
      return findCitations(read, params);
    },
  );
  connection.onRequest(
    METHODS.citationEdit,
    async (params: CitationEditParams, token: CancellationToken): Promise<WireEdit | null> => {
      const document = documents.get(params.uri);
      const read = document && (await session.read(document));
      throwIfCancelled(token);
      if (!read) return null;
      const edit = citationEdit(read, read.lines.offsetAt(params.position), params);
      return edit ? { range: read.lines.rangeOf(edit.span), newText: edit.newText } : null;
    },
  );
}

/** With nothing typed, first what fits the sentence at the position, then everything that can be cited. */
export function findCitations(
  read: ReadManuscript,
  { position, typed, limit = DEFAULT_LIMIT }: Omit<CitationsParams, 'uri'>,
): CitationsAnswer {
  const offset = read.lines.offsetAt(position);
  const statement = read.manuscript.blocks
    .flatMap(({ statements }) => statements)
    .find(({ span }) => span.start <= offset && offset <= span.end);
  const sentence = statement?.text ?? '';
  const words = typed.trim();
  const forSentence =
    words === '' && sentence !== ''
      ? rankCitations(read, { typed: '', sentence, start: -1 }, FOR_SENTENCE)
      : [];
  const first = new Set(forSentence.map(({ key }) => key));
  const others = rankCitations(
    read,
    { typed: words, sentence: words === '' ? '' : sentence, start: -1 },
    limit + first.size,
  ).filter(({ key }) => !first.has(key));
  return { forSentence: forSentence.map(toHit), others: others.slice(0, limit).map(toHit) };
}

function toHit({ key, label, why, reference }: CitationChoice): CitationHit {
  return { key, label, why, title: reference.title ?? '' };
}
