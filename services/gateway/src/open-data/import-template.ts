import { importFields, inLanguage, type ImportField } from '@alianza/contracts/import-columns';
import type { OfferedConcept } from '@alianza/contracts/repository/taxonomy';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { evidenceLevels, levels, practiceTypes } from '@alianza/contracts/taxonomy';
import { byteOrderMark, csvLine } from '@alianza/platform/sheets/csv';
import { packWorkbook, type WorkbookCell } from '@alianza/platform/sheets/workbook-thread';
import { textIn } from '@alianza/texts/server';

/** Portuguese and French are taken from a sheet that has them; a template with as many columns again would frighten. */
const shown = importFields.filter((field) => !['fr', 'pt'].includes(inLanguage(field)?.lang ?? ''));

type Help = 'id' | 'reference' | 'slug' | 'url' | 'list' | 'one' | 'year' | 'country' | 'languages' | 'targets' | 'sources' | 'beside';

const helps: Readonly<Partial<Record<ImportField, Help>>> = {
  ...{ id: 'id', reference: 'reference', slug: 'slug', url: 'url', countries: 'country', source_languages: 'languages' },
  ...{ organizations: 'list', five_rs: 'list', populations: 'list', priority_areas: 'list', sdg_targets: 'targets' },
  ...{ start_year: 'year', end_year: 'year', sources: 'sources', source_publishers: 'beside', source_urls: 'beside' },
};

interface Reader {
  readonly lang: PortalLanguage;
  /** What the network offers today, in that language. */
  readonly concepts: readonly OfferedConcept[];
}

function allowed(field: ImportField, { lang, concepts }: Reader): string[] {
  const text = textIn(lang);
  const labelled = (scheme: string, ids: readonly string[]) => ids.map((id) => text(`taxonomy.${scheme}.${id}`));
  const offered = (scheme: string) => concepts.filter((one) => one.scheme === scheme && one.offered).map(({ label }) => label);
  const of: Partial<Record<ImportField, () => string[]>> = {
    type: () => labelled('practiceType', practiceTypes),
    level: () => labelled('level', levels),
    evidence: () => labelled('evidence', evidenceLevels),
    original_language: () => ['es', 'en', 'fr', 'pt'].map((code) => text(`openData.language.${code}`)),
    five_rs: () => offered('fiveR'),
    sector: () => offered('sector'),
    populations: () => offered('population'),
    priority_areas: () => offered('priorityArea'),
  };
  return of[field]?.() ?? [];
}

function howWritten(field: ImportField, reader: Reader): string {
  const text = textIn(reader.lang);
  const told = inLanguage(field);
  if (told !== null) return text(['title', 'summary'].includes(told.field) ? 'imports.help.required' : 'imports.help.text');
  const among = allowed(field, reader);
  const help = text(`imports.help.${helps[field] ?? 'one'}`);
  return among.length === 0 ? help : `${help} ${text('imports.help.allowed', { among: among.join(' · ') })}`;
}

function meaningOf(field: ImportField, lang: PortalLanguage): string {
  const text = textIn(lang);
  const told = inLanguage(field);
  if (told === null) return text(`imports.field.${field}`);
  return text('openData.inLanguage', { meaning: text(`imports.field.${told.field}`), language: text(`openData.language.${told.lang}`) });
}

/** Name of each column, what it is and how it is written, under their headings. */
export function templateDictionary(reader: Reader): string[][] {
  const text = textIn(reader.lang);
  const head = ['column', 'meaning', 'how'].map((name) => text(`imports.dictionary.${name}`));
  return [head, ...shown.map((field) => [field, meaningOf(field, reader.lang), howWritten(field, reader)])];
}

/** A line of headings: records are written below it. */
export const templateCsv = (): string => byteOrderMark + csvLine(shown);
export const dictionaryCsv = (reader: Reader): string => byteOrderMark + templateDictionary(reader).map(csvLine).join('');

const bold = (value: string): WorkbookCell => ({ value, fontWeight: 'bold' });

/** The sheet to fill in first, since that is the one that is read, and the dictionary beside it. */
export function templateWorkbook(reader: Reader): Promise<Buffer> {
  const text = textIn(reader.lang);
  const [head = [], ...entries] = templateDictionary(reader);
  return packWorkbook([
    { data: [shown.map(bold)], sheet: text('imports.dictionary.records'), stickyRowsCount: 1 },
    { data: [head.map(bold), ...entries], sheet: text('imports.dictionary.sheet'), stickyRowsCount: 1 },
  ]);
}
