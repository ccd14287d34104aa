import { describe, expect, it } from '@jest/globals';
import { Organization, type Description } from '../organization.entity.js';
import { changesBetween } from './changes.js';

const said: Description = {
  sector: 'academia',
  country: 'MX',
  region: null,
  languages: ['es'],
  work: { original: 'es', es: 'Investiga.' },
  website: null,
  links: [],
  shows: ['country'],
  listed: true,
};
const kept = (over: Partial<Organization> = {}) => Object.assign(new Organization(), said, over);
const fieldsOf = (over: Partial<Description>) => changesBetween(kept(), { ...said, ...over });

describe('what an organisation says otherwise', () => {
  it('is nothing where it says the same', () => {
    expect(fieldsOf({ work: { es: 'Investiga.', original: 'es' } })).toEqual([]);
    const [one, other] = [
      { title: 'Informe', url: 'https://example.org' },
      { url: 'https://example.org', title: 'Informe' },
    ];
    expect(changesBetween(kept({ links: [one] }), { ...said, links: [other] })).toEqual([]);
    expect(changesBetween(kept({ links: null, languages: null }), { ...said, languages: [] })).toEqual([]);
  });

  it('names codes with what they were, and longer things by name', () => {
    expect(fieldsOf({ country: 'CO', work: { original: 'es', es: 'Otra cosa.' }, listed: false })).toEqual([
      { field: 'country', before: 'MX', after: 'CO' },
      { field: 'work', before: null, after: null },
      { field: 'listed', before: 'true', after: 'false' },
    ]);
  });

  it('is that it shows nothing, where it never said what it shows and so showed what it was entered with', () => {
    const shows = { field: 'shows', before: null, after: null };
    expect(changesBetween(kept({ shows: null }), { ...said, shows: [] })).toEqual([shows]);
    expect(changesBetween(kept({ shows: null }), { ...said, shows: ['country', 'region', 'website'] })).toEqual([]);
    expect(fieldsOf({ shows: [] })).toEqual([shows]);
  });
});
