import { describe, expect, it } from '@jest/globals';
import { requestOf } from './operation.js';

describe('an input as its route takes it', () => {
  it('puts names of the path into the path and the rest of a read into the query, arrays repeated', () => {
    const route = { method: 'GET', path: '/{network}/practices/{slug}' };
    const input = { slug: 'a b', country: ['MX', 'CO'], cursor: undefined, exact: null, limit: 5 };
    const path = '/api/v1/agc/practices/a%20b?country=MX&country=CO&limit=5';
    expect(requestOf(route, 'agc', input)).toEqual({ path });
    expect(requestOf(route, 'agc', input, { lang: 'en' })).toEqual({ path: `${path}&lang=en` });
  });

  it('sends the rest of a write as its body', () => {
    const route = { method: 'POST', path: '/{network}/applications/{id}/ask' };
    expect(requestOf(route, 'agc', { id: '1', text: '¿Quién firma?', due: null })).toEqual({
      path: '/api/v1/agc/applications/1/ask',
      body: '{"text":"¿Quién firma?","due":null}',
    });
  });

  it('leaves the network out where the path has none', () => {
    expect(requestOf({ method: 'GET', path: '/me' }, 'agc', {})).toEqual({ path: '/api/v1/me' });
  });

  it.each([undefined, null])('is no request without a name of its path: %s', (id) => {
    expect(() => requestOf({ method: 'POST', path: '/{network}/applications/{id}/ask' }, 'agc', { id })).toThrow('no id is given');
  });
});
