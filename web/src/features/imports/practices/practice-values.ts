import { identityFields, importFields, inLanguage, listFields, valueFields } from '@alianza/contracts/imports/import-columns';
import type { ImportField } from '@alianza/contracts/imports/import-columns';
import type { Text } from '@alianza/texts/text';

/** What a field of a record is called; texts say in which language, too. */
export function fieldLabel(text: Text, field: ImportField): string {
  const told = inLanguage(field);
  if (told === null) return text(`imports.field.${field}`);
  return text('openData.inLanguage', { meaning: text(`imports.field.${told.field}`), language: text(`openData.language.${told.lang}`) });
}

const isSource = (field: ImportField) => field.startsWith('source');
const isFact = (field: ImportField) => ([...listFields, ...valueFields] as readonly ImportField[]).includes(field);

/** As a list of choices shows them. */
export const fieldGroups: readonly (readonly [heading: string, fields: readonly ImportField[]])[] = [
  ['imports.mapping.group.text', importFields.filter((field) => inLanguage(field) !== null)],
  ['imports.mapping.group.facts', importFields.filter((field) => isFact(field) && (!isSource(field) || field === 'source_languages'))],
  ['imports.mapping.group.sources', importFields.filter((field) => isSource(field) && field !== 'source_languages')],
  ['imports.mapping.group.identity', identityFields],
];

interface Kept {
  readonly columns: readonly { readonly header: string; readonly field: ImportField }[];
}

/** The columns of a sheet as they were remembered, by their headings. */
export const fieldsAsKept = (headers: readonly string[], { columns }: Kept): (ImportField | null)[] =>
  headers.map((header) => columns.find((column) => column.header === header)?.field ?? null);

/** Whether a sheet says all that a record cannot do without. */
export const hasNeeded = (fields: readonly (ImportField | null)[]): boolean =>
  (['title', 'summary'] as const).every((needed) => fields.some((field) => field !== null && inLanguage(field)?.field === needed));
