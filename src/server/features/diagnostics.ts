import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DiagnosticOptions,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { throwIfCancelled } from '../clock';
import { problemDiagnostic, toDiagnostic } from '../diagnostic';
import type { Documents } from '../documents';
import type { SourceText } from '../manuscripts';
import {
  METHODS,
  type CheckFileAnswer,
  type CheckFileParams,
  type StatusParams,
  type WireDiagnostic,
} from '../protocol';
import type { Session } from '../session';

/** After a keystroke, for clients that do not ask but are told. */
const PUSH_DELAY = 300;

/** How the client wants its diagnostics. */
export interface DiagnosticModes {
  readonly pull: boolean;
  readonly refresh: boolean;
}

export const diagnosticCapabilities: DiagnosticOptions = {
  identifier: 'caveat',
  // A bibliography or a pack changes what is found in a manuscript.
  interFileDependencies: true,
  workspaceDiagnostics: false,
};

/** Diagnostics: asked for by the client, or told to it where it cannot ask. */
export class DiagnosticsFeature {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly documents: Documents,
    private readonly modes: () => DiagnosticModes,
  ) {}

  register(): void {
    const { connection, documents, session } = this;
    connection.languages.diagnostics.on(
      async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
        const document = documents.get(textDocument.uri);
        // What is wrong with a bibliography is told as it is read, not asked for.
        if (!document || session.isBibliography(document))
          return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const resultId = `${document.version}.${this.session.generation}`;
        if (resultId === previousResultId)
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        const items = await this.diagnose(document);
        throwIfCancelled(token);
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    );
    connection.onRequest(
      METHODS.checkFile,
      async ({ uri }: CheckFileParams, token: CancellationToken): Promise<CheckFileAnswer> => {
        const document = documents.get(uri) ?? (await documents.readClosed(uri));
        throwIfCancelled(token);
        if ('fault' in document)
          return { state: 'skipped', reason: document.detail, diagnostics: [] };
        const diagnostics = (await findDiagnostics(this.session, document)) as WireDiagnostic[];
        const { state, reason } = await this.session.context(document);
        if (!documents.get(uri)) this.session.close(uri);
        return { state, diagnostics, ...(reason !== undefined && { reason }) };
      },
    );
    documents.onDidChange((document) => this.schedule(document));
    documents.onDidClose((uri) => {
      clearTimeout(this.timers.get(uri));
      this.session.close(uri);
      if (!this.modes().pull && !session.isBibliography({ uri }))
        void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
  }

  /** Findings may have changed although no manuscript did. */
  refresh(): void {
    const { pull, refresh } = this.modes();
    if (pull && refresh) {
      void this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
    } else if (!pull) {
      for (const document of this.documents.all()) this.schedule(document);
    }
  }

  private schedule(document: SourceText): void {
    if (this.modes().pull || this.session.isBibliography(document)) return;
    clearTimeout(this.timers.get(document.uri));
    const push = async () => {
      const diagnostics = await this.diagnose(document);
      // The next keystroke brings its own.
      if (this.documents.get(document.uri)?.version !== document.version) return;
      await this.connection.sendDiagnostics({
        uri: document.uri,
        version: document.version,
        diagnostics,
      });
    };
    const timer = setTimeout(() => {
      push().catch((error: unknown) => this.connection.console.error(String(error)));
    }, PUSH_DELAY);
    this.timers.set(document.uri, timer);
  }

  private async diagnose(document: SourceText): Promise<Diagnostic[]> {
    const diagnostics = await findDiagnostics(this.session, document);
    const { state, reason } = await this.session.context(document);
    const status: StatusParams = {
      uri: document.uri,
      state,
      findings: diagnostics.length,
      ...(reason !== undefined && { reason }),
    };
    void this.connection.sendNotification(METHODS.status, status);
    return diagnostics;
  }
}

/** All that is to be shown on a manuscript: its findings, and bibliographies that it names in vain. */
export async function findDiagnostics(
  session: Session,
  document: SourceText,
): Promise<Diagnostic[]> {
  const checked = await session.check(document);
  if (!checked) return [];
  const { findings, read, evidence } = checked;
  return [
    ...read.problems.map(problemDiagnostic),
    ...findings.map((finding) => toDiagnostic(finding, read.lines, evidence)),
  ];
}
