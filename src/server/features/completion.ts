import {
  CompletionItemKind,
  InsertReplaceEdit,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type CompletionOptions,
  type Connection,
  type MarkupContent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { keyTriggers } from '../../manuscript/formats';
import { appendCommand, canAppend } from '../append';
import { rankCitations, type CitationChoice } from '../choices';
import { referenceCard } from '../cards';
import { breathe, throwIfCancelled } from '../clock';
import { citationAt, keyAt } from '../cursor';
import type { Documents } from '../documents';
import type { ReadManuscript } from '../manuscripts';
import type { Session } from '../session';

const LIMIT = 60;

export const completionCapabilities: CompletionOptions = {
  triggerCharacters: [...keyTriggers],
  resolveProvider: true,
  completionItem: { labelDetailsSupport: true },
};

/** What an item needs to be shown in full later. */
interface ItemData {
  readonly uri: string;
  readonly key: string;
}

/** Citations after `@`, ranked for the sentence. */
export function registerCompletion(
  connection: Connection,
  session: Session,
  documents: Documents,
  canReplace: () => boolean,
  commands: () => readonly string[],
): void {
  connection.onCompletion(
    async ({ textDocument, position }, token): Promise<CompletionList | null> => {
      const document = documents.get(textDocument.uri);
      // An entry of a bibliography begins with an `@` as well.
      if (!document || session.isBibliography(document)) return null;
      const context = await session.context(document);
      if (!context.settings.completion || context.settings.enable === 'off') return null;
      const text = document.getText();
      const offset = document.offsetAt(position);
      if (!keyAt(text, offset, context.reader)) return null;
      const read = await session.read(document);
      throwIfCancelled(token);
      if (!read) return null;
      const cursor = citationAt(text, offset, context.reader && read.reader, read);
      if (!cursor) return null;
      await breathe(token);
      const choices = rankCitations(read, cursor, LIMIT);
      return {
        // Ranked for this sentence and these letters: the next letter wants a new ranking.
        isIncomplete: true,
        items: choices.map((choice, rank) => {
          const item = toItem(choice, rank, document, cursor, canReplace());
          const isAppended = choice.isMissing && canAppend(read, commands());
          return isAppended
            ? { ...item, command: appendCommand(document.uri, [choice.key]) }
            : item;
        }),
      };
    },
  );
  connection.onCompletionResolve(async (item, token): Promise<CompletionItem> => {
    const { uri, key } = item.data as ItemData;
    const document = documents.get(uri);
    const read = document && (await session.read(document));
    throwIfCancelled(token);
    const documentation = read && documentationOf(read, key);
    return documentation ? { ...item, documentation } : item;
  });
}

/** One item. The client filters by `filterText`, cut at 128 characters, so it begins with what was typed. */
export function toItem(
  choice: CitationChoice,
  rank: number,
  document: TextDocument,
  cursor: { readonly typed: string; readonly start: number; readonly end: number },
  canReplace: boolean,
): CompletionItem {
  const start = document.positionAt(cursor.start);
  const insert = { start, end: document.positionAt(cursor.start + cursor.typed.length) };
  const replace = { start, end: document.positionAt(cursor.end) };
  return {
    label: choice.key,
    // Keys such as `differentPopulations` say little; the list shows author and year beside them.
    labelDetails: { detail: `  ${choice.label}`, description: choice.why },
    kind: CompletionItemKind.Reference,
    detail: choice.label,
    filterText: `${cursor.typed} ${choice.key}`.trim(),
    sortText: String(rank).padStart(4, '0'),
    textEdit: canReplace
      ? InsertReplaceEdit.create(choice.key, insert, replace)
      : { range: insert, newText: choice.key },
    data: { uri: document.uri, key: choice.key } satisfies ItemData,
  };
}

/** The card of a key: title, journal, and what the review says. */
export function documentationOf(
  { shelf, context }: ReadManuscript,
  key: string,
): MarkupContent | undefined {
  const { library } = shelf;
  const hit = library.get(key);
  if (!hit) return undefined;
  const evidence = context.state === 'checked' ? context.packs.evidence() : undefined;
  const value = referenceCard(hit.reference, library.packReference(hit.reference), evidence);
  return { kind: MarkupKind.Markdown, value };
}
