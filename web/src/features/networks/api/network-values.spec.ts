import { describe, expect, it } from '@jest/globals';
import { codeFrom, emptyValues, saidBy, valuesOf, wrongIn, type NetworkValues } from './network-values.js';

const both = (es: string, en = '') => ({ es, en });
const whole: NetworkValues = {
  ...emptyValues('es'),
  code: 'red-sur',
  acronym: ' RS ',
  texts: {
    name: both('Red Sur', 'Southern Network'),
    claim: both('Cuidar juntas'),
    description: both('Una red.'),
    convener: both('Nadie.'),
  },
  zone: 'America/Lima',
  categories: [{ code: '', label: both('Invitada permanente'), ended: false, held: 0 }],
};

describe('what a network’s form says', () => {
  it('is whole, in the languages that were written, with codes from names', () => {
    expect(wrongIn(whole, true)).toEqual([]);
    expect(saidBy(whole)).toMatchObject({
      acronym: 'RS',
      name: { original: 'es', es: 'Red Sur', en: 'Southern Network' },
      claim: { original: 'es', es: 'Cuidar juntas' },
      categories: [{ code: 'invitada-permanente', label: { original: 'es', es: 'Invitada permanente' }, ended: false }],
      accent: null,
    });
    expect(saidBy(whole).claim).not.toHaveProperty('en');
  });

  it('keeps what was there: codes, and languages that the form does not ask', () => {
    const said = saidBy(whole);
    const kept = {
      ...{ ...said, code: 'red-sur', demo: false, mark: null, version: 3, accent: '#5a2a6b' },
      categories: said.categories.map((category) => ({ ...category, held: 2 })),
      name: { ...said.name, fr: 'Réseau du Sud' },
    };
    const again = { ...valuesOf(kept), categories: valuesOf(kept).categories.map((one) => ({ ...one, label: both('Invitada') })) };
    expect(saidBy(again, kept)).toMatchObject({
      name: { fr: 'Réseau du Sud' },
      categories: [{ code: 'invitada-permanente' }],
      accent: '#5a2a6b',
    });
  });

  it('is told what is wrong, by the control where it is', () => {
    expect(wrongIn({ ...emptyValues('es'), zone: 'America/Lima' }, true).map(({ id }) => id)).toEqual([
      ...['code', 'name-es', 'claim-es', 'description-es', 'convener-es', 'acronym', 'category-0-es'],
    ]);
    expect(wrongIn(emptyValues('en'), false).map(({ id }) => id)).toContain('name-en');
    const [category = whole.categories[0]!] = whole.categories;
    const wrong = (over: Partial<NetworkValues>) => wrongIn({ ...whole, ...over }, true).map(({ key }) => key);
    expect(wrong({ code: 'operacion' })).toEqual(['settings.wrong.codeReserved']);
    expect(wrong({ zone: 'Luna/Mar' })).toEqual(['settings.wrong.zone']);
    expect(wrong({ accent: '#ffd700' })).toEqual(['settings.wrong.accent']);
    expect(wrong({ categories: [category, category] })).toEqual(['settings.wrong.categoryTwice']);
    expect(wrong({ categories: [{ ...category, ended: true }] })).toEqual(['settings.wrong.noCategory']);
  });

  it.each([
    ['Coadyuvante', 'coadyuvante'],
    ['  Órgano de vigilancia ', 'organo-de-vigilancia'],
    ['2.º nivel', ''],
  ])('names «%s» %s', (name, code) => expect(codeFrom(name)).toBe(code));
});
