import type { Certainty, Claim, Concept, Direction, Pack } from '../../src/evidence/types';

const CONCEPTS: readonly Concept[] = [
  { id: 'msc', kind: 'cell', names: ['MSC'] },
  { id: 'allogeneic', kind: 'donor', names: ['allogeneic'] },
  { id: 'autologous', kind: 'donor', names: ['autologous'] },
  { id: 'bone-marrow', kind: 'tissue', names: ['bone marrow'] },
  { id: 'perinatal', kind: 'tissue', names: ['perinatal tissue'] },
  { id: 'cord', kind: 'tissue', names: ['umbilical cord'], broader: ['perinatal'] },
  { id: 'placenta', kind: 'tissue', names: ['placenta'], broader: ['perinatal'] },
  { id: 'allo-bm-msc', kind: 'cell', names: [], parts: ['allogeneic', 'bone-marrow', 'msc'] },
  { id: 'auto-msc', kind: 'cell', names: [], parts: ['autologous', 'msc'] },
  { id: 'cord-msc', kind: 'cell', names: [], parts: ['cord', 'msc'] },
  { id: 'heart', kind: 'disease', names: ['heart disease'] },
  { id: 'infarct', kind: 'disease', names: ['myocardial infarction'], broader: ['heart'] },
  { id: 'lupus', kind: 'disease', names: ['lupus'] },
  { id: 'covid', kind: 'disease', names: ['COVID 19'], mesh: 'COVID-19' },
  { id: 'efficacy', kind: 'outcome', names: ['efficacy'] },
];

interface Short {
  readonly of?: string;
  readonly versus?: string;
  readonly disease?: readonly string[];
  readonly references?: readonly number[];
  readonly direction?: Direction;
  readonly certainty?: Certainty;
  readonly statement?: string;
}

/** A pack of claims in shorthand; they are called `c0`, `c1`… and its references `r1` to `r60`. */
export function packOf(claims: readonly Short[]): Pack {
  return {
    manifest: {
      id: 'small',
      version: '1.0.0',
      title: 'A small review',
      licence: 'CC BY 4.0',
      review: { id: 'li2021', type: 'article-journal', title: 'A small review' },
      sections: [{ id: 'all', title: 'All of it' }],
      subject: ['MSC'],
    },
    references: Array.from({ length: 60 }, (_, index) => ({
      id: `r${index + 1}`,
      type: 'article-journal',
      'citation-number': index + 1,
    })),
    concepts: CONCEPTS,
    claims: claims.map((short, index): Claim => ({
      id: `c${index}`,
      statement: short.statement ?? `Claim ${index}.`,
      references: short.references ?? [],
      section: 'all',
      ...(short.disease && { population: { disease: short.disease } }),
      ...(short.of !== undefined && { intervention: short.of }),
      ...(short.versus !== undefined && { comparator: short.versus }),
      outcome: 'efficacy',
      direction: short.direction ?? 'present',
      certainty: short.certainty ?? 'supported',
    })),
  };
}
