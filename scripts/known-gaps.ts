// Marks the example sentences that the checker cannot handle yet as `known-gap`, and takes the mark off those that it
// can by now. Run it after `npm run train`: `npm run gaps -- data/packs/<pack>`. Nothing else in the files changes.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import { compilePack, createEvidence } from '../src/checks/evidence';
import { runExamples, type ExampleResult } from '../src/checks/examples';
import { readPack } from '../src/cli/packs';
import { trainedWording } from '../test/support/shipped';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of a pack.');
const { pack, placeOf } = readPack(folder);
if (!pack) throw new Error(`The pack in ${folder} cannot be used; run caveat pack check on it.`);

const wrong = runExamples(createEvidence([compilePack(pack)], trainedWording())).filter(
  ({ passed, knownGap }) => passed === knownGap,
);
const byFile = new Map<string, ExampleResult[]>();
for (const result of wrong) {
  const { path } = placeOf(result.claim.id, []);
  byFile.set(path, [...(byFile.get(path) ?? []), result]);
}
for (const [path, results] of byFile) {
  const document = parseDocument(readFileSync(path, 'utf8'));
  for (const result of results) mark(document, result);
  writeFileSync(path, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}
const marked = wrong.filter(({ passed }) => !passed).length;
process.stdout.write(`${marked} newly marked, ${wrong.length - marked} marks taken off\n`);

function mark(document: Document, { claim, field, index, text, passed }: ExampleResult): void {
  if (!isSeq(document.contents)) return;
  const item = document.contents.items.find((each) => isMap(each) && each.get('id') === claim.id);
  const list = isMap(item) ? item.get(field) : undefined;
  if (!isSeq(list)) return;
  const node = list.items[index];
  if (passed) {
    list.set(index, document.createNode(text));
  } else if (isScalar(node)) {
    list.set(index, document.createNode({ text, 'known-gap': true }, { flow: true }));
  }
}
