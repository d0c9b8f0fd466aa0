/**
 * Text of packs, bibliographies and manuscripts inside Markdown. It comes from anyone, so nothing in it may become a
 * link, an image, a command or markup.
 */

/** The text as Markdown that shows just it, on one line. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_[\]<>&~@|#!:]/g, '\\$&')
      // What would become a list or a link by itself.
      .replace(/^([-+]|\d+(?=[.)]))/, (start) =>
        start.length === 1 && !/\d/.test(start) ? `\\${start}` : `${start}\\`,
      )
      .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
  );
}

/** A DOI as a link, or nothing where it is none. */
export function doiLink(doi: string | undefined): string | undefined {
  const url = doiUrl(doi);
  return url === undefined || doi === undefined
    ? undefined
    : `[doi:${escapeMarkdown(doi)}](${url})`;
}

/** The address that a DOI resolves at; undefined for what is no DOI. */
export function doiUrl(doi: string | undefined): string | undefined {
  if (doi === undefined || !/^10\.\d{4,9}\/\S+$/.test(doi)) return undefined;
  const path = doi.split('/').map(encodeURIComponent).join('/');
  return `https://doi.org/${path.replace(/[()']/g, (char) => `%${char.charCodeAt(0).toString(16)}`)}`;
}

/**
 * A link to a line of a file.
 * @param title our own words, no one else's text
 * @param line zero-based
 */
export function fileLink(title: string, uri: string, line: number): string {
  return `[${title}](${safeAddress(uri)}#L${line + 1})`;
}

/** A link that runs one of our commands, where the client allows it to. */
export function commandLink(title: string, command: string, args: readonly unknown[]): string {
  return `[${title}](command:${command}?${safeAddress(encodeURIComponent(JSON.stringify(args)))})`;
}

/** What would end a link's address is escaped. */
function safeAddress(address: string): string {
  return address.replace(
    /[()<>'\s\\]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
