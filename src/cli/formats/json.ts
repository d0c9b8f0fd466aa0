import type { Span } from '../../manuscript/types';
import { LineIndex } from '../../manuscript/lines';
import type { Formatter } from './types';

/** Version 1 of the JSON output; lines and characters are zero-based UTF-16, as in LSP. */
export const json: Formatter = (files) =>
  `${JSON.stringify(
    {
      version: 1,
      files: files.map(({ path, source, findings, inspections }) => {
        const lines = new LineIndex(source);
        const range = (span: Span) => ({
          start: lines.positionAt(span.start),
          end: lines.positionAt(span.end),
        });
        return {
          path,
          findings: findings.map((finding) => ({
            ruleId: finding.ruleId,
            severity: finding.severity,
            message: finding.message,
            range: range(finding.span),
            claims: finding.claims,
            references: finding.references,
            suggestions: finding.suggestions.map((suggestion) => ({
              title: suggestion.title,
              edits: suggestion.edits.map((edit) => ({
                range: range(edit.span),
                newText: edit.newText,
              })),
            })),
          })),
          ...(inspections && {
            statements: inspections.map(({ span, ...rest }) => ({ range: range(span), ...rest })),
          }),
        };
      }),
    },
    null,
    2,
  )}\n`;
