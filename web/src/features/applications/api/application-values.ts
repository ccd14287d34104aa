import { uploadPurposes } from '@alianza/contracts/gateway/uploads';
import { ApplicationForm } from '@alianza/contracts/membership/applications';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { validate } from '@alianza/contracts/validate';
import { DomainError } from '@alianza/contracts/errors';
import type { Uploaded } from '../../../shared/api/upload.js';

/** The application as it is being written: everything may still be empty. */
export interface ApplicationValues {
  organization: string;
  acronym: string;
  email: string;
  sector: string;
  country: string;
  website: string;
  work: string;
  motivation: string;
  letterBy: 'file' | 'text';
  letterText: string;
  letterFile: Uploaded | null;
}

export type ApplicationField = Exclude<keyof ApplicationValues, 'letterBy' | 'letterFile'> | 'letterFile';

export const emptyApplication: ApplicationValues = {
  organization: '',
  acronym: '',
  email: '',
  sector: '',
  country: '',
  website: '',
  work: '',
  motivation: '',
  letterBy: 'file',
  letterText: '',
  letterFile: null,
};

export const longest = { work: 1500, motivation: 1500, letterText: 6000 };
export const largestLetter = uploadPurposes['application-letter'].maximum;

const given = (value: string) => (value.trim() === '' ? undefined : value);

/** As the operation takes it. An address without its scheme gets one: nobody types it. */
function draftOf(values: ApplicationValues, language: PortalLanguage) {
  const { organization, email, sector, country, work, motivation } = values;
  const website = given(values.website);
  return {
    organization,
    email: given(email)?.trim(),
    sector,
    country,
    work,
    motivation,
    acronym: given(values.acronym),
    website: website === undefined || website.includes('://') ? website : `https://${website.trim()}`,
    letterText: values.letterBy === 'text' ? given(values.letterText) : undefined,
    letterUploadId: values.letterBy === 'file' ? values.letterFile?.uploadId : undefined,
    language,
  };
}

export type WrongFields = Readonly<Partial<Record<ApplicationField, string>>>;
type Judged = { readonly input: ApplicationInput; readonly wrong: null } | { readonly input: null; readonly wrong: WrongFields };
type ApplicationInput = ReturnType<typeof parse>;

const parse = (values: ApplicationValues, language: PortalLanguage) => validate(ApplicationForm, draftOf(values, language));

const letterIsMissing = ({ letterBy, letterText, letterFile }: ApplicationValues) =>
  letterBy === 'text' ? given(letterText) === undefined : letterFile === null;

/** What can be sent, or which questions still keep it from being sent and why (reasons of the contract's check). */
export function judge(values: ApplicationValues, language: PortalLanguage): Judged {
  const letter = letterIsMissing(values) ? { [values.letterBy === 'text' ? 'letterText' : 'letterFile']: 'missing' } : {};
  try {
    return { input: parse(values, language), wrong: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const found = error.issues.filter(({ reason }) => reason !== 'letter-text-or-file');
    return { input: null, wrong: { ...Object.fromEntries(found.map(({ pointer, reason }) => [pointer.slice(1), reason])), ...letter } };
  }
}
