import { expect, it } from '@jest/globals';
import { memberImportFields } from '@alianza/contracts/imports/member-import-columns';
import { textIn } from '@alianza/texts/server';
import { proposeFields } from './propose.js';

it('knows its own names, what they are called in the portal, and each one once', () => {
  expect(proposeFields(memberImportFields)).toEqual(memberImportFields);
  expect(proposeFields(['Organización', 'Nombre', 'País sede', 'TIPO DE ORGANIZACIÓN', 'Teléfono'])).toEqual([
    'name_es',
    null,
    'country',
    'sector',
    null,
  ]);
});

it('takes headings as people write them, in either language', () => {
  for (const [lang, headings] of [
    ['es', ['acronym', 'sector', 'website', 'category', 'listed']],
    ['en', ['acronym', 'sector', 'website', 'category', 'listed']],
  ] as const)
    expect(proposeFields(headings.map((field) => textIn(lang)(`memberImports.field.${field}`)))).toEqual([...headings]);
});

it('names nothing of ours by names of the language', () => {
  expect(proposeFields(['__proto__', 'constructor', 'networkId', 'status', 'estado'])).toEqual([null, null, null, null, null]);
});
