import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dictionaryOf, openDataReference } from './dictionary.js';

it.each(['practicas', 'organizaciones', 'replicas'] as const)(
  'every column of %s is explained once, differently from the others, in both languages',
  (table) => {
    const entries = dictionaryOf(table);
    for (const part of ['name', 'es', 'en'] as const) expect(new Set(entries.map((entry) => entry[part])).size).toBe(entries.length);
  },
);

it('is what docs/open-data.md says: npm run docs writes it', () => {
  const file = path.resolve(import.meta.dirname, '../../../../docs/open-data.md');
  expect(readFileSync(file, 'utf8')).toBe(openDataReference());
});
