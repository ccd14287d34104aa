import type { FieldChange } from '@alianza/contracts/repository/publication/differences';
import { usualLicence } from '@alianza/contracts/repository/publication/licences';
import { practiceFields, type PracticeContent } from '@alianza/contracts/repository/practices';
import { languages, type Localized } from '@alianza/contracts/shapes';
import type { Attachment, Picture } from '@alianza/contracts/repository/files/record-files';
import { wordsChanged } from './words.js';

type Field = keyof PracticeContent;

const isLocalized = (value: unknown): value is Localized => typeof value === 'object' && value !== null && 'original' in value;

/** One value of a list or a choice, as it is read: a code, a number, or the texts of a source in a row. */
function said(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value)
    .filter((part) => part !== null && part !== undefined)
    .map(said)
    .join(' · ');
}

function valuesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.map(said) : [said(value)];
}

/** Files by what is said of them, and by the beginning of their hash, so that another one in its place is seen. */
const pictureSaid = ({ alt, credit, licence, hash }: Picture) =>
  said([alt && languages.map((language) => alt[language]), credit, licence, hash.slice(0, 6)]);
const attachmentSaid = ({ title, name, language, hash }: Attachment) => said([title, name, language, hash.slice(0, 6)]);

function toldOf(content: PracticeContent): Readonly<Record<Field, unknown>> {
  const { pictures, attachments, licence = usualLicence } = content;
  return { ...content, licence, pictures: pictures?.map(pictureSaid), attachments: attachments?.map(attachmentSaid) } as Record<
    Field,
    unknown
  >;
}

function textsChanged(before: Localized | null, after: Localized | null): FieldChange['texts'] {
  return languages.flatMap((language) => {
    const [old, fresh] = [before?.[language] ?? '', after?.[language] ?? ''];
    const parts = wordsChanged(old, fresh);
    return parts.every(({ kind }) => kind === 'same') ? [] : [{ language, parts }];
  });
}

function fieldChange(field: Field, before: unknown, after: unknown): FieldChange {
  if (isLocalized(before) || isLocalized(after)) {
    const texts = textsChanged(isLocalized(before) ? before : null, isLocalized(after) ? after : null);
    return { field, texts, added: [], removed: [] };
  }
  const [old, fresh] = [valuesOf(before), valuesOf(after)];
  return {
    field,
    texts: [],
    added: fresh.filter((value) => !old.includes(value)),
    removed: old.filter((value) => !fresh.includes(value)),
  };
}

/** What changed from one state of a practice to another, field by field in the order in which they are declared. */
export function difference(before: PracticeContent, after: PracticeContent): FieldChange[] {
  const [old, fresh] = [toldOf(before), toldOf(after)];
  return practiceFields
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
    .map((field) => fieldChange(field, old[field], fresh[field]))
    .filter(({ texts, added, removed }) => texts.length + added.length + removed.length > 0);
}
