// Finds the rules by their folder and writes the list that the engine walks, so that a new rule is one new file.
// `--check` only tells whether the list is current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'src/checks/rules');
const target = join(folder, 'all.generated.ts');

const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
  .map((name) => name.slice(0, -3))
  .sort();
const local = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const text = [
  '// Written by scripts/generate.mjs from the files of this folder; do not edit.',
  "import type { Rule } from '../types';",
  ...ids.map((id) => `import { rule as ${local(id)} } from './${id}';`),
  '',
  'export const RULES: readonly Rule[] = [',
  ...ids.map((id) => `  ${local(id)},`),
  '];',
  '',
].join('\n');

const isCurrent = (() => {
  try {
    return readFileSync(target, 'utf8') === text;
  } catch {
    return false;
  }
})();
if (process.argv.includes('--check')) {
  if (!isCurrent) {
    console.error(
      'src/checks/rules/all.generated.ts is not current; run `node scripts/generate.mjs`.',
    );
    process.exit(1);
  }
} else if (!isCurrent) writeFileSync(target, text);
