import { describe, expect, it } from '@jest/globals';
import { audienceOf, emptyDraft, filterIn, letterOf, missingIn } from './draft.js';

const written = { ...emptyDraft, subject: { es: ' Asamblea ', en: '' }, body: { es: 'El jueves.', en: 'On Thursday.' } };

describe('a message that is being written', () => {
  it('says what is missing, and before its text only what keeps it from being addressed', () => {
    expect(missingIn(emptyDraft, 'audience')).toEqual([]);
    expect(missingIn(emptyDraft, 'all')).toEqual(['subject', 'body']);
    expect(missingIn({ ...written, marked: true, roles: [], always: true }, 'all')).toEqual(['organizations', 'roles', 'reason']);
    expect(missingIn(written, 'all')).toEqual([]);
  });

  it('goes to those that are marked or to whatever the filter finds, never to both', () => {
    const filter = { status: ['active'] } as never;
    expect(audienceOf(written, filter)).toEqual({ organizations: null, filter, roles: ['titular'] });
    expect(audienceOf({ ...written, marked: true, organizations: ['a'] }, filter)).toEqual({
      organizations: ['a'],
      filter: null,
      roles: ['titular'],
    });
  });

  it('is said in the languages that it was written in', () => {
    expect(letterOf(written)).toEqual({
      subject: { original: 'es', es: 'Asamblea' },
      body: { original: 'es', es: 'El jueves.', en: 'On Thursday.' },
      reason: null,
    });
    expect(letterOf({ ...written, reason: 'no', always: false }).reason).toBeNull();
    expect(letterOf({ ...written, reason: ' Vence el 24. ', always: true }).reason).toBe('Vence el 24.');
  });

  it.each(['', 'filtro=', 'filtro=%7B', 'filtro=null', 'filtro=%5B1%5D', 'filtro=7'])(
    'without a filter in its address (%s) goes to active members',
    (search) => {
      expect(filterIn(new URLSearchParams(search))).toMatchObject({ status: ['active'], category: [] });
    },
  );
});
