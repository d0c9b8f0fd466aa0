import type { CancellationToken, Connection } from 'vscode-languageserver';
import { referenceCard } from '../cards';
import { throwIfCancelled } from '../clock';
import { evidencePage } from '../evidence-page';
import { coveragePage, noCoveragePage } from '../coverage-page';
import type { Documents } from '../documents';
import type { ReadManuscript } from '../manuscripts';
import { escapeMarkdown } from '../markdown';
import { parsePage } from '../pages';
import { METHODS, type PageAnswer, type PageParams } from '../protocol';
import type { Session } from '../session';

/** `caveat/page`: what a read-only document of Caveat's own says. */
export function registerPages(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onRequest(
    METHODS.page,
    async ({ uri }: PageParams, token: CancellationToken): Promise<PageAnswer> => {
      const page = parsePage(uri);
      if (!page) return { text: '' };
      const { manuscript } = page;
      if (page.kind === 'evidence') {
        const open = documents.get(manuscript);
        const evidence = await session.evidence(open);
        throwIfCancelled(token);
        return { text: evidencePage(evidence, page) };
      }
      const document = documents.get(manuscript) ?? (await documents.readClosed(manuscript));
      throwIfCancelled(token);
      if ('fault' in document) return { text: noCoveragePage(manuscript) };
      if (page.kind === 'reference') {
        const read = await session.read(document);
        return { text: read ? referencePage(read, page.key) : '' };
      }
      const checked = await session.check(document);
      throwIfCancelled(token);
      return { text: checked ? coveragePage(checked, manuscript) : noCoveragePage(manuscript) };
    },
  );
}

/** What the evidence has on a reference, all of its claims. */
export function referencePage({ shelf, context }: ReadManuscript, key: string): string {
  const { library } = shelf;
  const hit = library.get(key);
  if (!hit)
    return `# ${escapeMarkdown(key)}\n\nNeither a bibliography nor the evidence has this key.\n`;
  const evidence = context.state === 'checked' ? context.packs.evidence() : undefined;
  const card = referenceCard(
    hit.reference,
    library.packReference(hit.reference),
    evidence,
    Infinity,
  );
  return `# ${escapeMarkdown(key)}\n\n${card}\n`;
}
