import { LineIndex } from '../../manuscript/lines';
import type { Formatter } from './types';

/** JUnit XML: a test suite a manuscript, a failed case a finding of severity error or warning. */
export const junit: Formatter = (files) => {
  const suites = files.map(({ path, source, findings }) => {
    const lines = new LineIndex(source);
    const cases = findings.map((finding) => {
      const { line, character } = lines.positionAt(finding.span.start);
      const place = `${line + 1}:${character + 1}`;
      const isFailure = finding.severity === 'error' || finding.severity === 'warning';
      const body = isFailure
        ? `<failure type="${finding.severity}" message="${escapeXml(finding.message)}"/>`
        : `<system-out>${escapeXml(finding.message)}</system-out>`;
      return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(`${finding.ruleId} at ${place}`)}">${body}</testcase>`;
    });
    const failures = findings.filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    ).length;
    const shown =
      cases.length > 0
        ? cases
        : [`    <testcase classname="${escapeXml(path)}" name="no findings"/>`];
    return [
      `  <testsuite name="${escapeXml(path)}" tests="${shown.length}" failures="${failures}">`,
      ...shown,
      '  </testsuite>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="caveat">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
};

function escapeXml(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      // Half a surrogate pair is no character.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // Control characters have no place in XML 1.0.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}
