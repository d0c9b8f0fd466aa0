import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type PrepareRenameResult,
  type RenameOptions,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { keyMentions, keyPlace } from '../../bibliography/key-places';
import { LineIndex } from '../../manuscript/lines';
import type { Documents } from '../documents';
import type { KeyAt, ReadFile } from '../keys';
import type { ReadManuscript } from '../manuscripts';
import { keyAtPlace, manuscriptsCiting, type Citing } from '../occurrences';
import type { Session } from '../session';
import { fileName } from '../uris';

export const renameCapabilities: RenameOptions = { prepareProvider: true };

/** Renames a citation key in its entry and wherever the workspace's manuscripts cite it. */
export function registerRename(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onPrepareRename(
    async ({ textDocument, position }): Promise<PrepareRenameResult | null> => {
      const document = documents.get(textDocument.uri);
      const subject = document && (await findSubject(session, document, position));
      return subject ? { range: subject.at.range, placeholder: subject.at.key } : null;
    },
  );
  connection.onRenameRequest(
    async ({ textDocument, position, newName }, token): Promise<WorkspaceEdit | null> => {
      const document = documents.get(textDocument.uri);
      const subject = document && (await findSubject(session, document, position));
      if (!subject) return null;
      return rename(session, documents, subject, newName.trim().replace(/^@/, ''), token);
    },
  );
}

interface Subject {
  readonly at: KeyAt;
  /** The bibliography that has the key. */
  readonly file: ReadFile;
}

/** @throws ResponseError where the key at the position has no entry that could be renamed with it */
async function findSubject(
  session: Session,
  document: TextDocument,
  position: { readonly line: number; readonly character: number },
): Promise<Subject | undefined> {
  const found = await keyAtPlace(session, document, document.offsetAt(position));
  if (!found) return undefined;
  const { at, read } = found;
  const file = found.file ?? (read && fileOf(read, at));
  if (file) return { at, file };
  throw refusal(
    at.source === undefined
      ? `"${at.key}" is in no bibliography of this manuscript; correct it, or add its entry, first.`
      : `"${at.key}" comes with the evidence; add its entry to a bibliography to give it a key of your own.`,
  );
}

function fileOf({ linked, shelf }: ReadManuscript, { key }: KeyAt): ReadFile | undefined {
  const hit = shelf.library.get(key);
  for (const { loaded } of linked) {
    if ('bibliography' in loaded && hit?.entry && loaded.bibliography.path === hit.source)
      return loaded;
  }
  return undefined;
}

async function rename(
  session: Session,
  documents: Documents,
  { at, file: { bibliography, text } }: Subject,
  newKey: string,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const { key } = at;
  const entry = bibliography.entries.get(key);
  const place = entry && keyPlace(text, entry, key);
  if (!place) throw refusal(`The entry of "${key}" is written in a way that cannot be renamed.`);
  if (newKey === key) return { changes: {} };
  if (!/^[^\s{}"#%,\\'()=~@[\]]+$/.test(newKey))
    throw refusal(
      `"${newKey}" cannot be a key; use letters, digits and one of - _ : . between them.`,
    );
  if (bibliography.entries.has(newKey))
    throw refusal(`"${newKey}" is the key of another entry; choose one that is free.`);

  const changes: Record<string, TextEdit[]> = {};
  const citing = await manuscriptsCiting(session, documents, at, token);
  for (const one of citing) changes[one.uri] = renamed(one, key, newKey);
  const lines = new LineIndex(text);
  changes[bibliography.path] = [place, ...keyMentions(text, key)].map((span) => ({
    range: lines.rangeOf(span),
    newText: newKey,
  }));
  return { changes };
}

/** @throws ResponseError where the new key means something else there, or would not be read as one where it stands */
function renamed({ read }: Citing, key: string, newKey: string): TextEdit[] {
  const { reader, manuscript, shelf, lines, place } = read;
  if (shelf.library.get(newKey)?.entry)
    throw refusal(`"${newKey}" is the key of another entry for ${fileName(place)}.`);
  const spans = manuscript.citations
    .filter((citation) => citation.key === key)
    .map(({ span }) => span);
  let source = manuscript.source;
  for (const { start, end } of [...spans].reverse())
    source = source.slice(0, start) + newKey + source.slice(end);
  const before = manuscript.citations.filter((citation) => citation.key === newKey).length;
  const after = reader.read(source).citations.filter((citation) => citation.key === newKey).length;
  if (after !== before + spans.length) {
    throw refusal(
      `"${newKey}" cannot be cited in ${fileName(place)}; use letters and digits, and - _ : . between them.`,
    );
  }
  return spans.map((span) => ({ range: lines.rangeOf(span), newText: newKey }));
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
