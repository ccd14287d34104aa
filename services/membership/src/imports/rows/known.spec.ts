import { describe, expect, it } from '@jest/globals';
import { Organization } from '../../organizations/organization.entity.js';
import { withoutFormer } from './known.js';

const organization = (name: Organization['name']) =>
  Object.assign(Object.create(Organization.prototype) as Organization, { name, acronym: null });
const cells = new Map([
  ['name_es', 'Casa'],
  ['country', 'MX'],
]);

describe('a row that is known by what its organisation was called', () => {
  it('does not take back what it is called since', () => {
    const known = new Map([['was:casa', organization({ original: 'es', es: 'Casa de Día' })]]);
    expect([...withoutFormer(cells, ['name:casa'], known).keys()]).toEqual(['country']);
    expect(withoutFormer(cells, ['name:casa'], new Map())).toBe(cells);
  });

  it('renames it where it says a present name too, in another language', () => {
    const known = new Map([['was:day home', organization({ original: 'es', es: 'Casa de Día', en: 'Day Home' })]]);
    expect(withoutFormer(cells, ['name:casa', 'name:day home'], known)).toBe(cells);
  });
});
