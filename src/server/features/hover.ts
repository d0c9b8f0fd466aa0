import { MarkupKind, type Connection, type Hover } from 'vscode-languageserver';
import { canAppend } from '../append';
import { findingCard, referenceCard } from '../cards';
import { throwIfCancelled } from '../clock';
import { conceptAt } from '../concept-at';
import { conceptCard, conceptName } from '../concept-card';
import type { Documents } from '../documents';
import { citationOf, entryPlace } from '../keys';
import type { Span } from '../../manuscript/types';
import type { Checked, ReadManuscript } from '../manuscripts';
import { commandLink, fileLink } from '../markdown';
import { COMMANDS } from '../protocol';
import type { Session } from '../session';

/** Hover on a citation's key, on a finding and, where the setting asks for it, on a concept. */
export function registerHover(
  connection: Connection,
  session: Session,
  documents: Documents,
  commands: () => readonly string[],
): void {
  connection.onHover(async ({ textDocument, position }, token): Promise<Hover | null> => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const { settings } = await session.context(document);
    if (!settings.hover) return null;
    const checked = await session.check(document);
    throwIfCancelled(token);
    if (!checked) return null;
    return hoverAt(checked, document.offsetAt(position), {
      uri: document.uri,
      commands: commands(),
    });
  });
}

/** Where a card is shown, for what can be done from it. */
export interface CardPlace {
  /** The manuscript's. */
  readonly uri: string;
  /** What the client can carry out. */
  readonly commands: readonly string[];
}

/** What is to be shown at an offset: the card of a citation, or that of a finding around it and of a concept in it. */
export function hoverAt(checked: Checked, offset: number, place?: CardPlace): Hover | null {
  const { read, evidence, findings } = checked;
  const { lines } = read;
  const { library } = read.shelf;
  const citation = citationOf(read, offset);
  const hit = citation && library.get(citation.key);
  if (citation && hit) {
    const known = library.packReference(hit.reference);
    const actions = place && cardActions(read, citation.key, place);
    const value = referenceCard(hit.reference, known, evidence, undefined, actions);
    return { contents: { kind: MarkupKind.Markdown, value }, range: lines.rangeOf(citation.span) };
  }
  const finding = findings
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  const concept = conceptHover(checked, offset, place);
  const span = concept?.span ?? finding?.span;
  if (!span) return null;
  const cards = [finding && findingCard(finding, evidence), concept?.card];
  const value = cards.filter((card) => card !== undefined).join('\n\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: lines.rangeOf(span) };
}

function conceptHover(
  { read, evidence }: Checked,
  offset: number,
  place: CardPlace | undefined,
): { readonly span: Span; readonly card: string } | undefined {
  if (!read.context.settings.hoverConcepts) return undefined;
  const concept = conceptAt(read.manuscript, offset, evidence.vocabulary);
  if (!concept) return undefined;
  const { showEvidence } = COMMANDS;
  const actions = place?.commands.includes(showEvidence)
    ? [commandLink('Show in the side bar', showEvidence, [conceptName(concept.id, evidence)])]
    : [];
  const card = conceptCard(concept.id, evidence, actions);
  return card === undefined ? undefined : { span: concept.span, card };
}

/** Copy the reference, go to its entry, or have the entry added. */
function cardActions(
  read: ReadManuscript,
  key: string,
  { uri, commands }: CardPlace,
): readonly string[] {
  const place = entryPlace(read, key);
  const offer = (title: string, command: string, args: readonly unknown[]) =>
    commands.includes(command) ? [commandLink(title, command, args)] : [];
  return [
    ...offer('Copy reference', COMMANDS.copyReference, [uri, key]),
    ...(place ? [fileLink('Go to entry', place.uri, place.range.start.line)] : []),
    ...(canAppend(read, commands) && read.shelf.missing(key)
      ? offer('Add to bibliography', COMMANDS.appendEntries, [uri, [key]])
      : []),
  ];
}
