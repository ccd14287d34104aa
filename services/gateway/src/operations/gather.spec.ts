import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@alianza/contracts/errors';
import { getPractice, editPractice } from '@alianza/contracts/repository/practices';
import { searchPractices } from '@alianza/contracts/repository/search';
import type { Operation } from '@alianza/contracts/operation';
import { gather } from './gather.js';

const request = (over: object) => ({ params: { network: 'agc' }, query: {}, body: undefined, ...over });

function refusal(operation: Operation, over: object) {
  try {
    return gather(operation, request(over));
  } catch (error) {
    const { code, issues } = error as DomainError;
    return { code, issues };
  }
}

describe('the input of an operation', () => {
  it('is its path and query when it reads; the language is no part of it', () => {
    expect(gather(searchPractices, request({ query: { q: 'relevos', country: ['MX', 'CO'], lang: 'en' } }))).toEqual({
      q: 'relevos',
      country: ['MX', 'CO'],
    });
    expect(gather(getPractice, request({ params: { network: 'agc', slug: 'relevos' } }))).toEqual({ slug: 'relevos' });
  });

  it('is its path and body when it writes; the query is no part of it', () => {
    const params = { network: 'agc', id: '7' };
    expect(gather(editPractice, request({ params, body: '{"content":{"a":1}}', query: { id: '8' } }))).toEqual({
      content: { a: 1 },
      id: '7',
    });
    expect(gather(editPractice, request({ params, body: '' }))).toEqual({ id: '7' });
  });

  it('is refused where a name of the path is said again', () => {
    const params = { network: 'agc', id: '7' };
    expect(refusal(editPractice, { params, body: '{"id":"8"}' })).toEqual({
      code: 'input-invalid',
      issues: [{ pointer: '/id', reason: 'stands-in-path' }],
    });
    expect(refusal(getPractice, { params: { slug: 'a' }, query: { slug: 'b' } })).toMatchObject({ issues: [{ pointer: '/slug' }] });
  });

  it('is refused where the body is no object of JSON', () => {
    const reasonFor = (body: unknown) => refusal(editPractice, { params: { id: '7' }, body });
    expect(reasonFor('{')).toMatchObject({ issues: [{ pointer: '', reason: 'not-json' }] });
    expect(reasonFor('[]')).toMatchObject({ issues: [{ pointer: '', reason: 'wrong-type' }] });
    expect(reasonFor({ pipe: 'a stream' })).toMatchObject({ issues: [{ pointer: '', reason: 'wrong-content-type' }] });
  });

  it('is refused where it is nested deeper than any contract', () => {
    const nested = (levels: number) =>
      refusal(editPractice, { params: { id: '7' }, body: `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}` });
    expect(nested(20)).toMatchObject({ id: '7' });
    for (const levels of [40, 200_000])
      expect(nested(levels)).toEqual({ code: 'input-invalid', issues: [{ pointer: '', reason: 'malformed' }] });
  });

  it('touches no prototype', () => {
    const input = gather(editPractice, request({ params: { id: '7' }, body: '{"__proto__":{"polluted":true}}' }));
    expect((input as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
