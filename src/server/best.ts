/**
 * The numbers from 0 below `count` with the best scores, best first; of equal ones the smaller first. Far quicker than
 * sorting where few of many are wanted.
 *
 * @param score undefined leaves a number out
 */
export function bestOf(
  count: number,
  limit: number,
  score: (at: number) => number | undefined,
): { readonly at: number; readonly score: number }[] {
  const best: { at: number; score: number }[] = [];
  for (let at = 0; at < count; at++) {
    const value = score(at);
    if (value === undefined) continue;
    if (best.length >= limit && value <= (best.at(-1)?.score ?? Infinity)) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.score ?? 0) < value) place--;
    best.splice(place, 0, { at, score: value });
    if (best.length > limit) best.pop();
  }
  return best;
}
