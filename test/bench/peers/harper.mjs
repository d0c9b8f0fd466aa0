import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

const text = readFileSync(process.argv[2], 'utf8');
const linter = new LocalLinter({ binary });
await linter.setup();
// Its dictionary and rules are made with the first text.
await linter.lint('A word.', { language: 'markdown' });
const began = performance.now();
const lints = await linter.lint(text, { language: 'markdown' });
process.stdout.write(JSON.stringify({ lint: performance.now() - began, messages: lints.length }));
process.exit(0);
