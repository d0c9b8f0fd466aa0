// Turns places in the suites' bundle back into places in their sources.
import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

const INLINE_MAP = /^\/\/# sourceMappingURL=data:[^,]*;base64,(.*)$/m;

/**
 * @param {string} bundle A file with an inline source map.
 * @param {string} root Places are given relative to it.
 * @param {number} [offset] Lines that the host puts before the bundle.
 * @returns {Promise<(line: string) => string>} For one line of a stack trace.
 */
export async function stackMapper(bundle, root, offset = 0) {
  const encoded = INLINE_MAP.exec(await readFile(bundle, 'utf8'))?.[1] ?? '';
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  return (line) =>
    line.replace(/[^\s()]*[\\/]suites[\\/]\w+\.js[^\s:]*:(\d+):(\d+)/, (all, row, column) => {
      const entry = map.findEntry(Number(row) - 1 - offset, Number(column) - 1);
      if (entry.originalSource === undefined) return all;
      const file = relative(root, resolve(dirname(bundle), entry.originalSource));
      return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}
