import type { Nodes, Root } from 'mdast';
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Node } from 'unist';
import { plainParagraph } from './plain-paragraph';

/** A line of at least three colons: Pandoc's `::: {#refs}` or the `:::` that closes it. */
export interface DivFence extends Node {
  type: 'divFence';
}

declare module 'mdast' {
  interface RootContentMap {
    divFence: DivFence;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    divFence: 'divFence';
  }
}

const colon = 58;
const divFence: Construct = { name: 'divFence', tokenize: tokenizeDivFence };

/** Parses a piece of Markdown: CommonMark, tables, footnotes, strike-through, math, fenced divs. Positions are exact. */
export function parseMarkdown(source: string): Root {
  return plainParagraph(source) ?? parseWithRemark(source);
}

/** The same by the parser, whatever the piece is. */
export function parseWithRemark(source: string): Root {
  return processor.parse(source);
}

// `~2~` is a subscript in scientific prose, so that striking through takes two tildes.
const processor: { parse(source: string): Root } = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(proseSyntax)
  .freeze();

/**
 * Adds fenced divs, and takes GFM's bare links out again: they break `@{https://…}` apart, and the repair that
 * `mdast-util-gfm-autolink-literal` makes to the tree loses positions.
 */
function proseSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions?.push({
    flow: { [colon]: divFence },
    disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] },
  });
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? [])
      .flat()
      .map(({ transforms: _, ...extension }) => extension),
    {
      enter: {
        divFence(token) {
          this.enter({ type: 'divFence' } satisfies Nodes, token);
        },
      },
      exit: {
        divFence(token) {
          this.exit(token);
        },
      },
    },
  ];
}

function tokenizeDivFence(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('divFence');
    return colons(code);
  }

  function colons(code: Code): State | undefined {
    if (code !== colon) return size < 3 ? nok(code) : rest(code);
    size++;
    effects.consume(code);
    return colons;
  }

  function rest(code: Code): State | undefined {
    // Micromark writes line endings as numbers below -2.
    if (code === null || code < -2) {
      effects.exit('divFence');
      return ok(code);
    }
    effects.consume(code);
    return rest;
  }
}
