import type { Span } from '../types';
import { numberText, unitText } from './units';

/** A part of a quantity as it reads. */
export interface QuantityPart {
  readonly text: string;
  readonly span: Span;
  /** Of each character, where it is written out. */
  readonly places?: readonly (Span & { readonly at: number })[];
}

const commands = new Set(
  'ce cf num SI qty si unit ang SIrange qtyrange numrange numproduct'.split(' '),
);

/** Whether a command is one of siunitx or mhchem. */
export function isQuantity(name: string): boolean {
  return commands.has(name);
}

/** `\SI{5}{\milli\gram}`, `\numrange{1}{2}`, `\ce{CO2}`; `group` finds the group that follows an offset. */
export function readQuantity(
  source: string,
  name: string,
  start: number,
  from: number,
  group: (from: number) => Span | undefined,
): { readonly parts: readonly QuantityPart[]; readonly end: number } | undefined {
  const groups: Span[] = [];
  const wanted = groupsOf(name);
  for (let at = from; groups.length < wanted;) {
    const next = group(at);
    if (!next) return undefined;
    groups.push(next);
    at = next.end;
  }
  const [first, second, third] = groups;
  if (!first) return undefined;
  const content = (span: Span): string => source.slice(span.start, span.end - 1);
  const end = groups.at(-1)?.end ?? first.end;
  const whole = { start, end };
  if (name === 'ce' || name === 'cf') {
    return { parts: [{ text: formulaText(content(first)), span: whole }], end };
  }
  if (name === 'si' || name === 'unit') {
    return { parts: [{ text: unitText(content(first)), span: whole }], end };
  }
  const parts = [numberPart(content(first), first, { start, end: first.end })];
  const isRange = name.endsWith('range');
  if (isRange && second) parts.push({ text: ` to ${numberText(content(second))}`, span: second });
  const unit = isRange ? third : second;
  const unitWritten = name === 'ang' ? '°' : unit && unitText(content(unit));
  if (unitWritten) {
    const isClose = /^[%′]|^°$/.test(unitWritten);
    parts.push({ text: isClose ? unitWritten : ` ${unitWritten}`, span: unit ?? lastOf(first) });
  }
  return { parts, end };
}

function groupsOf(name: string): number {
  if (name === 'SIrange' || name === 'qtyrange') return 3;
  return name === 'SI' || name === 'qty' || name === 'numrange' ? 2 : 1;
}

/** A plain number keeps the place of each figure. */
function numberPart(text: string, group: Span, span: Span): QuantityPart {
  if (!/^[-+]?\d[\d.,]*$/.test(text)) return { text: numberText(text), span };
  const places = [...text].map((_, i) => ({
    start: i === 0 ? span.start : group.start + i,
    end: i === text.length - 1 ? span.end : group.start + i + 1,
    at: group.start + i,
  }));
  return { text, span, places };
}

function formulaText(formula: string): string {
  return formula.replace(/<?->/g, '→').replace(/[{}^_$\\]/g, '');
}

function lastOf({ end }: Span): Span {
  return { start: end - 1, end };
}
