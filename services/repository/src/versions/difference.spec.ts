import { describe, expect, it } from '@jest/globals';
import { emptyContent, type PracticeContent } from '@alianza/contracts/repository/practices';
import { difference } from './difference.js';
import { wordsChanged } from './words.js';

const before: PracticeContent = {
  ...emptyContent,
  type: 'good-practice',
  title: { original: 'es', es: 'Relevos entre vecinas' },
  summary: { original: 'es', es: 'Se turnan para cuidar.', en: 'They take turns.' },
};

describe('words', () => {
  it.each([
    ['nada', 'Se turnan para cuidar.', 'Se turnan para cuidar.', '=Se turnan para cuidar.'],
    ['one in the middle', 'En 2024 hubo 100 horas.', 'En 2025 hubo 100 horas.', '=En |-2024 |+2025 |=hubo 100 horas.'],
    ['what comes at the end', 'Se turnan', 'Se turnan y cuentan', '=Se turnan |+y cuentan'],
    ['what goes from the beginning', 'Antes se turnan', 'se turnan', '-Antes |=se turnan'],
    ['everything', 'uno dos', 'tres', '-uno dos|+tres'],
    ['from nothing', '', 'tres', '+tres'],
    ['to nothing', 'tres', '', '-tres'],
    ['spaces alone', 'uno  dos', 'uno dos', '=uno dos'],
    ['a word moved', 'a b c d', 'b c d a', '-a |=b c d |+a'],
  ])('%s', (_what, old, fresh, expected) => {
    const sign = { same: '=', added: '+', removed: '-' };
    const told = wordsChanged(old, fresh).map(({ kind, text }) => sign[kind] + text);
    expect(told.join('|').replace(/ (?=[|]|$)/g, '')).toBe(expected.replace(/ (?=[|]|$)/g, ''));
  });

  it('of two long texts give both back, whatever they share', () => {
    const word = (seed: number) => ['cuidar', 'hora', 'red', 'turno', 'barrio'][(seed * 7919) % 5] ?? '';
    const text = (shift: number, length: number) => Array.from({ length }, (_none, at) => word(at * at + shift)).join(' ');
    for (const [old, fresh] of [
      [text(1, 400), text(3, 380)],
      [text(1, 3000), text(2, 3000)],
    ] as const) {
      const parts = wordsChanged(old, fresh);
      const without = (left: string) =>
        parts
          .filter(({ kind }) => kind !== left)
          .map(({ text: words }) => words)
          .join('')
          .replace(/\s+/g, ' ')
          .trim();
      expect([without('added'), without('removed')]).toEqual([old, fresh]);
    }
  });
});

describe('two states of a practice', () => {
  it('that are alike have no difference, in whatever order their lists stand', () => {
    expect(difference({ ...before, fiveRs: ['reduce', 'recognize'] }, { ...before, fiveRs: ['recognize', 'reduce'] })).toEqual([]);
  });

  it('differ by a file of the same name with other bytes, and by what a picture shows, in any language', () => {
    const [id, hash] = ['01890a5d-ac96-774b-bcce-b302099a8057', 'a'.repeat(32)];
    const file = { id, hash, name: 'Informe.pdf', type: 'application/pdf', size: 240_100, title: 'Informe', language: 'es' };
    const alt = { original: 'es', es: 'Un patio', en: 'A yard' } as const;
    const picture = { id, hash, width: 800, height: 600, alt, credit: null, licence: null };
    const changes = difference(
      { ...before, attachments: [file], pictures: [picture] },
      {
        ...before,
        attachments: [{ ...file, hash: 'b'.repeat(32), size: 96_000 }],
        pictures: [{ ...picture, alt: { ...alt, en: 'A courtyard' } }],
      },
    );
    expect(changes.map(({ field, added, removed }) => [field, added, removed])).toEqual([
      ['pictures', ['Un patio · A courtyard · aaaaaa'], ['Un patio · A yard · aaaaaa']],
      ['attachments', ['Informe · Informe.pdf · es · bbbbbb'], ['Informe · Informe.pdf · es · aaaaaa']],
    ]);
  });

  it('differ text by text in each language, and value by value', () => {
    const source = { title: 'Informe', url: null, publisher: 'Red Ejemplo' };
    const after: PracticeContent = {
      ...before,
      summary: { original: 'es', es: 'Se turnan para cuidar de noche.', en: 'They take turns.' },
      fiveRs: ['reduce'],
      startYear: 2024,
      sources: [source],
      results: { original: 'es', es: '1,200 horas' },
    };
    const changes = difference({ ...before, startYear: 2023 }, after);
    expect(changes.map(({ field }) => field)).toEqual(['summary', 'results', 'fiveRs', 'startYear', 'sources']);
    expect(changes.find(({ field }) => field === 'summary')?.texts).toEqual([
      {
        language: 'es',
        parts: [
          { kind: 'same', text: 'Se turnan para ' },
          { kind: 'removed', text: 'cuidar.' },
          { kind: 'added', text: 'cuidar de noche.' },
        ],
      },
    ]);
    expect(changes.find(({ field }) => field === 'startYear')).toMatchObject({ added: ['2024'], removed: ['2023'] });
    expect(changes.find(({ field }) => field === 'sources')?.added).toEqual(['Informe · Red Ejemplo']);
    expect(changes.find(({ field }) => field === 'results')?.texts[0]?.parts).toEqual([{ kind: 'added', text: '1,200 horas' }]);
  });
});
