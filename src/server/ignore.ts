import type { LineIndex } from '../manuscript/lines';
import { findFrontMatter } from '../manuscript/frontmatter';
import type { Manuscript, ManuscriptReader, Span } from '../manuscript/types';

/** Text to put in at an offset. */
export interface Insertion {
  readonly offset: number;
  readonly newText: string;
}

/**
 * A comment that ignores a rule for the sentence at `span`: above its line where a paragraph begins there, since a
 * comment between two lines of a paragraph, a list or a table would cut it in two; else behind the sentence. Where a
 * comment takes the rest of its line (LaTeX), it cuts nothing in two and always stands above.
 */
export function ignoreHere(
  {
    manuscript,
    reader,
    lines,
  }: { manuscript: Manuscript; reader: ManuscriptReader; lines: LineIndex },
  ruleId: string,
  span: Span,
): Insertion {
  const { line, character } = lines.positionAt(span.start);
  const lineStart = span.start - character;
  const { inlineComment } = reader;
  const startsParagraph = manuscript.blocks.some(
    (block) => block.kind === 'paragraph' && block.span.start === lineStart,
  );
  if (startsParagraph || !inlineComment) {
    const comment = reader.comment(`caveat-disable-next-line ${ruleId}`);
    const indentation = /^[ \t]*/.exec(manuscript.source.slice(lineStart, span.start))?.[0] ?? '';
    const lineBreak = lineBreakOf(manuscript.source);
    return { offset: lineStart, newText: `${indentation}${comment}${lineBreak}` };
  }
  // A finding belongs to the line that it starts on.
  const lineEnd = lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  const isWithinLine = span.end <= lineEnd;
  const offset = isWithinLine ? afterCitation(manuscript, span) : lineEnd;
  return { offset, newText: ` ${inlineComment(`caveat-disable-line ${ruleId}`)}` };
}

/** A comment at the top of the file, below its front matter. */
export function ignoreInFile(
  manuscript: Manuscript,
  reader: ManuscriptReader,
  ruleId: string,
): Insertion {
  const { source } = manuscript;
  const comment = reader.comment(`caveat-disable-file ${ruleId}`);
  const lineBreak = lineBreakOf(source);
  const frontMatter = findFrontMatter(source);
  if (!frontMatter) {
    return {
      offset: source.startsWith('\uFEFF') ? 1 : 0,
      newText: `${comment}${lineBreak}${lineBreak}`,
    };
  }
  return { offset: frontMatter.span.end, newText: `${lineBreak}${lineBreak}${comment}` };
}

/** A comment between a sentence and the citation behind its full stop would part the two. */
function afterCitation(manuscript: Manuscript, span: Span): number {
  const statement = manuscript.blocks
    .flatMap(({ statements }) => statements)
    .find((candidate) => candidate.span.start <= span.start && span.end <= candidate.span.end);
  return statement?.span.end ?? span.end;
}

function lineBreakOf(source: string): string {
  return /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
}
