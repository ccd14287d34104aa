import { expect, it } from '@jest/globals';
import { notedFields } from '@alianza/contracts/membership/directory/members';
import { textIn } from '@alianza/texts/server';

it.each(['es', 'en'])('whatever can be noted as changed has its words: %s', (lang) => {
  const words = notedFields.map((field) => textIn(lang)(`members.field.${field}`));
  expect(new Set(words).size).toBe(notedFields.length);
});
