import { html, type TemplateResult } from 'lit';

/** Text with ranges of it marked; nothing in it is taken for markup. */
export function marked(
  text: string,
  ranges: readonly (readonly [number, number])[],
): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at) continue;
    if (from > at) parts.push(text.slice(at, from));
    parts.push(html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
