import type { FileSystem } from '../../src/server/files/types';
import { isWithin } from '../../src/server/uris';
import { compilePack } from '../../src/checks/evidence';
import { writeColumns } from '../../src/checks/packed/columns';
import { packColumns } from '../../src/checks/packed/pack';
import { deflateSmallest } from '../../src/cli/deflate';
import { loadPack } from '../../src/evidence/load';
import { PACK_FILES } from './pack';

/** Files in memory, by URI; a value may be changed in a test. Keeps what was asked for. */
export class MemoryFiles implements FileSystem {
  readonly asked: string[] = [];

  constructor(readonly files: Map<string, string>) {}

  readText: FileSystem['readText'] = (uri, { within, maxBytes }) => {
    this.asked.push(uri);
    if (!isWithin(uri, within)) return Promise.resolve({ fault: 'outside', detail: uri });
    const text = this.files.get(uri);
    if (text === undefined) return Promise.resolve({ fault: 'missing', detail: uri });
    if (text.length > maxBytes)
      return Promise.resolve({ fault: 'too-large', detail: String(text.length) });
    return Promise.resolve({ text });
  };

  listFiles: FileSystem['listFiles'] = (folder, within, endings) => {
    if (!isWithin(folder, within)) return Promise.resolve([]);
    const isWanted = (uri: string) => !endings || endings.some((ending) => uri.endsWith(ending));
    const files = [...this.files.keys()].filter((uri) => isWithin(uri, [folder]) && isWanted(uri));
    return Promise.resolve(files.sort());
  };
}

/** Where the compiled small pack stands in memory. */
export const SHIPPED = 'file:///caveat/packs';

let compiled: string | undefined;

/** The compiled small pack as the build writes packs. */
export function shippedFiles(): [string, string][] {
  if (compiled === undefined) {
    const { pack, problems } = loadPack('small', new Map(Object.entries(PACK_FILES)));
    if (!pack || problems.length > 0) throw new Error(JSON.stringify(problems));
    const columns = [...packColumns(compilePack(pack))];
    compiled = writeColumns(
      new Map(columns.map(([name, bytes]) => [name, deflateSmallest(bytes)] as const)),
    );
  }
  return [
    [`${SHIPPED}/index.json`, '["small.json"]'],
    [`${SHIPPED}/small.json`, compiled],
  ];
}
