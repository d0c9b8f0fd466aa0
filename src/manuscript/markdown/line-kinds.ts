/**
 * Ends a block that may hold blank lines: whether it is over with this line. `lineEnd` is the offset after the line's
 * text. Gets lines whole, with their indentation.
 */
export type Closes = (line: string, lineEnd: number) => boolean;

export interface ContainerMark {
  readonly kind: 'list-item' | 'footnote';
  /** Bullet or delimiter (`-`, `.`, `)`): items with the same one are siblings. */
  readonly mark: string;
  /** From the marker's beginning to the content's. */
  readonly width: number;
  readonly isEmpty: boolean;
  /** Whether it may follow a line of text directly: a bullet or a 1, with something behind it. */
  readonly interrupts: boolean;
}

/** Columns of a line's indentation; a tab goes to the next multiple of four. */
export function columns(indentation: string): number {
  let column = 0;
  for (const char of indentation) column += char === '\t' ? 4 - (column % 4) : 1;
  return column;
}

/**
 * A code fence or an HTML block that can run over blank lines: what closes it, `closed` if this line already does, or
 * nothing if the line opens none. `content` is the line without its indentation.
 */
export function blockOpener(content: string): Closes | 'closed' | undefined {
  const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(content);
  const marks = fence?.[1] ?? fence?.[2];
  if (marks !== undefined) return fenceCloser(marks);
  if (!content.startsWith('<')) return undefined;
  const end = htmlEnd(content);
  if (!end) return undefined;
  return end.test(content) ? 'closed' : (line) => end.test(line);
}

function fenceCloser(marks: string): Closes {
  return (line) => {
    const content = line.trim();
    const indent = columns(/^[ \t]*/.exec(line)?.[0] ?? '');
    return (
      content.length >= marks.length &&
      content === marks.charAt(0).repeat(content.length) &&
      indent < 4
    );
  };
}

/** HTML blocks of CommonMark's kinds 1 to 5, which a blank line does not end. */
function htmlEnd(content: string): RegExp | undefined {
  if (/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(content)) {
    return /<\/(?:script|pre|style|textarea)>/i;
  }
  if (content.startsWith('<!--')) return /-->/;
  if (content.startsWith('<?')) return /\?>/;
  if (content.startsWith('<![CDATA[')) return /\]\]>/;
  return /^<![A-Za-z]/.test(content) ? />/ : undefined;
}

/** HTML that a blank line ends, or a paragraph that begins with a tag. */
export function isHtmlStart(content: string): boolean {
  return /^<\/?[A-Za-z]/.test(content);
}

/** A line that ends whatever paragraph, list or note is open: heading, rule, quotation, fenced div. */
export function isBreak(content: string): boolean {
  return /^(?:#{1,6}(?:[ \t]|$)|>|:::)/.test(content) || isRule(content);
}

function isRule(content: string): boolean {
  const mark = content.charAt(0);
  if (mark !== '-' && mark !== '*' && mark !== '_') return false;
  const bare = content.replace(/[ \t]+/g, '');
  return bare.length >= 3 && bare === mark.repeat(bare.length);
}

/** The list item or footnote that a line opens. */
export function containerMark(content: string): ContainerMark | undefined {
  if (/^\[\^[^\]\s]+\]:/.test(content)) {
    return { kind: 'footnote', mark: '^', width: 4, isEmpty: false, interrupts: false };
  }
  const match = /^([-+*]|(\d{1,9})([.)]))([ \t]*)(.*)$/s.exec(content);
  if (!match) return undefined;
  const [, marker = '', number, delimiter, gap = '', rest = ''] = match;
  if (gap === '' && rest !== '') return undefined;
  const isEmpty = rest === '';
  // Five columns or more after the marker are one, and indented code.
  const space = columns(' '.repeat(marker.length) + gap) - marker.length;
  const width = marker.length + (isEmpty || space > 4 ? 1 : space);
  const interrupts = !isEmpty && (number === undefined || number === '1');
  return { kind: 'list-item', mark: delimiter ?? marker, width, isEmpty, interrupts };
}
