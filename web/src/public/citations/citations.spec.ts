import { describe, expect, it } from '@jest/globals';
import { textIn } from '@alianza/texts/server';
import { apa } from './apa.js';
import { bibtex, texOf } from './bibtex.js';
import { cslJson } from './csl-json.js';
import type { Reference } from './reference.js';
import { ris } from './ris.js';

const awkward = `{Ñandú} & "café": 100 % de $5 – ¿qué_hacer? \\ ~x^2 #1 «así»\nen dos líneas </script>`;

const reference = (over: Partial<Reference> = {}): Reference => ({
  key: 'agc-nandu-cafe',
  type: 'good-practice',
  authors: ['Secretaría de Bienestar, Jalisco (ficticia)', 'Ñu & Asociadas, A.C.'],
  title: awkward,
  summary: 'Un resumen\ncon dos líneas.',
  issued: '2026-03-09',
  publisher: 'Alianza Global por los Cuidados',
  collection: 'Repositorio de prácticas, Alianza Global por los Cuidados',
  version: '2',
  url: 'https://alianza.example.org/agc/id/01890000-0000-7000-8000-000000000000',
  lang: 'es',
  keywords: ['Reconocer', 'Personas mayores'],
  licence: 'CC-BY-4.0',
  ...over,
});

/** Depth of braces after the text, leaving out the escaped ones; never below zero on the way. */
function depth(text: string): number {
  let open = 0;
  for (const [match] of text.matchAll(/\\.|[{}]/gs)) {
    if (match === '{') open++;
    if (match === '}') open--;
    if (open < 0) throw new Error('a brace is closed that none opened');
  }
  return open;
}

describe('BibTeX', () => {
  it('is one entry whose braces close, whatever the title holds', () => {
    const entry = bibtex(reference());
    expect(entry).toMatch(/^@misc\{agc-nandu-cafe,\n/);
    expect(entry.endsWith('\n}\n')).toBe(true);
    expect(depth(entry)).toBe(0);
    expect(entry).toContain('year = {2026}');
    expect(entry).toContain('month = mar');
    expect(entry).toContain('url = {https://alianza.example.org/agc/id/01890000-0000-7000-8000-000000000000}');
  });

  it('keeps each organisation whole, a comma and an ampersand in its name included', () => {
    expect(bibtex(reference())).toContain(
      String.raw`author = {{Secretar{\'\i}a de Bienestar, Jalisco (ficticia)} and {{\~N}u \& Asociadas, A.C.}}`,
    );
  });

  it.each([
    ['áéíóúñüç', String.raw`{\'a}{\'e}{\'\i}{\'o}{\'u}{\~n}{\"u}{\c c}`],
    ['ÁÑ', String.raw`{\'A}{\~N}`],
    ['50 % & {a}_b #1 $2', String.raw`50 \% \& \{a\}\_b \#1 \$2`],
    ['a\\b~c^d', String.raw`a{\textbackslash}b{\textasciitilde}c{\textasciicircum}d`],
    ['¿Quién?', String.raw`{\textquestiondown}Qui{\'e}n?`],
    ['介護 a\u0301', String.raw`介護 {\'a}`],
    ['una\n  línea', String.raw`una l{\'\i}nea`],
  ])('writes %j as TeX reads it', (text, tex) => {
    expect(texOf(text)).toBe(tex);
  });
});

describe('RIS', () => {
  const lines = ris(reference()).split('\r\n');

  it('has one field to a line, opens with its type and closes with ER', () => {
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
  });

  it('repeats authors and keywords, and writes dates as the format wants them', () => {
    const of = (tag: string) => lines.filter((line) => line.startsWith(`${tag}  - `)).map((line) => line.slice(6));
    expect(of('AU')).toEqual(reference().authors);
    expect(of('KW')).toEqual(reference().keywords);
    expect([of('PY'), of('DA')]).toEqual([['2026'], ['2026/03/09/']]);
    expect(of('TI')).toEqual([awkward.replace('\n', ' ')]);
  });
});

describe('CSL-JSON', () => {
  it('is a list of one item, with literal names and its date in parts', () => {
    const [item, ...more] = JSON.parse(cslJson(reference({ type: 'law-policy' }))) as Record<string, unknown>[];
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      id: 'agc-nandu-cafe',
      type: 'legislation',
      title: awkward,
      author: [{ literal: 'Secretaría de Bienestar, Jalisco (ficticia)' }, { literal: 'Ñu & Asociadas, A.C.' }],
      issued: { 'date-parts': [[2026, 3, 9]] },
      URL: reference().url,
    });
  });
});

describe('APA', () => {
  const text = textIn('es');

  it('names all who answer for it, and ends a name only once', () => {
    expect(apa(reference({ authors: ['Red Ejemplo, A.C.'], title: 'Relevos' }), text)).toBe(
      'Red Ejemplo, A.C. (2026). Relevos (versión 2). Repositorio de prácticas, Alianza Global por los Cuidados. ' +
        'https://alianza.example.org/agc/id/01890000-0000-7000-8000-000000000000',
    );
    expect(apa(reference({ authors: ['Una', 'Dos'] }), text)).toMatch(/^Una y Dos\. \(2026\)/);
  });
});
