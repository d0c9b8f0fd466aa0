import { Validator, type Schema } from '@cfworker/json-schema';
import caveatrc from '../../data/schemas/caveatrc.schema.json';
import claims from '../../data/schemas/claims.schema.json';
import concepts from '../../data/schemas/concepts.schema.json';
import pack from '../../data/schemas/pack.schema.json';
import references from '../../data/schemas/references.schema.json';

/** The parts of a pack that have a JSON Schema of their own. */
export type PackPart = 'pack' | 'references' | 'concepts' | 'claims';

/** Everything that has a schema. */
export type SchemaName = PackPart | 'caveatrc';

/** One violation: where in the data (a path of keys and indices) and what. */
export interface SchemaError {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const schemas: Readonly<Record<SchemaName, unknown>> = {
  pack,
  references,
  concepts,
  claims,
  caveatrc,
};

/** Validates against `data/schemas/<part>.schema.json` (JSON Schema draft 7); an interpreter, no `eval`. */
export function validate(part: SchemaName, data: unknown): SchemaError[] {
  const validator = new Validator(schemas[part] as Schema, '7', false);
  const result = validator.validate(data);
  if (result.valid) return [];
  return result.errors.filter(isLeaf).map((error) => ({
    path: parsePointer(error.instanceLocation),
    message: error.error,
  }));
}

/** Keywords that only repeat that something below them failed. */
const CONTAINERS = new Set([
  'properties',
  'items',
  '$ref',
  'oneOf',
  'anyOf',
  'allOf',
  'additionalItems',
  'false',
]);

function isLeaf(error: { keyword: string }): boolean {
  return !CONTAINERS.has(error.keyword);
}

function parsePointer(pointer: string): (string | number)[] {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
