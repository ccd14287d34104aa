import { describe, expect, it } from '@jest/globals';
import { alikeBy, traitsOf, type Known } from './likeness.js';

const application = {
  names: ['Red Ándina de Cuidados, A. C.'],
  acronym: 'RAC',
  website: 'https://www.red-andina.example.org/es',
  email: 'contacto@gmail.com',
};
const by = (known: Partial<Known>) => alikeBy(traitsOf(application), traitsOf({ names: ['Otra cosa'], ...known }));

describe('two are alike', () => {
  it.each<[string, Partial<Known>, string[]]>([
    ['by nothing', {}, []],
    ['by name, whatever its accents, case, punctuation and form', { names: ['RED ANDINA DE CUIDADOS AC'] }, ['name']],
    ['by name in any language it has', { names: ['Andean Care Network', 'Red Andina  de Cuidados'] }, ['name']],
    ['by acronym, whatever its dots', { acronym: 'r.a.c.' }, ['acronym']],
    ['by an acronym written as a name', { names: ['RAC'] }, ['acronym']],
    ['by domain, with or without www', { website: 'http://red-andina.example.org' }, ['domain']],
    ['by the domain of an address', { email: 'a@correo.red-andina.example.org' }, ['domain']],
    ['not by an office that anybody has an address at', { email: 'otra@gmail.com' }, []],
    ['not by a part of a name', { names: ['Red Andina'] }, []],
    [
      'by all three',
      { names: ['Red Andina de Cuidados'], acronym: 'rac', website: 'https://red-andina.example.org' },
      ['name', 'acronym', 'domain'],
    ],
  ])('%s', (_what, known, expected) => {
    expect(by(known)).toEqual(expected);
  });

  it('never by what neither has', () => {
    expect(alikeBy(traitsOf({ names: ['A. C.'] }), traitsOf({ names: ['---'], acronym: '' }))).toEqual([]);
  });
});
