import { describe, expect, it } from '@jest/globals';
import { completenessOf } from './completeness.js';
import { domainOfAddress, domainOfSite } from './web-domains.js';

const whole = {
  letterFileId: '0190a000-0000-7000-8000-00000000000a',
  website: 'https://www.red-ejemplo.example.org/',
  email: 'contacto@correo.red-ejemplo.example.org',
  work: 'x'.repeat(200),
  motivation: 'x'.repeat(100),
  status: 'submitted' as const,
};
const missing = (over: Partial<Parameters<typeof completenessOf>[0]>) =>
  completenessOf({ ...whole, ...over })
    .filter(({ met }) => !met)
    .map(({ item }) => item);

describe('what an application should have', () => {
  it('is told item by item', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ letterFileId: null })).toEqual(['letter-file']);
    expect(missing({ website: null })).toEqual(['website', 'own-address']);
    expect(missing({ work: 'x'.repeat(199), motivation: 'x'.repeat(99) })).toEqual(['work', 'motivation']);
    expect(missing({ status: 'clarification-asked' })).toEqual(['answered']);
  });

  it('is an address of the site it names, not of an office that anybody may have one at', () => {
    expect(missing({ email: 'red-ejemplo@gmail.com' })).toEqual(['own-address']);
    expect(missing({ email: 'alguien@otra.example.org' })).toEqual(['own-address']);
    expect(missing({ email: 'x@notred-ejemplo.example.org' })).toEqual(['own-address']);
  });
});

it('a domain is what is left of an address or a site when it is theirs alone', () => {
  expect(domainOfSite('https://WWW.Red.example.org:8443/es?x=1')).toBe('red.example.org');
  expect(['https://www.facebook.com/red', 'https://es.linkedin.com/x', 'nada', null].map(domainOfSite)).toEqual([null, null, null, null]);
  expect(['Ana@GMAIL.com', 'a@b', 'a@Red.example.org'].map(domainOfAddress)).toEqual([null, null, 'red.example.org']);
});
