import { describe, expect, it } from '@jest/globals';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, namedQueries, queryRows } from './queries.js';

const query = defineQuery({ name: 'spec-of-queries', text: 'select $2, $1, $2, $11', scope: 'tenant', sample: (network) => [network] });

describe('a named query', () => {
  it('is known, and its name is nobody else’s', () => {
    expect(namedQueries()).toContain(query);
    expect(() => defineQuery({ ...query })).toThrow('two queries are named spec-of-queries');
  });

  it('hands each value to every place that asks for it', async () => {
    const heard: unknown[] = [];
    const em = { execute: (...said: unknown[]) => Promise.resolve(heard.push(...said)) } as unknown as SqlEntityManager;
    await queryRows(em, query, ['a', 'b', ...Array.from({ length: 8 }, () => 'x'), 'k']);
    expect(heard).toEqual(['select ?, ?, ?, ?', ['b', 'a', 'b', 'k']]);
  });
});
