import { describe, expect, it } from '@jest/globals';
import { contentOf, emptyReplication, valuesOf, wrongToSave, wrongToTell, type ReplicationValues } from './replication-values.js';

const full: ReplicationValues = {
  country: 'PE',
  place: ' Lima ',
  startYear: '2025',
  endYear: '',
  adaptation: 'Turnos cortos.',
  result: '300 horas.',
  sourceTitle: 'Cuaderno',
  sourcePublisher: '',
  sourceUrl: 'example.org/cuaderno',
};

describe('what is written of a replication', () => {
  it('is what the contract takes', () => {
    expect(contentOf(full, null, 'es')).toEqual({
      country: 'PE',
      place: 'Lima',
      startYear: 2025,
      endYear: null,
      adaptation: { original: 'es', es: 'Turnos cortos.' },
      result: { original: 'es', es: '300 horas.' },
      source: { title: 'Cuaderno', publisher: null, url: 'https://example.org/cuaderno' },
    });
  });

  it('keeps its first language and its translations, whoever changes it', () => {
    const before = { ...contentOf(full, null, 'es'), result: { original: 'es' as const, es: '300 horas.', en: '300 hours.' } };
    const changed = contentOf({ ...valuesOf(before), result: '320 horas.' }, before, 'en');
    expect(changed.result).toEqual({ original: 'es', es: '320 horas.', en: '300 hours.' });
    expect(valuesOf(before)).toEqual({ ...full, place: 'Lima', sourceUrl: 'https://example.org/cuaderno' });
  });

  it('is saved with its place alone, and told when it is whole', () => {
    const begun = { ...emptyReplication, country: 'PE', place: 'Lima' };
    expect([wrongToSave(begun), wrongToSave(emptyReplication)]).toEqual([{}, { country: 'country', place: 'place' }]);
    expect(wrongToTell(begun)).toEqual({ startYear: 'startYear', adaptation: 'adaptation', result: 'result', sourceTitle: 'sourceTitle' });
    expect(wrongToTell(full)).toEqual({});
  });

  it('says which years and links cannot be', () => {
    expect(wrongToSave({ ...full, startYear: '25', endYear: 'ayer', sourceUrl: 'http://' })).toEqual({
      startYear: 'year',
      endYear: 'year',
      sourceUrl: 'sourceUrl',
    });
    expect(wrongToSave({ ...full, sourceTitle: '' })).toEqual({ sourceTitle: 'sourceTitle' });
  });
});
