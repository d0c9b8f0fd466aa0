import type { Image, ImageReference, PhrasingContent } from 'mdast';
import type { PlaceHolder } from '../prose';
import { align } from './align';
import { codeMask, mask, mathMask, roleMask, roleRest } from './mask';

/**
 * What a unit is: `text` may be syntax that remark does not know (citations, sub- and superscripts), `literal` was
 * escaped; `tag` stands for `<sup>` or `<sub>`; `gap` and `seam` have no character, a gap being something taken out and
 * a seam the mere end of a link or a tag; `role` is what a dialect adds.
 */
export type UnitKind = 'text' | 'literal' | 'tag' | 'code' | 'math' | 'role' | 'gap' | 'seam';

/** A block's inline content as a flat row of characters, kept as columns because there are many. */
export class Units {
  readonly chars: string[] = [];
  readonly kinds: UnitKind[] = [];
  /** Place of the character itself. */
  readonly offsets: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly images: (Image | ImageReference)[] = [];

  constructor(readonly source: string) {}

  get length(): number {
    return this.chars.length;
  }

  push(char: string, kind: UnitKind, at: number, start: number, end: number): void {
    this.chars.push(char);
    this.kinds.push(kind);
    this.offsets.push(at);
    this.starts.push(start);
    this.ends.push(end);
  }

  /** Adds to the formula, the code or the role that ends here, or begins one. */
  pushPart(kind: 'math' | 'code' | 'role', start: number, end: number, begins = false): void {
    const last = this.length - 1;
    if (!begins && this.kinds[last] === kind && this.ends[last] === start) this.ends[last] = end;
    else this.push('', kind, start, start, end);
  }

  /** Whether unit `i` is this character, unescaped. */
  is(i: number, char: string): boolean {
    return this.chars[i] === char && this.kinds[i] === 'text';
  }
}

/** Flattens inline nodes. `masked` is what was parsed, `source` what the author wrote, of equal length. */
export function flatten(nodes: readonly PhrasingContent[], source: string, masked: string): Units {
  const units = new Units(source);
  for (const node of nodes) addNode(node);
  return units;

  function addNode(node: PhrasingContent): void {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    const atom = (kind: UnitKind, char = ''): void => units.push(char, kind, start, start, end);
    switch (node.type) {
      case 'text':
        align(node.value, masked, start, end, (char, at, from, to, literal) => {
          if (char === mathMask) return units.pushPart('math', from, to);
          if (char === codeMask) return units.pushPart('code', from, to);
          if (char === roleMask || char === roleRest)
            return units.pushPart('role', from, to, char === roleMask);
          const written = char === mask ? (source[at] ?? char) : char;
          units.push(written, literal ? 'literal' : 'text', at, from, to);
        });
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        node.children.forEach(addNode);
        break;
      case 'link':
      case 'linkReference':
        node.children.forEach(addNode);
        units.push('', 'seam', end, end, end);
        break;
      case 'inlineCode':
        atom('code');
        break;
      case 'inlineMath':
        atom('math');
        break;
      case 'break':
        atom('text', ' ');
        break;
      case 'image':
      case 'imageReference':
        units.images.push(node);
        atom('gap');
        break;
      case 'footnoteReference':
        atom('gap', '^');
        break;
      case 'html':
        atom(...tagUnit(node.value));
        break;
    }
  }
}

/** `<br>` is a space; `<sup>` and `<sub>` are written as Pandoc writes them, `^7^` and `~2~`. */
function tagUnit(html: string): [kind: UnitKind, char?: string] {
  if (html.startsWith('<!--')) return ['gap'];
  const name = /^<\/?([A-Za-z]+)/.exec(html)?.[1]?.toLowerCase();
  if (name === 'br') return ['text', ' '];
  if (name === 'sup') return ['tag', '^'];
  if (name === 'sub') return ['tag', '~'];
  return ['seam'];
}

export function placeHolderOf(kind: UnitKind | undefined): PlaceHolder | undefined {
  return kind === 'code' || kind === 'math' ? kind : undefined;
}
