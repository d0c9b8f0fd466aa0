import type { Columns } from '../checks/packed/columns';

/** Undoes the compression of each column, by what Node and web workers both have. */
export async function inflate(columns: Columns): Promise<Columns> {
  const pending = [...columns].map(async ([name, bytes]) => {
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    return [name, new Uint8Array(await new Response(stream).arrayBuffer())] as const;
  });
  return new Map(await Promise.all(pending));
}
