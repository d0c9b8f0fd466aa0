import { pathToFileURL } from 'node:url';
import { isAbsolute } from 'node:path';
import { version } from '../../../package.json';
import { ruleDocsUrl } from '../../checks/docs';
import { RULES } from '../../checks/rules/all.generated';
import type { Severity } from '../../checks/types';
import { LineIndex } from '../../manuscript/lines';
import type { Formatter } from './types';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS); columns in UTF-16 code units, one-based. */
export const sarif: Formatter = (files) =>
  `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          tool: {
            driver: {
              name: 'caveat',
              version,
              rules: RULES.map((rule) => ({
                id: rule.id,
                shortDescription: { text: rule.summary },
                helpUri: ruleDocsUrl(rule.id),
                defaultConfiguration: { level: LEVEL[rule.defaultSeverity] },
              })),
            },
          },
          results: files.flatMap(({ path, source, findings }) => {
            const lines = new LineIndex(source);
            return findings.map((finding) => {
              const start = lines.positionAt(finding.span.start);
              const end = lines.positionAt(finding.span.end);
              return {
                ruleId: finding.ruleId,
                level: LEVEL[finding.severity],
                message: { text: withoutLinks(finding.message) },
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: { uri: toUri(path) },
                      region: {
                        startLine: start.line + 1,
                        startColumn: start.character + 1,
                        endLine: end.line + 1,
                        endColumn: end.character + 1,
                      },
                    },
                  },
                ],
                properties: { claims: finding.claims, references: finding.references },
              };
            });
          }),
        },
      ],
    },
    null,
    2,
  )}\n`;

/** In a message `[text](address)` is a link (3.11.6); ours have none, so whose it is wrote it. */
function withoutLinks(message: string): string {
  return message.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

function toUri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}
