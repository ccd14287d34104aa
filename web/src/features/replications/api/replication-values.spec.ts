import { describe, expect, it } from '@jest/globals';
import { contentOf, emptyReplication, valuesOf, wrongToSave, wrongToTell, type ReplicationValues } from './replication-values.js';

const full: ReplicationValues = {
  country: 'PE',
  place: ' Lima ',
  startYear: '2025',
  endYear: '',
  adaptation: { es: 'Turnos cortos.', en: '' },
  result: { es: '300 horas.', en: '' },
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
    const values = valuesOf(before);
    const changed = contentOf({ ...values, result: { ...values.result, es: '320 horas.' } }, before, 'en');
    expect(changed.result).toEqual({ original: 'es', es: '320 horas.', en: '300 hours.' });
    const both = { es: '300 horas.', en: '300 hours.' };
    expect(values).toEqual({ ...full, place: 'Lima', sourceUrl: 'https://example.org/cuaderno', result: both });
  });

  it('is begun in the language of the page, in the other where that alone is written, and keeps what has no field here', () => {
    const both = contentOf({ ...full, result: { es: '300 horas.', en: '300 hours.' } }, null, 'en');
    expect([both.result?.original, both.adaptation?.original]).toEqual(['en', 'es']);
    const french = { ...both, result: { original: 'fr' as const, fr: '300 heures.', en: '300 hours.' } };
    expect(contentOf({ ...valuesOf(french), result: { es: '', en: '' } }, french, 'es').result).toEqual({
      original: 'fr',
      fr: '300 heures.',
    });
    expect(contentOf({ ...valuesOf(both), result: { es: '', en: ' ' } }, both, 'es').result).toBeNull();
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
