import { describe, expect, it } from '@jest/globals';
import { requestOf } from './address.js';

const here = { network: 'agc', language: 'en' };

describe('requestOf', () => {
  it('puts names of the path into the path and the rest of a read into the query, arrays repeated', () => {
    const route = { method: 'GET', path: '/{network}/practices/{slug}' };
    expect(requestOf(route, here, { slug: 'a b', country: ['MX', 'CO'], cursor: undefined, limit: 5 })).toEqual({
      path: '/api/v1/agc/practices/a%20b?country=MX&country=CO&limit=5&lang=en',
      body: undefined,
    });
  });

  it('sends the rest of a write as its body', () => {
    const route = { method: 'POST', path: '/{network}/applications/{id}/ask' };
    expect(requestOf(route, here, { id: '1', text: '¿Quién firma?' })).toEqual({
      path: '/api/v1/agc/applications/1/ask?lang=en',
      body: '{"text":"¿Quién firma?"}',
    });
  });

  it('needs no network where the operation belongs to none', () => {
    expect(requestOf({ method: 'GET', path: '/me' }, here, {})).toEqual({ path: '/api/v1/me?lang=en', body: undefined });
  });
});
