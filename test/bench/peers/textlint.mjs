// textlint with the rules that are named after the file.
import { performance } from 'node:perf_hooks';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter, loadTextlintrc } from 'textlint';

const [file, ...rules] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'caveat-textlint-'));
const configFilePath = join(folder, '.textlintrc.json');
writeFileSync(
  configFilePath,
  JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule, true])) }),
);
const descriptor = await loadTextlintrc({
  configFilePath,
  node_modulesDir: join(import.meta.dirname, 'node_modules'),
});
rmSync(folder, { recursive: true });
const linter = createLinter({ descriptor });
const text = readFileSync(file, 'utf8');
const began = performance.now();
const { messages } = await linter.lintText(text, file);
process.stdout.write(
  JSON.stringify({ lint: performance.now() - began, messages: messages.length }),
);
