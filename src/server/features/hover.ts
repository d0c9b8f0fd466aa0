import { MarkupKind, type Connection, type Hover } from 'vscode-languageserver';
import { findingCard, referenceCard } from '../cards';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import type { Checked } from '../manuscripts';
import type { Session } from '../session';

/** Hover on a citation's key and on a finding. */
export function registerHover(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onHover(async ({ textDocument, position }, token): Promise<Hover | null> => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const { settings } = await session.context(document);
    if (!settings.hover) return null;
    const checked = await session.check(document);
    throwIfCancelled(token);
    return checked ? hoverAt(checked, document.offsetAt(position)) : null;
  });
}

/** What is to be shown at an offset: the card of a citation before that of a finding around it. */
export function hoverAt(checked: Checked, offset: number): Hover | null {
  const { read, evidence, findings } = checked;
  const { manuscript, lines } = read;
  const { library } = read.shelf;
  // The `@` belongs to the key.
  const citation = manuscript.citations.find(
    ({ span }) => span.start - 1 <= offset && offset <= span.end,
  );
  const hit = citation && library.get(citation.key);
  if (citation && hit) {
    const value = referenceCard(hit.reference, library.packReference(hit.reference), evidence);
    return { contents: { kind: MarkupKind.Markdown, value }, range: lines.rangeOf(citation.span) };
  }
  const finding = findings
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  if (!finding) return null;
  const value = findingCard(finding, evidence);
  return { contents: { kind: MarkupKind.Markdown, value }, range: lines.rangeOf(finding.span) };
}
