/** `npm run test:reliability` sets it; `npm test` runs the short form. */
const isLong = process.env['CAVEAT_RELIABILITY'] === 'long';

/** How much of something: in `npm test`, and in the long form. */
export function scale(short: number, long: number): number {
  return isLong ? long : short;
}
