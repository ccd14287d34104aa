import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Issue } from './errors.js';
import { Country, Day, Email, Id, Instant, line, localized, page, repeated, Secret, Web } from './shapes.js';
import { validate } from './validate.js';

/** Issues of a refusal, null where it was none. */
function issuesOf(schema: z.ZodType, value: unknown): readonly Issue[] | null {
  try {
    validate(schema, value);
    return null;
  } catch (error) {
    const { code, issues } = error as { code: string; issues: readonly Issue[] };
    expect(code).toBe('input-invalid');
    return issues;
  }
}
const object = (shape: z.ZodRawShape) => z.strictObject(shape);

describe('input that fits', () => {
  it('comes back as the schema reads it', () => {
    expect(validate(object({ q: line(), ...page }), { q: '  a ', limit: '7' })).toEqual({ q: 'a', limit: 7 });
  });

  it('may repeat a parameter, give it once or leave it out', () => {
    const schema = object({ country: repeated(Country) });
    expect([{}, { country: 'MX' }, { country: ['MX', 'UY'] }].map((given) => validate(schema, given))).toEqual([
      { country: [] },
      { country: ['MX'] },
      { country: ['MX', 'UY'] },
    ]);
  });
});

describe('a reason', () => {
  const text = localized(line(10));
  it.each<[string, z.ZodType, unknown, Omit<Issue, 'pointer'>]>([
    ['a missing field', z.string(), undefined, { reason: 'missing', params: { expected: 'string' } }],
    ['an empty text', line(), '   ', { reason: 'missing' }],
    ['another type', z.string(), 7, { reason: 'wrong-type', params: { expected: 'string' } }],
    ['null', z.string(), null, { reason: 'wrong-type', params: { expected: 'string' } }],
    ['no number', z.coerce.number(), 'siete', { reason: 'wrong-type', params: { expected: 'number' } }],
    ['a fraction', z.int(), 1.5, { reason: 'wrong-type', params: { expected: 'int' } }],
    ['too long a text', line(3), 'abcd', { reason: 'too-long', params: { maximum: 3 } }],
    ['too short a text', z.string().min(4), 'abc', { reason: 'too-short', params: { minimum: 4 } }],
    ['too big a number', page.limit, 101, { reason: 'too-big', params: { maximum: 100 } }],
    ['too small a number', page.limit, 0, { reason: 'too-small', params: { minimum: 1 } }],
    ['too many values', z.array(z.string()).max(1), ['a', 'b'], { reason: 'too-big', params: { maximum: 1 } }],
    ['too few values', z.array(z.string()).min(1), [], { reason: 'too-small', params: { minimum: 1 } }],
    ['no address', Email, 'ana', { reason: 'not-email' }],
    ['no web address', Web, 'ftp://example.org', { reason: 'not-url' }],
    ['no id', Id, 'a', { reason: 'not-uuid' }],
    ['no day', Day, '2026-02-30', { reason: 'not-date' }],
    ['a day of the year 0', Day, '0000-01-01', { reason: 'not-date' }],
    ['no instant', Instant, 'mañana', { reason: 'wrong-format' }],
    ['no pattern of ours', Secret, ' '.repeat(43), { reason: 'wrong-format' }],
    ['a value that is not offered', z.enum(['a', 'b']), 'c', { reason: 'not-allowed' }],
    ['a text without its original', text, { original: 'en', es: 'a' }, { reason: 'original-missing' }],
    [
      'an alternative that is not offered',
      z.discriminatedUnion('to', [object({ to: z.literal('a') })]),
      { to: 'b' },
      { reason: 'wrong-format' },
    ],
  ])('is given for %s', (_what, schema, value, expected) => {
    const [issue, ...more] = issuesOf(object({ field: schema }), { field: value }) ?? [];
    expect(more).toEqual([]);
    expect(issue).toMatchObject(expected);
  });
});

describe('a pointer', () => {
  it('leads to every field at fault, however deep', () => {
    const schema = object({ a: z.array(object({ b: z.string() })), c: z.string() });
    expect(
      issuesOf(schema, { a: [{ b: 'x' }, { b: 1, d: 2 }], c: null })
        ?.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/a/1/b', '/a/1/d', '/c']);
  });

  it('leads to a field that nobody asked for', () => {
    expect(issuesOf(object({}), { owner: 'me', 'a/b~c': 1 })).toEqual([
      { pointer: '/owner', reason: 'unknown-field' },
      { pointer: '/a~1b~0c', reason: 'unknown-field' },
    ]);
  });

  it('is empty for the whole', () => {
    expect(issuesOf(object({}), [])).toEqual([{ pointer: '', reason: 'wrong-type', params: { expected: 'object' } }]);
  });

  it('leads into the alternative that fits best', () => {
    const schema = object({ x: z.union([object({ a: z.string(), b: z.string() }), object({ c: z.string().max(2) })]) });
    expect(issuesOf(schema, { x: { c: 'long' } })).toEqual([{ pointer: '/x/c', reason: 'too-long', params: { maximum: 2 } }]);
  });
});
