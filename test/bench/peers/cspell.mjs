import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { spellCheckDocument } from 'cspell-lib';

const file = process.argv[2];
const text = readFileSync(file, 'utf8');
const check = (uri, text) =>
  spellCheckDocument(
    { uri, text, languageId: 'markdown', locale: 'en' },
    { generateSuggestions: false, noConfigSearch: true },
    { language: 'en' },
  );
// The dictionaries are read with the first document.
await check('file:///warm.md', 'A word.');
const began = performance.now();
const { issues } = await check('file:///draft.md', text);
process.stdout.write(JSON.stringify({ lint: performance.now() - began, messages: issues.length }));
