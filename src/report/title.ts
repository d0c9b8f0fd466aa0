import { parseDocument } from 'yaml';
import { isTooDeep } from '../evidence/yaml-depth';
import { findFrontMatter } from '../manuscript/frontmatter';
import type { Manuscript } from '../manuscript/types';

/** What a manuscript calls itself, as plain text; undefined where it does not say. */
export function titleOf(manuscript: Manuscript): string | undefined {
  const title = manuscript.format === 'latex' ? inLatex(manuscript) : inMarkdown(manuscript);
  const text = title?.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function inMarkdown({ source, blocks }: Manuscript): string | undefined {
  const front = findFrontMatter(source);
  const named = front && titleIn(source.slice(front.yaml.start, front.yaml.end));
  if (named !== undefined) return named;
  // A heading after the first prose is a section's.
  const head = source.slice(front?.span.end ?? 0, blocks[0]?.span.start);
  return /^#[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(head)?.[1]?.replace(/[*_`]/g, '');
}

function titleIn(yaml: string): string | undefined {
  const line = /^title[ \t]*:[ \t]*(.*)$/m.exec(yaml);
  if (!line) return undefined;
  try {
    const title: unknown = isTooDeep(yaml)
      ? undefined
      : parseDocument(yaml, { uniqueKeys: false }).get('title');
    if (typeof title === 'string') return title;
  } catch {
    // A mistake elsewhere in the front matter, or one being typed.
  }
  return line[1]?.replace(/^(["'])(.*)\1[ \t]*$/, '$2');
}

function inLatex({ source }: Manuscript): string | undefined {
  // Braces in a title go one deep: \title{MSCs \emph{in vivo}}.
  const match = /^[^%\n]*?\\title(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}/m.exec(source);
  return match?.[1]
    ?.replace(/\\thanks\{[^{}]*\}/g, '')
    .replace(/\\\\|~/g, ' ')
    .replace(/\\[a-zA-Z]+\*?|[{}]/g, '');
}
