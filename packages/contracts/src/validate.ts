import type { z } from 'zod';
import { DomainError, generalErrors, type Issue } from './errors.js';

/** JSON pointer (RFC 6901) to a place in the input. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

type ZodIssue = z.core.$ZodIssue;

/** What zod found → reason keys of the texts `problems.issues`. */
function reasonOf(issue: ZodIssue): Pick<Issue, 'reason' | 'params'> {
  switch (issue.code) {
    case 'too_big':
      return { reason: issue.origin === 'string' ? 'too-long' : 'too-big', params: { maximum: Number(issue.maximum) } };
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? { reason: 'missing' } : { reason: 'too-short', params: { minimum: Number(issue.minimum) } };
      return { reason: 'too-small', params: { minimum: Number(issue.minimum) } };
    case 'invalid_type':
      return { reason: issue.input === undefined ? 'missing' : 'wrong-type', params: { expected: issue.expected } };
    case 'invalid_format':
      return { reason: ['email', 'url', 'uuid', 'date'].includes(issue.format) ? `not-${issue.format}` : 'wrong-format' };
    case 'invalid_value':
      return { reason: 'not-allowed' };
    case 'custom':
      return { reason: issue.message };
    default:
      return { reason: 'wrong-format' };
  }
}

function toIssues(issue: ZodIssue): Issue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), reason: 'unknown-field' }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    return closest.flatMap((inner) => toIssues({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [{ pointer: pointerTo(issue.path), ...reasonOf(issue) }];
}

/** Parses `value`; a refusal is `input-invalid` and names every field by JSON pointer. A custom check's message is a reason key. */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new DomainError(generalErrors['input-invalid'], {}, result.error.issues.flatMap(toIssues));
}
