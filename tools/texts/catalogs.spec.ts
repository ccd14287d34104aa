import { describe, expect, it } from '@jest/globals';
import { argumentsOf, catalogFaults } from './catalogs.mjs';

const faults = (es: Record<string, string>, en: Record<string, string>) =>
  catalogFaults(new Map(Object.entries(es)), new Map(Object.entries(en)));

describe('catalogs', () => {
  it('agree when both languages ask for the same arguments', () => {
    expect(
      faults({ 'a.b': '{count, plural, one {# práctica} other {# prácticas}} de {network}' }, { 'a.b': '{network}: {count, number}' }),
    ).toEqual([]);
  });

  it('name what is missing or empty', () => {
    expect(faults({ 'a.b': 'Uno', 'a.d': ' ' }, { 'a.c': 'Two', 'a.d': 'Four' })).toEqual([
      'a.b: missing in en.',
      'a.d: empty in es.',
      'a.c: missing in es.',
    ]);
  });

  it('name what cannot be parsed or asks for something else', () => {
    const [broken, different] = faults({ 'a.b': '{count, plural, one {#', 'a.c': 'Hola, {name}' }, { 'a.b': '{count}', 'a.c': 'Hello' });
    expect(broken).toMatch(/^a\.b: no ICU message in es/);
    expect(different).toBe('a.c: the languages ask for different arguments: name | .');
  });

  it('finds arguments inside plural and select', () => {
    expect(argumentsOf('{kind, select, a {{who} {count, plural, one {# {thing}} other {#}}} other {}}', 'es')).toEqual([
      'count',
      'kind',
      'thing',
      'who',
    ]);
  });
});
