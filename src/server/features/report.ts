import type { CancellationToken, Connection } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { REPORT_FORMATS } from '../../report/formats';
import { createReport } from '../../report/report';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import type { Checked } from '../manuscripts';
import { METHODS, type ReportAnswer, type ReportParams } from '../protocol';
import type { Session } from '../session';
import { fileName } from '../uris';

/** `caveat/report`: a manuscript's findings and coverage, to be sent to a co-author. */
export function registerReport(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onRequest(
    METHODS.report,
    async (params: ReportParams, token: CancellationToken): Promise<ReportAnswer> => {
      const { uri } = params;
      const document = documents.get(uri) ?? (await documents.readClosed(uri));
      if ('fault' in document) return { reason: document.detail };
      const checked = await session.check(document);
      throwIfCancelled(token);
      if (checked) return { text: writeReport(checked, params) };
      const { reason } = await session.context(document);
      return { reason: reason ?? 'it is not about the subject of the evidence, or Caveat is off' };
    },
  );
}

/** The report of a manuscript that was checked. */
export function writeReport(
  { read, evidence, findings }: Checked,
  { uri, format, date }: ReportParams,
): string {
  const { manuscript, lines, shelf } = read;
  const checked = { manuscript, lines, library: shelf.library, evidence, findings };
  const facts = { file: fileName(uri), date, tool: `Caveat ${version}` };
  return REPORT_FORMATS[format](createReport(checked, facts));
}
