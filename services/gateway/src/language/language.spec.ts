import { describe, expect, it } from '@jest/globals';
import { accepted, chooseLanguage, languageOfPage } from './language.js';

describe('the language of an answer', () => {
  const all = { asked: 'en', preferred: 'es', acceptLanguage: 'en', network: ['es'] } as const;

  it('is the one asked for, else the preferred one, else what the browser likes, else the network’s', () => {
    expect(chooseLanguage(all)).toBe('en');
    expect(chooseLanguage({ ...all, asked: undefined })).toBe('es');
    expect(chooseLanguage({ ...all, asked: undefined, preferred: undefined })).toBe('en');
    expect(chooseLanguage({ network: ['en', 'es'] })).toBe('en');
    expect(chooseLanguage({})).toBe('es');
  });

  it('passes over what the portal does not speak', () => {
    expect(chooseLanguage({ asked: 'fr', acceptLanguage: 'fr, pt;q=0.9', network: ['en'] })).toBe('en');
    expect(chooseLanguage({ asked: ['en', 'es'] })).toBe('es');
  });
});

it('weighs what the browser likes', () => {
  expect(accepted('fr-CA, en-GB;q=0.4, es-MX;q=0.8')).toBe('es');
  expect(accepted('es;q=0, en;q=0.1')).toBe('en');
  expect(accepted('*, de')).toBeUndefined();
  expect(accepted(undefined)).toBeUndefined();
});

it('reads the language of a page from its address alone', () => {
  expect(['/', '/agc', '/agc/en', '/agc/en/practicas', '/agc/practicas/en', '/en'].map(languageOfPage)).toEqual([
    'es',
    'es',
    'en',
    'en',
    'es',
    'en',
  ]);
});
