import { parseSuppression } from '../suppressions';
import type { Suppression } from '../types';

/** The source with all that Markdown would misread hidden, of the same length. */
export interface Plain {
  readonly source: string;
  readonly suppressions: readonly Suppression[];
}

/** Directives whose body is no prose of the writer's own. */
const hidden = new Set(
  (
    'code code-block code-cell sourcecode literalinclude math mermaid raw bibliography toctree tableofcontents contents ' +
    'csv-table include image iframe video eval-rst autosummary automodule autoclass autofunction jupyter-execute ' +
    'epigraph pull-quote blockquote glossary index list-table highlight tikz graphviz plot embed output myst ' +
    'doctest testcode prompt role anywidget chart config gallery'
  ).split(' '),
);

interface OpenFence {
  readonly mark: string;
  readonly length: number;
  /** Whether what stands inside is read. */
  readonly isProse: boolean;
}

const fence = /^([ \t]*)(`{3,}|~{3,}|:{3,})(.*)$/;
const directive = /^\s*\{([^{}\s]{1,60})\}/;

/**
 * Turns MyST's blocks into Markdown that reads the same way: the fence of a directive with prose in it into a fenced
 * div, that of one with code into a code fence; the directive's options, `% comments`, `(targets)=` and `+++` into
 * blank lines. One pass, linear.
 */
export function plainMarkdown(source: string, from: number): Plain {
  return new Rewriter(source, from).rewrite();
}

class Rewriter {
  private readonly lines: string[] = [];
  private readonly suppressions: Suppression[] = [];
  private readonly open: OpenFence[] = [];
  /** Whether options may follow, `:name: x` or YAML between two rules. */
  private options: 'none' | 'colons' | 'yaml' = 'none';

  constructor(
    private readonly source: string,
    private readonly from: number,
  ) {}

  rewrite(): Plain {
    this.lines.push(this.source.slice(0, this.from));
    const line = /([^\r\n]*)(\r\n|\r|\n|$)/y;
    for (let at = this.from; at < this.source.length; at = line.lastIndex) {
      line.lastIndex = at;
      const [, text = '', end = ''] = line.exec(this.source) ?? [];
      this.lines.push(this.line(text, at), end);
    }
    return { source: this.lines.join(''), suppressions: this.suppressions };
  }

  private line(text: string, at: number): string {
    const top = this.open.at(-1);
    const [, indent = '', marks = '', rest = ''] = fence.exec(text) ?? [];
    const closes =
      top !== undefined &&
      marks.startsWith(top.mark) &&
      marks.length >= top.length &&
      rest.trim() === '';
    if (closes) {
      this.open.pop();
      this.options = 'none';
      return indent + (top.isProse ? ':' : '`').repeat(marks.length) + rest;
    }
    if (top && !top.isProse) return text;
    const option = this.option(text);
    if (option !== undefined) return option;
    if (marks !== '') return this.opening(text, indent, marks, rest);
    if (/^%/.test(text)) {
      const span = { start: at, end: at + text.trimEnd().length };
      const suppression = parseSuppression(text.trimEnd().replace(/^%+/, ''), span);
      if (suppression) this.suppressions.push(suppression);
      return blank(text);
    }
    return /^\([^()\s][^()]{0,200}\)=[ \t]*$|^\+\+\+/.test(text) ? blank(text) : text;
  }

  private opening(text: string, indent: string, marks: string, rest: string): string {
    const mark = marks.charAt(0);
    const name = directive.exec(rest)?.[1]?.toLowerCase();
    const isDiv = mark === ':';
    // A fence with ticks behind it is inline code.
    if (mark === '`' && rest.includes('`')) return text;
    const isProse = name === undefined ? isDiv : !hidden.has(name);
    this.open.push({ mark, length: marks.length, isProse });
    if (name !== undefined) this.options = 'colons';
    if (name === undefined) return text;
    const written = (isProse ? ':' : '`').repeat(marks.length);
    return indent + written + (isProse ? rest : blank(rest));
  }

  /** Hides a line of options; undefined where none can stand. */
  private option(text: string): string | undefined {
    if (this.options === 'none') return undefined;
    if (this.options === 'yaml') {
      if (/^[ \t]*---[ \t]*$/.test(text)) this.options = 'none';
      return blank(text);
    }
    if (/^[ \t]*---[ \t]*$/.test(text)) {
      this.options = 'yaml';
      return blank(text);
    }
    if (/^[ \t]*:[\w-]+:/.test(text)) return blank(text);
    this.options = 'none';
    return undefined;
  }
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
