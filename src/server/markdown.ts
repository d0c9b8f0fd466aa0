/**
 * Text of packs, bibliographies and manuscripts inside Markdown. It comes from anyone, so nothing in it may become a
 * link, an image, a command or markup.
 */

export { doiLink, doiUrl, escapeMarkdown } from '../report/markdown';

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
