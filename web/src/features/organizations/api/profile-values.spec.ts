import { describe, expect, it } from '@jest/globals';
import { editProfile, type Profile } from '@alianza/contracts/membership/directory/profiles';
import { saidBy, valuesOf, wrongIn } from './profile-values.js';

const profile: Profile = {
  ...{
    id: '0190a000-0000-7000-8000-000000000001',
    slug: 'red',
    name: 'Red (ficticia)',
    acronym: null,
    category: null,
    categorySince: null,
  },
  ...{
    status: 'active',
    sector: 'academia',
    country: null,
    region: null,
    languages: ['es'],
    website: null,
    links: [],
    logo: null,
    version: 3,
  },
  ...{ work: { original: 'en', en: 'We train carers.' }, shows: ['work'], listed: true },
};
const values = valuesOf(profile);

describe('a profile in its form', () => {
  it('is said as it was read, in the shape the contract wants', () => {
    const said = saidBy(values);
    expect(editProfile.input.safeParse(said).success).toBe(true);
    expect(said).toMatchObject({ sector: 'academia', country: null, work: { original: 'en', en: 'We train carers.' }, shows: ['work'] });
  });

  it('keeps what is written in languages that it does not ask', () => {
    const work = { original: 'pt' as const, pt: 'Forma quem cuida.', fr: 'Forme.', es: 'Forma.' };
    const begun = valuesOf({ ...profile, work });
    expect(saidBy(begun).work).toEqual(work);
    expect(saidBy({ ...begun, work: { es: 'Forma a más.', en: '' } }).work).toEqual({ ...work, es: 'Forma a más.' });
    expect(saidBy({ ...begun, work: { es: '', en: '' } }).work).toBeNull();
    expect(wrongIn(begun)).toEqual([]);
  });

  it('says nothing that is empty', () => {
    const empty = { ...values, work: { es: ' ', en: '' }, website: ' ', links: [{ title: '', url: '' }] };
    expect(saidBy(empty)).toMatchObject({ work: null, website: null, links: [] });
    expect(wrongIn(empty)).toEqual([]);
  });

  it('names what cannot be', () => {
    const links = [
      { title: 'Informe', url: 'https://example.org/informe' },
      { title: '', url: 'example.org' },
    ];
    const wrong = wrongIn({ ...values, work: { es: 'Forma a quienes cuidan.', en: '' }, website: 'www.example.org', links });
    expect(wrong).toEqual([
      { id: 'work-en', key: 'members.own.wrongWork' },
      { id: 'website', key: 'members.own.wrongWebsite' },
      { id: 'link-1-url', key: 'members.own.wrongLink', number: 2 },
    ]);
  });
});
