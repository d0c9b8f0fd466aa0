import type { Gap, Prose } from './prose';
import { quotedSpans } from './quotes';
import { splitSentences, type Sentence } from './sentences';
import type { Span, Statement } from './types';

// A sentence has a word or a figure of its own, not only `⟦math⟧` or a dash.
const placeHolders = /⟦(?:code|math|cite)⟧/g;
const substance = /[\p{L}\p{N}]/u;

/** Cuts a block's prose into its statements. A sentence without a word or a figure of its own is left out. */
export function statementsOf(prose: Prose): Statement[] {
  const attached = prose.gaps.filter((gap) => gap.attaches);
  const sentences = splitSentences(prose.text, new Set(attached.map((gap) => gap.at)));
  const spans = sourceSpans(prose, sentences, attached);
  const quoted = quotedSpans(prose.text);
  const statements: Statement[] = [];
  sentences.forEach((sentence, index) => {
    const span = spans[index];
    const text = prose.text.slice(sentence.start, sentence.end);
    if (!span || !substance.test(text.replace(placeHolders, ''))) return;
    statements.push({
      span,
      text,
      offsets: prose.offsets.slice(sentence.start, sentence.end),
      citations: prose.citations.filter(({ cluster }) => within(cluster, span)),
      quoted: quoted.flatMap((quote) => clip(quote, sentence)),
    });
  });
  return statements;
}

/** Where the sentences stand in the source, each with the citations that follow its full stop. */
function sourceSpans(prose: Prose, sentences: readonly Sentence[], gaps: readonly Gap[]): Span[] {
  const spans = sentences.map(({ start, end }) => ({
    start: prose.starts[start] ?? 0,
    end: prose.ends[end - 1] ?? 0,
  }));
  let index = 0;
  for (const gap of gaps) {
    while (belongsLater(gap, sentences, index)) index++;
    const span = spans[index];
    if (!span) continue;
    span.start = Math.min(span.start, gap.span.start);
    span.end = Math.max(span.end, gap.span.end);
  }
  return spans;
}

/**
 * A gap at a sentence's beginning follows the full stop before it ("Cells died. [@a] Then"), unless the sentence goes
 * on in lower case: then the citation is its subject.
 */
function belongsLater(gap: Gap, sentences: readonly Sentence[], index: number): boolean {
  const next = sentences[index + 1];
  const current = sentences[index];
  if (!next || !current) return false;
  return gap.at > next.start || (gap.at >= current.end && next.opensWithCitation);
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The part of a quotation that lies in a sentence, counted from the sentence's beginning. */
function clip(quote: Span, sentence: Span): Span[] {
  const start = Math.max(quote.start, sentence.start);
  const end = Math.min(quote.end, sentence.end);
  return start < end ? [{ start: start - sentence.start, end: end - sentence.start }] : [];
}
