import { importFields, type ImportField, type ImportLanguage, type TranslatedField } from '@alianza/contracts/imports/import-columns';
import { plainly } from '@alianza/platform/sheets/words';
import { plainNames, textNames } from './field-names.js';

const languageNames: Readonly<Record<ImportLanguage, readonly string[]>> = {
  es: ['es', 'esp', 'espanol', 'castellano', 'spanish'],
  en: ['en', 'eng', 'ingles', 'english'],
  fr: ['fr', 'fra', 'frances', 'french'],
  pt: ['pt', 'por', 'portugues', 'portuguese'],
};
const languageOf = new Map(Object.entries(languageNames).flatMap(([lang, names]) => names.map((name) => [name, lang as ImportLanguage])));

/** By the names of the open data first, then by what people call them. */
const fields = new Map<string, ImportField>(importFields.map((field) => [plainly(field), field]));
const texts = new Map<string, { readonly field: TranslatedField; readonly lang: ImportLanguage }>();
for (const [field, names] of Object.entries(plainNames)) {
  for (const name of names.split('|')) if (!fields.has(name)) fields.set(name, field as ImportField);
}
for (const [field, byLanguage] of Object.entries(textNames)) {
  for (const [lang, names] of Object.entries(byLanguage))
    for (const name of names.split('|')) texts.set(name, { field: field as TranslatedField, lang: lang as ImportLanguage });
}

/** `Título (inglés)`, `title en`, `Resumen en español`: the name of a text and, last, a language. */
function textIn(words: readonly string[]): ImportField | null {
  const lang = languageOf.get(words.at(-1) ?? '');
  if (lang === undefined || words.length < 2) return null;
  const before = words.slice(0, -1);
  const name = [before, before.at(-1) === 'en' || before.at(-1) === 'in' ? before.slice(0, -1) : before].map((some) => some.join(' '));
  const found = name.map((each) => texts.get(each)).find((each) => each !== undefined);
  return found ? `${found.field}_${lang}` : null;
}

function proposed(header: string): ImportField | null {
  const name = plainly(header);
  const text = texts.get(name);
  if (text) return `${text.field}_${text.lang}`;
  return fields.get(name) ?? textIn(name.split(' '));
}

/** What each column seems to be by its heading; the first one of a kind is taken. In what the open data gave out, and in the template, `url` is the record's own page. */
export function proposeFields(headers: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const exported = headers.includes('id') && ['published_at', 'source_urls'].some((name) => headers.includes(name));
  return headers.map((header) => {
    const found = header === 'url' && !exported ? 'source_urls' : proposed(header);
    if (found === null || taken.has(found)) return null;
    taken.add(found);
    return found;
  });
}
