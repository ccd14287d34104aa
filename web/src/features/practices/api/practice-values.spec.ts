import { describe, expect, it } from '@jest/globals';
import { merge } from './merge-values.js';
import { emptyValues, judge, valuesOf, type PracticeValues } from './practice-values.js';

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

  it('says the licence that was chosen, and leaves a record that named none as it was', () => {
    const silent = saved();
    expect([valuesOf(silent).licence, 'licence' in silent]).toEqual(['CC-BY-4.0', false]);
    const chosen = judge({ ...valuesOf(silent), licence: 'CC0-1.0' }, silent).content!;
    expect(chosen.licence).toBe('CC0-1.0');
    expect(judge({ ...valuesOf(chosen), licence: 'CC-BY-4.0' }, chosen).content?.licence).toBe('CC-BY-4.0');
  });

  it('names the fields that keep it from being saved', () => {
    const values = begun({ startYear: 'hace mucho', sources: [{ title: 'Informe', url: 'informe', publisher: '' }] });
    values.prose.title.es = ' ';
    expect(Object.keys(judge(values, null).wrong ?? {}).sort()).toEqual(['sources', 'startYear', 'title']);
  });

  it('saves all but the wrong fields of a record that is there, which stay as they were', () => {
    const before = { ...saved(), startYear: 2019 };
    const { content, wrong } = judge({ ...valuesOf(before), startYear: '20233', place: 'Valle Imaginario', sdgTargets: '99.9' }, before);
    expect(wrong).toEqual({ startYear: 'too-big', sdgTargets: 'not-sdg-target' });
    expect(content).toMatchObject({ startYear: 2019, place: 'Valle Imaginario', sdgTargets: [] });
  });

  it('asks which year is meant where the last is before the first', () => {
    expect(judge(begun({ startYear: '2023', endYear: '2020' }), null).wrong).toEqual({ endYear: 'ends-before-it-begins' });
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
    const { values, clashes } = merge(base, mine, theirs);
    expect(values).toMatchObject({ place: 'Valle Imaginario', countries: ['CO'] });
    expect([values.prose.results.es, values.prose.lessons.es]).toEqual(['Doce hogares.', 'Llevar la cuenta.']);
    expect(clashes).toEqual([{ field: 'place', lang: null, theirs: 'Otro lugar' }]);
  });

  it('merges each language of a text by itself, and says what two people wrote in the same place', () => {
    const base = begun();
    const title = (es: string, en: string): PracticeValues => ({ ...base, prose: { ...base.prose, title: { es, en } } });
    const { es } = base.prose.title;
    const apart = merge(base, title('Relevos (ficticia)', ''), title(es, 'Shifts (fictional)'));
    expect([apart.values.prose.title, apart.clashes]).toEqual([{ es: 'Relevos (ficticia)', en: 'Shifts (fictional)' }, []]);
    const same = merge(base, title('Relevos (ficticia)', ''), title('Turnos (ficticia)', ''));
    expect([same.values.prose.title.es, same.clashes]).toEqual([
      'Relevos (ficticia)',
      [{ field: 'title', lang: 'es', theirs: 'Turnos (ficticia)' }],
    ]);
    const spaced = merge(base, title(`${es} `, ''), title('Turnos (ficticia)', ''));
    expect([spaced.values.prose.title.es, spaced.clashes]).toEqual(['Turnos (ficticia)', []]);
  });

  it('merges lists by what is in them: what either added stays, what either removed goes', () => {
    const source = (name: string) => ({ title: name, url: '', publisher: '' });
    const picture = (id: string, es: string) => ({
      id,
      hash: bytes.hash,
      width: 640,
      height: 400,
      alt: { es, en: '' },
      credit: '',
      licence: '',
    });
    const base = begun({ countries: ['MX', 'CO'], pictures: [picture('a', '')] });
    const mine = { ...base, countries: ['CO', 'PE'], sources: [source('Informe')], pictures: [picture('b', ''), picture('a', 'Un patio')] };
    const theirs = {
      ...base,
      countries: ['MX', 'CO', 'CL'],
      sources: [source('Censo')],
      pictures: [picture('a', 'Macetas'), picture('c', '')],
    };
    const { values, clashes } = merge(base, mine, theirs);
    expect([values.countries, values.sources.map(({ title }) => title)]).toEqual([
      ['CO', 'PE', 'CL'],
      ['Informe', 'Censo'],
    ]);
    expect(values.pictures.map(({ id, alt }) => [id, alt.es])).toEqual([
      ['b', ''],
      ['a', 'Un patio'],
      ['c', ''],
    ]);
    expect(clashes).toEqual([{ field: 'pictures', lang: null, theirs: null }]);
  });
});
