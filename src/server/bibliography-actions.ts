import {
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  type CodeAction,
  type Diagnostic,
} from 'vscode-languageserver';
import { appendReferences, canAppendTo } from '../bibliography/append';
import type { Finding, Suggestion } from '../checks/types';
import type { Span } from '../manuscript/types';
import { appendCommand, canAppend, entryTarget, missingEntries } from './append';
import { problemDiagnostic } from './diagnostic';
import type { ReadManuscript } from './manuscripts';
import { fileName } from './uris';

/** What of this the client can carry out. */
export interface ClientAbilities {
  readonly commands: readonly string[];
  /** Edits that make files. */
  readonly canCreate: boolean;
}

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Makes a bibliography that the manuscript names in vain, with the entries of what it cites from the evidence. */
export function createActions(
  read: ReadManuscript,
  span: Span,
  { canCreate }: ClientAbilities,
): CodeAction[] {
  if (!canCreate) return [];
  const references = missingEntries(
    read,
    read.manuscript.citations.map(({ key }) => key),
  ).map(({ reference }) => reference);
  return read.linked.flatMap(({ uri, loaded, span: named }): CodeAction[] => {
    if (!named || named.start > span.end || span.start > named.end) return [];
    if (!('fault' in loaded) || loaded.fault !== 'missing' || !canAppendTo(uri)) return [];
    const isJson = uri.endsWith('.json');
    const text = appendReferences(uri, '', references)?.newText ?? (isJson ? '[]\n' : '');
    const range = read.lines.rangeOf(named);
    const diagnostics = read.problems
      .filter((problem) => problem.range?.start.line === range.start.line)
      .map((problem): Diagnostic => problemDiagnostic(problem));
    return [
      {
        title: `Create ${fileName(uri)}`,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: {
          documentChanges: [
            CreateFile.create(uri, { ignoreIfExists: true }),
            ...(text === ''
              ? []
              : [TextDocumentEdit.create({ uri, version: null }, [TextEdit.replace(TOP, text)])]),
          ],
        },
      },
    ];
  });
}

/** Adds the entry of the citation at a place to the bibliography; and of all, where more are missing. */
export function appendActions(
  read: ReadManuscript,
  uri: string,
  span: Span,
  { commands }: ClientAbilities,
): CodeAction[] {
  if (!canAppend(read, commands)) return [];
  const { citations } = read.manuscript;
  const here = citations.filter(
    (citation) => citation.span.start - 1 <= span.end && span.start <= citation.span.end,
  );
  const missing = missingEntries(
    read,
    here.map(({ key }) => key),
  );
  const target = missing.length > 0 ? entryTarget(read) : undefined;
  if (!target) return [];
  const all = missingEntries(
    read,
    citations.map(({ key }) => key),
  );
  const action = (title: string, keys: readonly string[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    command: { ...appendCommand(uri, keys), title },
  });
  return [
    ...missing.map(({ key }) => action(`Add ${key} to ${target.name}`, [key])),
    ...(all.length > missing.length
      ? [
          action(
            `Add all ${all.length} missing entries to ${target.name}`,
            all.map(({ key }) => key),
          ),
        ]
      : []),
  ];
}

/** What a fix cites and no bibliography has is added, once the fix is made. */
export function withEntries(
  read: ReadManuscript,
  uri: string,
  { references }: Finding,
  { edits }: Suggestion,
  { commands }: ClientAbilities,
): Pick<CodeAction, 'command'> {
  if (!canAppend(read, commands)) return {};
  const text = edits.map(({ newText }) => newText).join(' ');
  const keys = missingEntries(read, [...references, text]).map(({ key }) => key);
  const cited = keys.filter((key) => text.includes(key));
  return cited.length === 0 ? {} : { command: appendCommand(uri, cited) };
}
