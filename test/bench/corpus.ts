import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PROSE = ['test/eval/prose', 'test/eval/prose-tuned'];
const TRAINING = 'data/packs/msc-allogeneic-autologous/training';
/** Sentences that a made-up paragraph has. */
const PARAGRAPH = 6;
/** Paragraphs between two headings. */
const SECTION = 8;

/**
 * A Markdown manuscript of so many words on the shipped pack's subject: the manuscripts of the quality tests first, then
 * paragraphs of statements labelled as sound. No sentence stands in it twice, so that no cache makes it easier than a stranger's
 * draft; nearly every one speaks of the pack's concepts, which is the dearest case. The same for each run.
 */
export function draft(words: number): string {
  const lines: string[] = [];
  let count = 0;
  for (const line of allLines()) {
    if (count >= words) break;
    lines.push(line);
    count += countWords(line);
  }
  if (count < words) throw new Error(`There are only ${count} words to make a draft of.`);
  return `${lines.join('\n')}\n`;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function* allLines(): Generator<string> {
  for (const folder of PROSE)
    for (const name of readdirSync(folder).sort())
      yield* withoutFrontMatter(readFileSync(join(folder, name), 'utf8')).split('\n');
  const statements = [...new Set(soundStatements())];
  for (let i = 0; i < statements.length; i += PARAGRAPH) {
    const paragraph = i / PARAGRAPH;
    if (paragraph % SECTION === 0) yield* ['', `## Section ${paragraph / SECTION + 1}`];
    yield* ['', statements.slice(i, i + PARAGRAPH).join(' ')];
  }
}

function soundStatements(): string[] {
  return readdirSync(TRAINING, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(TRAINING, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly label: string; readonly text: string })
    .flatMap(({ label, text }) => (label === 'ok' ? [text] : []));
}

/** A draft has one front matter at most; none of these names a bibliography that the bench has. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n.*?\n---\n/s, '');
}
