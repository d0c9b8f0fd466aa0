/** What a page's HTML is made of, free of VS Code. */
export interface PageParts {
  readonly name: string;
  readonly title: string;
  readonly data?: unknown;
  /** BCP 47. */
  readonly language: string;
  /** Where the page's own files come from, as a source of a Content-Security-Policy. */
  readonly source: string;
  /** Fresh for each page. */
  readonly nonce: string;
  /** The address of a file of dist/webview. */
  readonly file: (name: string) => string;
}

/**
 * The HTML shell of a webview: a strict policy, its styles, the codicons, an empty root and its script.
 *
 * vscode-elements finds the codicons by the id of their link. `data` stands in an attribute, so no script holds it.
 */
export function pageHtml(parts: PageParts): string {
  const { name, title, data = {}, language, source, nonce, file } = parts;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `img-src ${source} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${escapeHtml(file('codicon.css'))}">
<link rel="stylesheet" href="${escapeHtml(file('shared.css'))}">
<link rel="stylesheet" href="${escapeHtml(file(`${name}.css`))}">
<title>${escapeHtml(title)}</title>
</head>
<body data-page="${escapeHtml(JSON.stringify(data))}">
<div id="root"></div>
<script nonce="${nonce}" src="${escapeHtml(file(`${name}.js`))}"></script>
</body>
</html>
`;
}

/** Text as an attribute's value or an element's content. */
function escapeHtml(text: string): string {
  const named: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}
