import type { CancellationToken, Connection } from 'vscode-languageserver';
import { breathe, throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import { answerEvidence } from '../evidence/answer';
import { mentionsOf } from '../evidence/mentions';
import {
  METHODS,
  type EvidenceAnswer,
  type EvidenceParams,
  type MentionsAnswer,
  type MentionsParams,
} from '../protocol';
import type { Session } from '../session';

/** `caveat/evidence` and `caveat/mentions`: what the evidence view shows, and where a manuscript speaks of it. */
export function registerEvidence(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onRequest(
    METHODS.evidence,
    async (params: EvidenceParams, token: CancellationToken): Promise<EvidenceAnswer> => {
      // A newer keystroke may have come in already.
      await breathe(token);
      const document = params.uri === undefined ? undefined : documents.get(params.uri);
      const evidence = await session.evidence(document);
      const read = document && (await session.read(document));
      throwIfCancelled(token);
      return answerEvidence(evidence, params, read);
    },
  );
  connection.onRequest(
    METHODS.mentions,
    async (params: MentionsParams, token: CancellationToken): Promise<MentionsAnswer> => {
      const document = documents.get(params.uri);
      const read = document && (await session.read(document));
      const evidence = await session.evidence(document);
      throwIfCancelled(token);
      return { places: read ? mentionsOf(evidence, params, read) : [] };
    },
  );
}
