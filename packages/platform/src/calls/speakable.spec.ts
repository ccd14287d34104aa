import { describe, expect, it } from '@jest/globals';
import { OptimisticLockError } from '@mikro-orm/core';
import { defineErrors, DomainError, generalErrors } from '@alianza/contracts/errors';
import { pino } from 'pino';
import { speakable } from './speakable.js';

const declared = defineErrors({ 'practice-not-found': 'not-found', 'practice-not-editable': 'conflict' });
const operation = { id: 'repository.practices.get', errors: [declared['practice-not-found']] } as const;
const lines: string[] = [];
const log = pino({ level: 'debug' }, { write: (line) => void lines.push(line) });
const said = (error: unknown) => speakable(error, operation, log).code;
const withCode = (code: string) => Object.assign(new Error('from below'), { code });

describe('what leaves a service', () => {
  it('is an error of its contract, as it is', () => {
    const own = new DomainError(declared['practice-not-found'], { slug: 'x' });
    expect(speakable(own, operation, log)).toBe(own);
    const general = new DomainError(generalErrors.forbidden);
    expect(speakable(general, operation, log)).toBe(general);
  });

  it('is «internal», and logged, where the contract does not name it', () => {
    lines.length = 0;
    expect(said(new DomainError(declared['practice-not-editable']))).toBe('internal');
    expect(said(new TypeError('x is undefined'))).toBe('internal');
    expect(said('a word')).toBe('internal');
    expect(said(undefined)).toBe('internal');
    expect(said(withCode('23505'))).toBe('internal');
    expect(lines).toHaveLength(5);
  });

  it('is «version-stale» where somebody else was faster', () => {
    expect(said(OptimisticLockError.lockFailed({}))).toBe('version-stale');
  });

  it.each(['57014', '57P01', '57P02', '57P03', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'])(
    'is «unavailable» for %s',
    (code) => {
      expect(said(withCode(code))).toBe('unavailable');
      expect(said(new Error('wrapped', { cause: new Error('twice', { cause: withCode(code) }) }))).toBe('unavailable');
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Query read timeout',
    'timeout expired',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('is «unavailable» where a connection ended or fell silent without a code: %s', (message) => {
    expect(said(new Error(message))).toBe('unavailable');
    expect(said(Object.assign(new Error('it took too long'), { name: 'TimeoutError' }))).toBe('unavailable');
  });

  it.each(['53100', 'ENOSPC', 'EDQUOT'])('is «storage-full» for %s', (code) => {
    expect(said(withCode(code))).toBe('storage-full');
  });
});
