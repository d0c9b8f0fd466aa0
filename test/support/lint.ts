import { createLibrary } from '../../src/bibliography/library';
import { readBibliography } from '../../src/bibliography/read';
import { checkManuscript } from '../../src/checks/engine';
import type { CheckOptions, Finding } from '../../src/checks/types';
import { readerFor } from '../../src/manuscript/formats';
import { shippedEvidence } from './shipped';

/** Checks a Markdown text against the shipped evidence, as an editor would. */
export function lint(
  text: string,
  options: CheckOptions & { readonly bib?: string } = {},
): Finding[] {
  const reader = readerFor({ languageId: 'markdown' });
  if (!reader) throw new Error('There is no reader for Markdown.');
  const evidence = shippedEvidence();
  const bibliographies =
    options.bib === undefined ? [] : [readBibliography('references.bib', options.bib)];
  return checkManuscript(reader.read(text), evidence, {
    library: createLibrary(bibliographies, evidence.packs),
    cite: reader.cite,
    ...(options.rules && { rules: options.rules }),
  });
}

/** The ids of the rules that fire, in order. */
export function rulesIn(text: string, options?: Parameters<typeof lint>[1]): string[] {
  return lint(text, options).map(({ ruleId }) => ruleId);
}

/** The text with a suggestion's edits made. */
export function apply(text: string, finding: Finding, index = 0): string {
  const edits = [...(finding.suggestions[index]?.edits ?? [])].sort(
    (a, b) => b.span.start - a.span.start,
  );
  return edits.reduce(
    (out, { span, newText }) => out.slice(0, span.start) + newText + out.slice(span.end),
    text,
  );
}
