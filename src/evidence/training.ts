import type { Problem } from './problem';
import type { LabelledStatement, StatementLabel } from './types';

const LABELS: readonly string[] = [
  'contradiction',
  'overclaim',
  'number',
  'scope',
  'ok',
] satisfies StatementLabel[];

/** JSON Lines under `training/`, a folder a writer. */
export function isTrainingFile(name: string): boolean {
  return name.startsWith('training/') && name.endsWith('.jsonl');
}

/**
 * Reads one file of labelled statements. A broken line is left out and reported.
 * @param path the file as the user names it, for messages
 * @param name its path inside the pack
 */
export function readTraining(
  path: string,
  name: string,
  text: string,
  claimIds: ReadonlySet<string>,
): { readonly statements: readonly LabelledStatement[]; readonly problems: readonly Problem[] } {
  const hand = name.split('/').slice(1, -1).join('/') || 'training';
  const statements: LabelledStatement[] = [];
  const problems: Problem[] = [];
  text.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const found = parseLine(line, claimIds);
    if (typeof found !== 'string') statements.push({ ...found, hand });
    else {
      const range = {
        start: { line: at, character: 0 },
        end: { line: at, character: line.length },
      };
      problems.push({ severity: 'error', path, message: found, range });
    }
  });
  return { statements, problems };
}

/** The statement, or what is wrong with the line. */
function parseLine(
  line: string,
  claimIds: ReadonlySet<string>,
): Omit<LabelledStatement, 'hand'> | string {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return 'This is no JSON object; write one labelled statement a line.';
  }
  const { claim, label, subtype, text } = (data ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string' || text.trim() === '') return '`text` must hold the statement.';
  if (typeof label !== 'string' || !LABELS.includes(label))
    return `\`label\` must be one of ${LABELS.join(', ')}.`;
  if (typeof claim !== 'string' || !claimIds.has(claim))
    return `\`claim\` must be the id of a claim of this pack; ${JSON.stringify(claim)} is none.`;
  return {
    claim,
    label: label as StatementLabel,
    subtype: typeof subtype === 'string' ? subtype : '',
    text,
  };
}
