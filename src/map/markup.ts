// Characters that XML 1.0 has no place for, and those that turn the direction of the text around them.
const UNWANTED = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A longer label is a mistake, or an attack. */
const MAX_LABEL = 200;

/** Text of a pack as it may be shown: no controls, no turned directions, clipped. */
export function plainLabel(text: string, max = MAX_LABEL): string {
  const clean = text.replace(UNWANTED, '').replace(LONE, '').replace(/\s+/g, ' ').trim();
  return clean.length <= max ? clean : `${clean.slice(0, max).trimEnd()}…`;
}

/** Text for an element's content or a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(UNWANTED, '')
    .replace(LONE, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

type Value = string | number | undefined;

/** An element; attribute values are escaped, `content` is markup. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeXml(typeof value === 'number' ? short(value) : String(value))}"`,
    )
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Breaks a label into lines of at most so many characters; the last line is clipped. */
export function wrapLabel(text: string, width: number, lines: number): string[] {
  const out: string[] = [];
  for (const word of plainLabel(text, Math.max(MAX_LABEL, width * lines)).split(' ')) {
    const last = out.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width)
      out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  const kept = out.slice(0, lines);
  if (out.length > lines) kept[lines - 1] += '…';
  return kept.map((line) => (line.length > width + 2 ? `${line.slice(0, width + 1)}…` : line));
}
