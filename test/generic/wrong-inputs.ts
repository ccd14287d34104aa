import type { Operation } from '@alianza/contracts/operation';
import { pathParams } from '@alianza/contracts/operation';

type Input = Record<string, unknown>;

export interface Wrong {
  readonly what: string;
  readonly input: Input;
}

/** Paths of all texts and numbers in an example. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, item]) => leaves(item, [...path, name]));
  return [path];
}

function replaced(value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === first ? replaced(item, rest, by) : item));
  return { ...(value as Input), [first]: replaced((value as Input)[first], rest, by) };
}

const longer = 'x'.repeat(20_000);

/** Every way of spoiling a valid input that a contract must refuse by itself: an unknown field, a value of another type, a text too long. */
export function spoiled(operation: Operation, input: Input): Wrong[] {
  const inPath = pathParams(operation.path);
  const isGet = operation.method === 'GET';
  const open = leaves(input).filter(([first]) => !inPath.includes(String(first)));
  const unknown = { what: 'an unknown field', input: { ...input, thisFieldExistsNowhere: 'x' } };
  const types = isGet
    ? []
    : open.map((path) => ({ what: `another type at /${path.join('/')}`, input: replaced(input, path, { wrong: true }) as Input }));
  const texts = open.filter((path) => typeof path.reduce<unknown>((at, part) => (at as Input)[part], input) === 'string');
  const long = texts.map((path) => ({
    what: `a text too long at /${path.join('/')}`,
    input: replaced(input, path, isGet ? longer.slice(0, 2000) : longer) as Input,
  }));
  return [unknown, ...types, ...long];
}
