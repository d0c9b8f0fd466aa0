// The processes of language servers.
import { readdirSync, readFileSync } from 'node:fs';

/** The language servers below this process, and no one else's. */
export function ourServers(): number[] {
  const processes = readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0);
  return processes.filter((id) => read(id, 'cmdline').includes('dist/server.js') && descends(id));
}

function descends(id: number): boolean {
  for (let at = id; at > 1;) {
    if (at === process.pid) return true;
    at = Number(/^PPid:\s*(\d+)/m.exec(read(at, 'status'))?.[1] ?? 0);
  }
  return false;
}

function read(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}
