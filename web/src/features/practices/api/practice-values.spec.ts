import { describe, expect, it } from '@jest/globals';
import { emptyValues, judge, merge, valuesOf, type PracticeValues } from './practice-values.js';

const begun = (change: Partial<PracticeValues> = {}): PracticeValues => {
  const values = emptyValues('es');
  values.prose.title = { es: 'Relevos entre vecinas (ficticia)', en: '' };
  values.prose.summary = { es: 'Un grupo de vecinas se turna para cuidar.', en: '' };
  return { ...values, ...change };
};
const bytes = { id: '018f0000-0000-7000-8000-000000000001', hash: '0123456789abcdef0123456789abcdef' };
const saved = (values = begun()) => judge(values, null).content!;

describe('practice values', () => {
  it('saves what has a title and a summary, and leaves empty what was not written', () => {
    expect(saved()).toMatchObject({
      title: { original: 'es', es: 'Relevos entre vecinas (ficticia)' },
      results: null,
      level: null,
      sources: [],
    });
    expect(saved().title).not.toHaveProperty('en');
  });

  it('survives the way to the form and back', () => {
    const content = saved(
      begun({
        organizations: 'Red Ejemplo\n\n Otra ',
        sdgTargets: '5.4, 8.5',
        startYear: '2019',
        countries: ['MX'],
        sources: [
          { title: 'Informe', url: 'https://red-ejemplo.example.org/informe', publisher: '' },
          { title: '', url: '', publisher: ' ' },
        ],
        pictures: [{ ...bytes, width: 640, height: 400, alt: { es: 'Un patio', en: '' }, credit: ' ', licence: 'CC-BY-4.0' }],
        attachments: [{ ...bytes, name: 'guia.pdf', type: 'application/pdf', size: 70, title: 'Guía', language: '' }],
      }),
    );
    expect(content).toMatchObject({ organizations: ['Red Ejemplo', 'Otra'], sdgTargets: ['5.4', '8.5'], startYear: 2019 });
    expect(content.sources).toHaveLength(1);
    expect(content.pictures).toEqual([expect.objectContaining({ alt: { original: 'es', es: 'Un patio' }, credit: null })]);
    expect(content.attachments).toEqual([expect.objectContaining({ title: 'Guía', language: null })]);
    expect(judge(valuesOf(content), content).content).toEqual(content);
  });

  it('names the fields that keep it from being saved', () => {
    const values = begun({ startYear: 'hace mucho', sources: [{ title: 'Informe', url: 'informe', publisher: '' }] });
    values.prose.title.es = ' ';
    expect(Object.keys(judge(values, null).wrong ?? {}).sort()).toEqual(['sources', 'startYear', 'title']);
  });

  it('asks for the original where only a translation is written', () => {
    const values = begun();
    values.prose.results = { es: '', en: 'Twelve households.' };
    expect(judge(values, null).wrong).toEqual({ results: 'original-missing' });
  });

  it('keeps languages the form does not show', () => {
    const before = { ...saved(), title: { original: 'es' as const, es: 'Relevos', pt: 'Revezamento' } };
    expect(judge(valuesOf(before), before).content?.title).toEqual(before.title);
  });

  it('merges: mine where I changed something, theirs elsewhere', () => {
    const base = begun();
    const mine = { ...base, place: 'Valle Imaginario', prose: { ...base.prose, results: { es: 'Doce hogares.', en: '' } } };
    const theirs = {
      ...base,
      place: 'Otro lugar',
      countries: ['CO'],
      prose: { ...base.prose, lessons: { es: 'Llevar la cuenta.', en: '' } },
    };
    const merged = merge(base, mine, theirs);
    expect(merged).toMatchObject({ place: 'Valle Imaginario', countries: ['CO'] });
    expect([merged.prose.results.es, merged.prose.lessons.es]).toEqual(['Doce hogares.', 'Llevar la cuenta.']);
  });
});
