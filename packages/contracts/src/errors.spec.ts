import { describe, expect, it } from '@jest/globals';
import { defineErrors, DomainError, generalErrors, statusOf } from './errors.js';
import { operations } from './registry.js';

describe('errors', () => {
  it('become values under their own code', () => {
    const errors = defineErrors({ 'practice-not-found': 'not-found', 'practice-incomplete': 'unprocessable' });
    expect(errors).toEqual({
      'practice-not-found': { code: 'practice-not-found', kind: 'not-found' },
      'practice-incomplete': { code: 'practice-incomplete', kind: 'unprocessable' },
    });
  });

  it('carry code, status, params and places', () => {
    const error = new DomainError(generalErrors['version-stale'], { current: 3 }, [{ pointer: '/a', reason: 'missing' }]);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      message: 'version-stale',
      code: 'version-stale',
      status: 412,
      params: { current: 3 },
      issues: [{ pointer: '/a', reason: 'missing' }],
    });
  });

  it('have one status for each kind', () => {
    const statuses = Object.values(statusOf);
    expect(new Set(statuses).size).toBe(statuses.length);
    for (const status of statuses) expect(status >= 400 && status < 600).toBe(true);
  });
});

describe('every code', () => {
  const declared = [...Object.values(generalErrors), ...operations.flatMap(({ errors }) => errors)];

  it('is kebab-case and of a known kind', () => {
    for (const { code, kind } of declared) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(statusOf).toHaveProperty(kind);
    }
  });

  it('means the same wherever it is declared', () => {
    const kinds = new Map(declared.map(({ code, kind }) => [code, kind]));
    for (const { code, kind } of declared) expect([code, kind]).toEqual([code, kinds.get(code)]);
  });
});
