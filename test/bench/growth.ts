import type { Bench, Growth, GrowthKind } from './types';

/**
 * What a step may score, time ratio over size ratio. They hold on any machine, quick or slow, so that no baseline has to
 * be stored: 1 is exactly linear, and the rest is room for noise, for memory that no longer fits a cache and for the
 * collector.
 */
const CEILINGS: Readonly<Record<GrowthKind, number>> = { linear: 1.8, flat: 1 };
/** Below this a timer's noise says more than the code. Milliseconds. */
const FLOOR = 0.5;

/** Scores each step of size. */
export function scoreGrowth({ name, kind, steps }: Growth): Bench[] {
  return steps.slice(1).flatMap((step, i) => {
    const before = steps[i];
    if (!before) return [];
    const time = Math.max(step.ms, FLOOR) / Math.max(before.ms, FLOOR);
    return [
      {
        name: `${name}, ${count(before.size)} to ${count(step.size)}`,
        value: time / (step.size / before.size),
        unit: `time ratio over size ratio, ${kind}`,
        limit: CEILINGS[kind],
      },
    ];
  });
}

export function count(size: number): string {
  return size.toLocaleString('en');
}
