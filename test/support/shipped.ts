import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compilePack, createEvidence, type Evidence } from '../../src/checks/evidence';
import type { WordingModel } from '../../src/checks/wording-model';
import { readWordingModel } from '../../src/checks/wording-model';
import { loadPack, type LoadedPack } from '../../src/evidence/load';

export const SHIPPED_PACK = 'data/packs/msc-allogeneic-autologous';

/** A pack's folder as the loader wants it. */
export function readFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name.split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return files;
}

/** The weights as trained last. */
export function trainedWording(): WordingModel {
  return readWordingModel(readFileSync('data/model/wording.json', 'utf8'));
}

let loaded: LoadedPack | undefined;
let evidence: Evidence | undefined;

/** The shipped pack, read once for all tests. */
export function shippedPack(): LoadedPack {
  return (loaded ??= loadPack(SHIPPED_PACK, readFolder(SHIPPED_PACK)));
}

/** The shipped pack, compiled once for all tests. */
export function shippedEvidence(): Evidence {
  const { pack } = shippedPack();
  if (!pack) throw new Error('The shipped pack cannot be read.');
  return (evidence ??= createEvidence([compilePack(pack)], trainedWording()));
}
