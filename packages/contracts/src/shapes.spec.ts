import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Country, Email, line, listOf, localized, page, prose, Secret, Web } from './shapes.js';

const fits = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('shapes', () => {
  it.each([
    [Country, ['MX'], ['mx', 'MEX', 'M', 'Ñ1', 'MX\n']],
    [Secret, ['a'.repeat(43), '-_'.repeat(21) + 'Z'], ['a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}=`]],
    [Email, ['ana@example.org'], ['ana', 'ana@', 'ana@example.org\r\nbcc: b@example.org', `${'a'.repeat(250)}@example.org`]],
    [
      Web,
      ['https://example.org/a?b=c', 'http://example.org'],
      ['javascript:alert(1)', 'ftp://example.org', '//example.org', `https://example.org/${'a'.repeat(500)}`],
    ],
    [line(5), [' abc '], ['', '  ', 'abcdef']],
    [prose(5), ['a\nb'], ['\n', 'abcdef']],
  ])('take what is theirs (%#)', (schema, good, bad) => {
    expect(good.filter((value) => !fits(schema, value))).toEqual([]);
    expect(bad.filter((value) => fits(schema, value))).toEqual([]);
  });

  it('hold content with the language it was written in, and no unknown language', () => {
    const text = localized(line());
    expect([
      fits(text, { original: 'es', es: 'a', en: 'b' }),
      fits(text, { original: 'es', en: 'b' }),
      fits(text, { original: 'es', es: 'a', de: 'c' }),
    ]).toEqual([true, false, false]);
  });

  it('bound a page', () => {
    const schema = z.strictObject(page);
    expect(schema.parse({})).toEqual({ limit: 20 });
    for (const given of [{ limit: '0' }, { limit: '101' }, { limit: '1.5' }, { cursor: 'a'.repeat(301) }])
      expect(fits(schema, given)).toBe(false);
  });

  it('list items with the cursor to more', () => {
    const schema = listOf(z.string());
    expect([
      fits(schema, { items: ['a'], nextCursor: null }),
      fits(schema, { items: [], nextCursor: 'x', total: 3 }),
      fits(schema, { items: [] }),
    ]).toEqual([true, true, false]);
  });
});
