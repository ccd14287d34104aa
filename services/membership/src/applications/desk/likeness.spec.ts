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

  it('not because both are of one government, whatever way their sites are written', () => {
    const office = (website: string, email = 'a@gmail.com') => traitsOf({ names: [website], website, email });
    const inmujeres = office('https://www.gob.mx/inmujeres');
    const others = [office('https://www.gob.mx/bienestar'), office('https://www.dif.gob.mx'), office('https://www.gob.mx', 'a@dif.gob.mx')];
    expect(others.map((other) => alikeBy(inmujeres, other))).toEqual([[], [], []]);
    expect(alikeBy(inmujeres, office('https://inmujeres.gob.mx/quienes'))).toEqual(['domain']);
    expect(alikeBy(inmujeres, office('https://x.example.org', 'a@inmujeres.gob.mx'))).toEqual(['domain']);
  });

  it('never by what neither has', () => {
    expect(alikeBy(traitsOf({ names: ['A. C.'] }), traitsOf({ names: ['---'], acronym: '' }))).toEqual([]);
  });
});
