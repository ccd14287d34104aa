import { expect, it } from '@jest/globals';
import { importFields, saidColumns } from '@alianza/contracts/imports/import-columns';
import { practiceColumns } from '@alianza/contracts/open-data';
import { proposeFields } from './propose.js';

it.each([
  ['Título', 'title_es'],
  ['  TITULO  ', 'title_es'],
  ['Title', 'title_en'],
  ['Título (inglés)', 'title_en'],
  ['Título en inglés', 'title_en'],
  ['Title EN', 'title_en'],
  ['Title in Portuguese', 'title_pt'],
  ['summary_fr', 'summary_fr'],
  ['¿Qué se aprendió?', 'lessons_es'],
  ['What did not work, and how that was solved', 'weaknesses_en'],
  ['País(es)', null],
  ['Países', 'countries'],
  ['5R', 'five_rs'],
  ['Año', 'start_year'],
  ['Población objetivo', 'populations'],
  ['Fuentes', 'sources'],
  ['url', 'source_urls'],
  ['Folio', 'reference'],
  ['Estado', null],
  ['en', null],
  ['', null],
  ['__proto__', null],
])('%s is proposed as %s', (header, field) => {
  expect(proposeFields([header])).toEqual([field]);
});

it('takes the first of a kind', () => {
  expect(proposeFields(['Título', 'Nombre', 'Title'])).toEqual(['title_es', null, 'title_en']);
});

it('knows every column of the open data, and leaves what they say about the record', () => {
  const names = practiceColumns.map(([name]) => name as string);
  const proposed = proposeFields(names);
  const left = names.filter((_name, place) => proposed[place] === null);
  expect(left).toEqual([...saidColumns]);
  expect(names.filter((name) => !left.includes(name))).toEqual(proposed.filter((field) => field !== null));
  expect(importFields).toHaveLength(new Set(importFields).size);
});
