// Takes the pictures for the documentation: `npm run screenshots [-- --out FOLDER]`. Needs dist/.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../test/e2e/launch.ts';
import { evidencePictures } from './evidence-pictures.mjs';
import { root } from './hosts/index.mjs';
import { mapPictures } from './map-pictures.mjs';
import { narrowPictures } from './narrow-pictures.mjs';

const { values } = parseArgs({
  options: { out: { type: 'string', default: `${root}/test-results/screenshots` } },
});
const out = resolve(values.out);

const DRAFT = `# Donor cells in the clinic

Mesenchymal stromal cells (MSCs) have been tried in many diseases.

MSCs are immune-privileged.
`;

/** One picture each, in this order, in the same window. */
const PICTURES = {
  findings: async (editor) => {
    await editor.openFile('draft.md');
    await editor.squiggles('error');
  },
  hover: async (editor) => {
    await editor.hover('immune-privileged');
  },
  'quick-fix': async (editor) => {
    await editor.goToLine(5);
    await editor.quickFixes();
  },
  completion: async (editor) => {
    await editor.page.keyboard.press('Escape');
    await editor.goToLine(3);
    await editor.type(' [@');
    await editor.suggestions();
  },
};

const { editor, close } = await launch({
  files: { 'draft.md': DRAFT },
  size: { width: 1100, height: 640 },
  settings: { 'chat.disableAIFeatures': true, 'editor.minimap.enabled': false },
});
try {
  for (const [name, prepare] of Object.entries(PICTURES)) {
    await prepare(editor);
    await editor.screenshot(name, out);
    console.log(`${out}/${name}.png`);
  }
} finally {
  await close();
}
await evidencePictures(out);
await mapPictures(out);
await narrowPictures(out);
