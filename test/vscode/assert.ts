// `node:assert/strict` for the web worker, which has no Node modules: the part that suites use.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

function fail(message?: string): never {
  throw new AssertionError(message ?? 'Failed');
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `Expected something true, got ${show(value)}`);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message ?? differ(actual, expected));
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) fail(message ?? `Expected anything but ${show(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!same(actual, expected)) fail(message ?? differ(actual, expected));
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message ?? `Expected ${show(text)} to match ${String(pattern)}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  if (pattern.test(text)) fail(message ?? `Expected ${show(text)} not to match ${String(pattern)}`);
}

async function rejects(
  work: PromiseLike<unknown> | (() => PromiseLike<unknown>),
  expected?: RegExp,
): Promise<void> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (expected) match(String(error), expected);
    return;
  }
  fail('Expected a rejection');
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}

function differ(actual: unknown, expected: unknown): string {
  return `Expected ${show(expected)}\n     got ${show(actual)}`;
}

function show(value: unknown): string {
  return JSON.stringify(value, null, 1) ?? String(value);
}

export { deepEqual, deepEqual as deepStrictEqual, doesNotMatch, equal, equal as strictEqual };
export { fail, match, notEqual, notEqual as notStrictEqual, ok, rejects };
export default Object.assign((value: unknown, message?: string) => ok(value, message), {
  deepEqual,
  deepStrictEqual: deepEqual,
  doesNotMatch,
  equal,
  fail,
  match,
  notEqual,
  notStrictEqual: notEqual,
  ok,
  rejects,
  strictEqual: equal,
});
