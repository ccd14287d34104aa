import { describe, expect, it } from '@jest/globals';
import { uploadPurposes } from '@alianza/contracts/gateway/uploads';
import { applicationConsents } from '@alianza/contracts/membership/application-form';
import { judge } from './application-values.js';
import { consents, emptyApplication, largestLetter, type ApplicationValues } from './application-fields.js';

const complete: ApplicationValues = {
  ...emptyApplication,
  organization: 'Fundación Muestra (ficticia)',
  email: 'contacto@fundacion-muestra.example.org',
  sector: 'philanthropy',
  country: 'AR',
  website: 'fundacion-muestra.example.org',
  work: 'Centros de día.',
  motivation: 'Aprender de otras.',
  letterBy: 'text',
  letterText: 'Expresamos nuestro interés.',
};

const around = { language: 'es', notice: 1 } as const;

it('a letter may be as large as the edge takes it', () => {
  expect(largestLetter).toBe(uploadPurposes['application-letter'].maximum);
});

it('asks of each fact that the contract knows whether it may be shown', () => {
  expect([...consents].sort()).toEqual([...applicationConsents].sort());
});

describe('judge', () => {
  it('consents to what was marked and, where nothing was, to nothing', () => {
    expect(judge(complete, around).input?.shows).toEqual([]);
    expect(judge({ ...complete, shows: ['country', 'work'] }, around).input?.shows).toEqual(['country', 'work']);
  });

  it('gives what can be sent, with a scheme before the address of the site', () => {
    const { input } = judge(complete, around);
    expect(input).toMatchObject({ organization: complete.organization, website: 'https://fundacion-muestra.example.org', ...around });
    expect(input?.letterUploadId).toBeUndefined();
  });

  it('names every question that is open', () => {
    const { wrong } = judge(emptyApplication, around);
    expect(Object.keys(wrong ?? {}).sort()).toEqual(['country', 'email', 'letterFile', 'motivation', 'organization', 'sector', 'work']);
  });

  it('tells an address that is missing from one that is incomplete', () => {
    expect(judge({ ...complete, email: ' ' }, around).wrong).toEqual({ email: 'missing' });
  });

  it('asks for the letter in the way that was chosen', () => {
    expect(judge({ ...complete, letterText: ' ' }, around).wrong).toEqual({ letterText: 'missing' });
    expect(judge({ ...complete, letterBy: 'file' }, around).wrong).toEqual({ letterFile: 'missing' });
  });

  it('says why an answer will not do', () => {
    const { wrong } = judge({ ...complete, email: 'contacto@vejez-activa', work: 'x'.repeat(1501) }, around);
    expect(wrong).toEqual({ email: 'not-email', work: 'too-long' });
  });
});
