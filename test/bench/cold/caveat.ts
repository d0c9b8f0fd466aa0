// Bundled and run in a process of its own by cold.ts: the checker as the command line uses it, `packs/` beside it.
import { readFileSync } from 'node:fs';
import { createLibrary } from '../../../src/bibliography/library';
import { checkManuscript } from '../../../src/checks/engine';
import { loadEvidence } from '../../../src/cli/packs';
import { readerFor } from '../../../src/manuscript/formats';

const began = performance.now();
const evidence = loadEvidence([]);
const library = createLibrary([], evidence.packs);
const reader = readerFor({ languageId: 'markdown' });
if (!reader) throw new Error('There is no reader for Markdown.');
const text = readFileSync(process.argv[2] ?? '', 'utf8');
const loaded = performance.now();
const manuscript = reader.read(text);
const read = performance.now();
const findings = checkManuscript(manuscript, evidence, {
  library,
  cite: (keys) => reader.cite(keys, manuscript),
});
const done = performance.now();
process.stdout.write(
  JSON.stringify({
    load: loaded - began,
    lint: done - loaded,
    read: read - loaded,
    messages: findings.length,
  }),
);
