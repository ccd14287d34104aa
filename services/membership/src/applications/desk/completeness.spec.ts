import { describe, expect, it } from '@jest/globals';
import { completenessOf } from './completeness.js';
import { domainOfAddress, domainOfSite } from './web-domains.js';

const whole = {
  letterFileId: '0190a000-0000-7000-8000-00000000000a',
  website: 'https://www.red-ejemplo.example.org/',
  email: 'contacto@correo.red-ejemplo.example.org',
  work: 'x'.repeat(200),
  motivation: 'x'.repeat(100),
  status: 'submitted' as const,
};
type Over = Partial<Parameters<typeof completenessOf>[0]>;
const itemsThatAre = (wanted: boolean | null, over: Over) =>
  completenessOf({ ...whole, ...over })
    .filter(({ met }) => met === wanted)
    .map(({ item }) => item);
const missing = (over: Over) => itemsThatAre(false, over);

describe('what an application should have', () => {
  it('is told item by item', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ letterFileId: null })).toEqual(['letter-file']);
    expect(missing({ website: null })).toEqual(['website', 'own-address']);
    expect(missing({ work: 'x'.repeat(199), motivation: 'x'.repeat(99) })).toEqual(['work', 'motivation']);
    expect(missing({ status: 'clarification-asked' })).toEqual(['answered']);
  });

  it('is an address of the site it names, not of an office that anybody may have one at', () => {
    expect(missing({ email: 'red-ejemplo@gmail.com' })).toEqual(['own-address']);
    expect(missing({ email: 'alguien@otra.example.org' })).toEqual(['own-address']);
    expect(missing({ email: 'x@notred-ejemplo.example.org' })).toEqual(['own-address']);
  });

  it('is of the office of a government that it names, not of whichever has an address of that government', () => {
    const website = 'https://www.gob.mx/inmujeres/acciones';
    expect(missing({ website, email: 'a@inmujeres.gob.mx' })).toEqual([]);
    expect(missing({ website, email: 'a@inmujeres.example.org' })).toEqual(['own-address']);
    expect(missing({ website: 'https://www.gob.mx/', email: 'a@gob.mx' })).toEqual(['own-address']);
    expect(missing({ website: 'https://www.inmujeres.gob.mx/', email: 'a@correo.inmujeres.gob.mx' })).toEqual([]);
    expect(missing({ website: 'https://www.inmujeres.gob.mx/', email: 'a@bienestar.gob.mx' })).toEqual(['own-address']);
  });

  it.each([
    ['https://www.gob.mx/inmujeres/acciones', 'a@bienestar.gob.mx'],
    ['https://www.gub.uy/ministerio-desarrollo-social', 'a@mides.gub.uy'],
    ['https://www.argentina.gob.ar/generos', 'a@mingeneros.gob.ar'],
  ])('says of a page of a government’s one portal and an address of another name there that nobody can tell: %s, %s', (website, email) => {
    expect([itemsThatAre(null, { website, email }), missing({ website, email })]).toEqual([['own-address'], []]);
    expect(itemsThatAre(null, { website, email: 'a@gmail.com' })).toEqual([]);
  });
});

it('a domain is what is left of an address or a site when it is theirs alone', () => {
  expect(domainOfSite('https://WWW.Red.example.org:8443/es?x=1')).toBe('red.example.org');
  expect(['https://www.facebook.com/red', 'https://es.linkedin.com/x', 'nada', null].map(domainOfSite)).toEqual([null, null, null, null]);
  expect(['Ana@GMAIL.com', 'a@b', 'a@Red.example.org'].map(domainOfAddress)).toEqual([null, null, 'red.example.org']);
});

it('a government’s own portal is nobody’s domain, and each of its offices has one', () => {
  const portals = [
    'https://www.gob.mx',
    'https://gob.mx/es',
    'https://www.gov.uk/government/x',
    'https://www.gov.co/',
    'https://org.uk/red',
  ];
  expect(portals.map(domainOfSite)).toEqual([null, null, null, null, null]);
  const offices = ['https://www.gob.mx/INMUJERES', 'https://gov.br/mulheres/pt-br', 'https://mides.gub.uy', 'https://red.org.uk'];
  expect(offices.map(domainOfSite)).toEqual(['inmujeres.gob.mx', 'mulheres.gov.br', 'mides.gub.uy', 'red.org.uk']);
  const behind = [
    'https://www.gob.pe/institucion/mimp/noticias',
    'https://www.gob.pe/institucion/inei',
    'https://www.gob.pe/institucion',
    'https://www.gob.pe/mimp',
    'https://www.argentina.gob.ar/trabajo',
    'https://www.argentina.gob.ar',
  ];
  expect(behind.map(domainOfSite)).toEqual(['mimp.gob.pe', 'inei.gob.pe', null, 'mimp.gob.pe', 'trabajo.argentina.gob.ar', null]);
  expect(domainOfAddress('a@argentina.gob.ar')).toBeNull();
  expect(['a@gob.mx', 'a@gov.br', 'a@inmujeres.gob.mx'].map(domainOfAddress)).toEqual([null, null, 'inmujeres.gob.mx']);
});
