import { describe, expect, it } from '@jest/globals';
import { freeSlug, slugOf } from './slugs.js';

describe('an address', () => {
  it.each([
    ['Guarderías móviles (ficticia)', 'guarderias-moviles-ficticia'],
    ['¿Quién cuida? Ñandutí & café', 'quien-cuida-nanduti-cafe'],
    ['VilaVeïna: comunidades de cuidado', 'vilaveina-comunidades-de-cuidado'],
    ['  5R — 2019/1158  ', '5r-2019-1158'],
    ['介護', 'practica'],
  ])('of %s is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('ends at a whole word within 80 characters, a number included', () => {
    const slug = slugOf('Comunidades de cuidado '.repeat(10));
    expect(slug).toBe('comunidades-de-cuidado-comunidades-de-cuidado-comunidades-de-cuidado');
    expect(slugOf('x'.repeat(200))).toHaveLength(76);
  });

  it('takes the first free number', () => {
    expect(freeSlug('relevos', new Set())).toBe('relevos');
    expect(freeSlug('relevos', new Set(['relevos', 'relevos-2', 'relevos-4']))).toBe('relevos-3');
  });
});
