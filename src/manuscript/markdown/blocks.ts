import type { Image, ImageReference, Nodes, PhrasingContent } from 'mdast';
import { findKeys } from '../citations';
import type { Prose } from '../prose';
import { statementsOf } from '../statements';
import { suppressionsInHtml } from '../suppressions';
import type { BlockKind, Citation, Span, Suppression } from '../types';
import { readAlternative } from './images';
import type { Dialect } from './dialect';
import { readInline, type Marks } from './inline';
import { labelOf } from './labels';
import { maskMarkup } from './mask';
import { placeReading } from '../place';
import type { Container, Item, Reading } from '../reading';
import { parseMarkdown } from './syntax';
import { flatten } from './units';

/**
 * Reads one piece of Markdown. It depends on nothing but its arguments, so that it can be remembered by them.
 * `definitions` are link definitions made elsewhere, each followed by a blank line: with them `[text][label]` reads as
 * a link.
 */
export function readBlocks(
  piece: string,
  dialect: Dialect,
  inside: Container = 'paragraph',
  definitions = '',
): Reading {
  const source = definitions + piece;
  const roles = dialect.findRoles?.(source) ?? [];
  const keys = findKeys(source, dialect.crossReference);
  const masked = maskMarkup(source, keys, roles);
  const marks: Marks = {
    keys: new Map(keys.map((key) => [key.at, key])),
    roles: new Map(roles.map((role) => [role.start, role])),
  };
  const reader = new BlockReader(source, masked, marks);
  for (const node of parseMarkdown(masked).children) {
    if (spanOf(node).start >= definitions.length) reader.visit(node, inside);
  }
  return definitions === '' ? reader : placeReading(reader, -definitions.length);
}

/** Pandoc's line above or below a table. */
const tableCaption = /^(?:[Tt]able)?:[ \t]/;
/** MyST's directive and Quarto's div, in which what is written is the caption. */
const figure = /^\{figure(?:-md)?\}|(?:^|[\s{])#(?:fig|tbl)-/;

class BlockReader implements Reading {
  readonly items: Item[] = [];
  readonly citations: Citation[] = [];
  readonly suppressions: Suppression[] = [];
  readonly defines: string[] = [];

  constructor(
    private readonly source: string,
    private readonly masked: string,
    private readonly marks: Marks,
  ) {}

  visit(node: Nodes, inside: Container): void {
    const span = spanOf(node);
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the rest holds blocks or no prose
    switch (node.type) {
      case 'heading':
        this.heading(node.depth, node.children, inside);
        break;
      case 'paragraph':
        this.prose(node.children, span, inside);
        break;
      case 'tableCell':
        this.prose(node.children, span, inside === 'quote' ? inside : 'table-cell');
        break;
      case 'blockquote':
        this.visitAll(node.children, 'quote');
        break;
      case 'listItem':
        this.visitAll(node.children, inside === 'paragraph' ? 'list-item' : inside);
        break;
      case 'footnoteDefinition':
        this.visitAll(node.children, inside === 'quote' ? inside : 'footnote');
        break;
      case 'html':
        this.html(span);
        break;
      case 'definition':
        this.defines.push(labelOf(node.label ?? node.identifier));
        break;
      case 'divFence':
        this.div(span);
        break;
      default:
        if ('children' in node) this.visitAll(node.children, inside);
    }
  }

  private visitAll(nodes: readonly Nodes[], inside: Container): void {
    for (const node of nodes) this.visit(node, inside);
  }

  private heading(depth: number, children: readonly PhrasingContent[], inside: Container): void {
    const prose = this.inline(children);
    // Headings inside a list or a quotation do not divide the manuscript.
    if (inside !== 'paragraph') return;
    this.items.push({
      type: 'heading',
      depth,
      text: prose.text.replace(/\s*\{[^{}]*\}$/, '').trim(),
    });
  }

  private prose(children: readonly PhrasingContent[], span: Span, inside: Container): void {
    const images: (Image | ImageReference)[] = [];
    const prose = this.inline(children, images);
    const captions = images.map((image) =>
      readAlternative(image, this.source, this.masked, this.marks),
    );
    captions.forEach((caption) => this.citations.push(...caption.citations));
    if (inside === 'quote') return;
    if (prose.text === '' && images.length > 0) {
      captions.forEach((caption) => this.block('caption', span, caption));
    } else if (!isRawTex(prose.text)) {
      const isCaption = inside === 'paragraph' && tableCaption.test(this.source.slice(span.start));
      this.block(isCaption ? 'caption' : inside, span, prose);
    }
  }

  private block(kind: BlockKind, span: Span, prose: Prose): void {
    const statements = statementsOf(prose);
    if (statements.length > 0) this.items.push({ type: 'block', kind, span, statements });
  }

  /** Reads inline content and notes its citations and suppressions; `images` receives the images in it. */
  private inline(children: readonly PhrasingContent[], images?: (Image | ImageReference)[]): Prose {
    const units = flatten(children, this.source, this.masked);
    images?.push(...units.images);
    this.commentsIn(children);
    const prose = readInline(units, this.marks);
    this.citations.push(...prose.citations);
    return prose;
  }

  private commentsIn(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'html') this.html(spanOf(node));
      else if ('children' in node) this.commentsIn(node.children);
    }
  }

  private html({ start, end }: Span): void {
    this.suppressions.push(...suppressionsInHtml(this.source, start, end));
  }

  private div({ start, end }: Span): void {
    const label = this.source.slice(start, end).replace(/^[\s:]+|[\s:]+$/g, '');
    this.items.push({
      type: 'div',
      opens: label !== '',
      ...(/(?:^|[\s{])#refs(?:$|[\s}])/.test(label) && { holds: 'references' }),
      ...(figure.test(label) && { holds: 'caption' }),
    });
  }
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** `\newpage` or `\begin{table}…` on its own: LaTeX for Pandoc to pass on, not prose. */
function isRawTex(text: string): boolean {
  return /^\\(?:begin\{|[A-Za-z]+\*?(?:\{[^{}]*\}|\[[^[\]]*\])*$)/.test(text);
}
