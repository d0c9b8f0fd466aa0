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
