import { Command } from 'vscode-languageserver';
import { appendReferences, canAppendTo } from '../bibliography/append';
import { referenceLabel } from '../bibliography/render';
import { readBibliography } from '../bibliography/read';
import type { Reference } from '../evidence/types';
import { nameInFrontMatter } from '../manuscript/frontmatter';
import { LineIndex } from '../manuscript/lines';
import type { ReadManuscript } from './manuscripts';
import { COMMANDS, type EntryEditAnswer, type EntryTarget, type WireEdit } from './protocol';
import { createShelf } from './stores/libraries';
import { fileName, folderOf, isWithin, resolvePath } from './uris';

/** What a bibliography is called that is made for a manuscript without one. */
const NEW_BIBLIOGRAPHY = 'references.bib';

/** Whether what is cited here and stands in no bibliography could be put into one, by a client that knows how. */
export function canAppend(
  { context: { settings, roots } }: ReadManuscript,
  commands: readonly string[],
): boolean {
  return (
    settings.appendEntries !== 'never' &&
    roots.length > 0 &&
    commands.includes(COMMANDS.appendEntries)
  );
}

/** Has the client put the entries of these keys into the manuscript's bibliography. */
export function appendCommand(uri: string, keys: readonly string[]): Command {
  return Command.create('Add to the bibliography', COMMANDS.appendEntries, uri, keys);
}

/** The keys, of those given, that no bibliography has although the evidence knows them; each once. */
export function missingEntries(
  { shelf }: ReadManuscript,
  keys: readonly string[],
): { readonly key: string; readonly label: string; readonly reference: Reference }[] {
  return [...new Set(keys)].flatMap((key) => {
    const reference = shelf.missing(key);
    return reference ? [{ key, label: referenceLabel(reference), reference }] : [];
  });
}

/**
 * The bibliography that entries of a manuscript go into: the first that it or its configuration names and that is
 * written; else one that it names and that is not there yet; else a new one beside it, with the edit that names it.
 * @returns undefined where none can be told: nothing may be read, all are of formats that are only read, or the
 * format has no place to name one
 */
export function entryTarget(read: ReadManuscript): EntryTarget | undefined {
  const { linked, place, context } = read;
  if (context.roots.length === 0) return undefined;
  const written = linked.filter(({ uri }) => canAppendTo(uri));
  const there = written.find(({ loaded }) => 'bibliography' in loaded);
  if (there) return { uri: there.uri, name: there.path, exists: true };
  const missing = written.find(
    ({ uri, loaded }) =>
      'fault' in loaded && loaded.fault === 'missing' && isWithin(uri, context.roots),
  );
  if (missing) return { uri: missing.uri, name: missing.path, exists: false };
  if (linked.length > 0) return undefined;
  const folder = folderOf(place);
  const uri = folder === undefined ? undefined : resolvePath(folder, NEW_BIBLIOGRAPHY);
  const naming = nameBibliography(read);
  if (uri === undefined || !naming) return undefined;
  return { uri, name: fileName(uri), exists: false, naming };
}

/** The edit by which a manuscript names the new bibliography; undefined where its reader would not see it. */
function nameBibliography({ manuscript, reader, lines }: ReadManuscript): WireEdit | undefined {
  const { source } = manuscript;
  const insertion = reader.nameBibliography
    ? reader.nameBibliography(source, NEW_BIBLIOGRAPHY)
    : nameInFrontMatter(source, NEW_BIBLIOGRAPHY);
  if (!insertion) return undefined;
  const { offset, newText } = insertion;
  const named = reader.read(source.slice(0, offset) + newText + source.slice(offset));
  const isSeen = named.bibliographies.map(({ path }) => path).join() === NEW_BIBLIOGRAPHY;
  const at = lines.positionAt(offset);
  return isSeen ? { range: { start: at, end: at }, newText } : undefined;
}

/**
 * The document that a chapter is a part of, where that is why its entries go nowhere: it has no place of its own to name
 * a bibliography, and its document names none.
 * @returns its name, empty where it was not found; undefined where that is not the reason
 */
export function chapterOf({
  linked,
  manuscript,
  reader,
  root,
}: ReadManuscript): string | undefined {
  if (linked.length > 0 || !manuscript.isPart || !reader.linksIn) return undefined;
  return root === undefined ? '' : fileName(root);
}

/** The edit that puts entries into a bibliography, as its text is now: none twice, by key, DOI, PubMed id or title. */
export function entryEdit(
  { shelf, context }: ReadManuscript,
  target: string,
  text: string,
  keys: readonly string[],
): EntryEditAnswer {
  if (context.state !== 'checked') return { keys: [] };
  const now = createShelf([readBibliography(target, text)], context.packs.evidence().packs);
  const references = [...new Set(keys)].flatMap((key) => {
    const reference = shelf.missing(key);
    if (!reference || now.library.get(key)?.entry) return [];
    const known = now.library.packReference(reference);
    return known && now.ownKeys().has(known) ? [] : [reference];
  });
  const insertion = appendReferences(target, text, references);
  const added = references.map(({ id }) => id);
  if (!insertion) return { keys: added };
  const at = new LineIndex(text).positionAt(insertion.offset);
  return { keys: added, edit: { range: { start: at, end: at }, newText: insertion.newText } };
}
