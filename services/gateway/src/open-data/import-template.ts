import { actorImportFields } from '@alianza/contracts/imports/actor-import-columns';
import { importFields, inLanguage, type ImportField } from '@alianza/contracts/imports/import-columns';
import { memberImportFields } from '@alianza/contracts/imports/member-import-columns';
import { regions } from '@alianza/contracts/membership/directory/regions';
import { recordLicences } from '@alianza/contracts/repository/publication/licences';
import type { OfferedConcept } from '@alianza/contracts/repository/taxonomy';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { evidenceLevels, practiceTypes, sectors } from '@alianza/contracts/taxonomy';
import { byteOrderMark, csvLine } from '@alianza/platform/sheets/csv';
import { packWorkbook, type WorkbookCell } from '@alianza/platform/sheets/workbook-thread';
import { textIn } from '@alianza/texts/server';

/** Portuguese and French are taken from a sheet that has them; a template with as many columns again would frighten. */
const shown = importFields.filter((field) => !['fr', 'pt'].includes(inLanguage(field)?.lang ?? ''));

export type OrganizationSheet = 'members' | 'actors';

type Help =
  | ('id' | 'reference' | 'slug' | 'url' | 'list' | 'one' | 'year')
  | ('country' | 'oneCountry' | 'languages' | 'targets' | 'sources' | 'beside' | 'yesNo');

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
    level: () => offered('level'),
    licence: () => [...recordLicences],
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
  return among(text(`imports.help.${helps[field] ?? 'one'}`), allowed(field, reader), reader.lang);
}

const among = (help: string, all: readonly string[], lang: PortalLanguage): string =>
  all.length === 0 ? help : `${help} ${textIn(lang)('imports.help.allowed', { among: all.join(' · ') })}`;

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

/** What cells hold that are written alike in sheets of organisations. */
const helpedAlike: Readonly<Record<string, Help>> = {
  ...{ reference: 'reference', slug: 'slug', country: 'oneCountry', languages: 'languages', sources: 'sources' },
  ...{ sector: 'one', region: 'one', contact_language: 'one', listed: 'yesNo', shown: 'yesNo' },
};

/** Those of which there is a list. */
function allowedAlike(field: string, lang: PortalLanguage): readonly string[] {
  const text = textIn(lang);
  if (field === 'sector') return sectors.map((id) => text(`taxonomy.sector.${id}`));
  if (field === 'region') return regions.map((id) => text(`taxonomy.region.${id}`));
  return field === 'contact_language' ? (['es', 'en'] as const).map((code) => text(`actors.form.language.${code}`)) : [];
}

/** The same for a sheet of organisations. */
function organizationDictionary(kind: OrganizationSheet, lang: PortalLanguage): string[][] {
  const text = textIn(lang);
  const head = ['column', 'meaning', 'how'].map((name) => text(`imports.dictionary.${name}`));
  const how = (field: string) => {
    const help = helpedAlike[field];
    if (help !== undefined) return among(text(`imports.help.${help}`), allowedAlike(field, lang), lang);
    if (field === 'titular_email') return text('memberImports.help.titular_email');
    return field === 'initiatives' ? text('actorImports.help.initiatives') : '';
  };
  if (kind === 'members') return [head, ...memberImportFields.map((field) => [field, text(`memberImports.field.${field}`), how(field)])];
  return [head, ...actorImportFields.map((field) => [field, text(`actorImports.field.${field}`), how(field)])];
}

const bold = (value: string): WorkbookCell => ({ value, fontWeight: 'bold' });

/** The sheet to fill in first, since that is the one that is read, and the dictionary beside it. */
function workbook(columns: readonly string[], [head = [], ...entries]: string[][], sheets: { records: string; dictionary: string }) {
  return packWorkbook([
    { data: [columns.map(bold)], sheet: sheets.records, stickyRowsCount: 1 },
    { data: [head.map(bold), ...entries], sheet: sheets.dictionary, stickyRowsCount: 1 },
  ]);
}

export function templateWorkbook(reader: Reader): Promise<Buffer> {
  const text = textIn(reader.lang);
  const sheets = { records: text('imports.dictionary.records'), dictionary: text('imports.dictionary.sheet') };
  return workbook(shown, templateDictionary(reader), sheets);
}

export function organizationTemplateWorkbook(kind: OrganizationSheet, lang: PortalLanguage): Promise<Buffer> {
  const text = textIn(lang);
  const isMembers = kind === 'members';
  const records = text(isMembers ? 'memberImports.template.sheet' : 'actors.sheet');
  const sheets = { records, dictionary: text('imports.dictionary.sheet') };
  return workbook(isMembers ? memberImportFields : actorImportFields, organizationDictionary(kind, lang), sheets);
}
