import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import { sarif } from './sarif';
import { stylish } from './stylish';
import type { Formatter } from './types';

/** The output formats of `caveat lint`, by name. */
export const FORMATTERS = { stylish, json, sarif, github, junit } as const satisfies Record<
  string,
  Formatter
>;

export type FormatName = keyof typeof FORMATTERS;
