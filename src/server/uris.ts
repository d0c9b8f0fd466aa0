/**
 * Addresses of files without a library: only what the server needs. A document's URI is opaque to us but for its
 * path's segments, which are compared decoded, since clients escape differently (`file:///c%3A/` and `file:///c:/`).
 */

/** The folder of a file, ending in `/`; undefined where the URI has no path (`untitled:Untitled-1`). */
export function folderOf(uri: string): string | undefined {
  const parts = split(uri);
  if (!parts || parts.segments.length === 0) return undefined;
  return join(parts.root, parts.segments.slice(0, -1), true);
}

/** The folder above a folder; undefined at the top. */
export function parentOf(folder: string): string | undefined {
  return folderOf(asFolder(folder).slice(0, -1));
}

/** The URI with a `/` at its end. */
export function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/**
 * What a path in a file means, seen from that file's folder. Both separators are understood, `.` and `..` resolved.
 * @returns undefined for an address on the web and for a `..` that leads above the top
 */
export function resolvePath(folder: string, path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return undefined;
  const base = split(asFolder(folder));
  if (!base) return undefined;
  const unix = path.trim().replace(/\\/g, '/');
  // `\\server\share\refs.bib`, which is a file on another machine.
  const share = base.root.startsWith('file:') ? /^\/\/([^/?#]+)(?=\/)/.exec(unix) : null;
  const drive = base.segments[0] ?? '';
  const isAbsolute = unix.startsWith('/') || DRIVE.test(unix.slice(0, 2));
  const segments = isAbsolute ? [] : base.segments.filter((segment) => segment !== '');
  // `/refs.bib` stays on the drive.
  if (unix.startsWith('/') && !share && DRIVE.test(drive)) segments.push(drive);
  const bottom = isAbsolute ? segments.length : 0;
  for (const segment of unix.slice(share?.[0].length ?? 0).split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.length <= bottom) return undefined;
    else segments.pop();
  }
  return join(share ? `file://${share[1]}` : base.root, segments, false);
}

/** Whether a file or folder is, or lies in, one of the folders. `..` is resolved before, never here. */
export function isWithin(uri: string, folders: readonly string[]): boolean {
  const inner = comparable(uri);
  if (inner === undefined || inner.includes('/../')) return false;
  return folders.some((folder) => {
    const outer = comparable(folder);
    return outer !== undefined && `${inner}/`.startsWith(`${outer}/`);
  });
}

/** The same text for two spellings of one URI; for use as a key. */
export function uriKey(uri: string): string {
  return comparable(uri) ?? uri;
}

/** The path below a folder, decoded, with `/`; undefined where it is not below. */
export function relativePath(folder: string, uri: string): string | undefined {
  const outer = comparable(folder);
  const inner = comparable(uri);
  if (outer === undefined || inner === undefined || !inner.startsWith(`${outer}/`))
    return undefined;
  return inner.slice(outer.length + 1);
}

/** The last part of a path, decoded. */
export function fileName(uri: string): string {
  return split(uri)?.segments.at(-1) ?? uri;
}

/** A drive of Windows: `c:`. */
const DRIVE = /^[a-z]:$/i;

interface Parts {
  /** Scheme and authority: `file://`, `vscode-vfs://github`. */
  readonly root: string;
  /** Decoded. */
  readonly segments: readonly string[];
}

function split(uri: string): Parts | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(\/[^?#]*)?/i.exec(uri);
  if (!match) return undefined;
  const path = match[2] ?? '/';
  return { root: match[1] ?? '', segments: path.slice(1).split('/').map(decode) };
}

function join(root: string, segments: readonly string[], folder: boolean): string {
  const path = segments.map(encodeURIComponent).join('/');
  return `${root}/${path}${folder && path !== '' ? '/' : ''}`;
}

function comparable(uri: string): string | undefined {
  const parts = split(uri);
  if (!parts) return undefined;
  const segments = parts.segments.filter((segment) => segment !== '');
  // A drive's letter is written either way.
  const [first = ''] = segments;
  if (DRIVE.test(first)) segments[0] = first.toLowerCase();
  // `ssh-remote+box`, which some clients escape.
  return [parts.root.toLowerCase().replace(/%2b/g, '+'), ...segments].join('/');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
