import { ApplicationForm } from '@alianza/contracts/membership/application-form';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { validate } from '@alianza/contracts/validate';
import { DomainError } from '@alianza/contracts/errors';
import type { ApplicationValues, WrongFields } from './application-fields.js';

const given = (value: string) => (value.trim() === '' ? undefined : value);

/** In which language it is written, and which version of the privacy notice stands beside it. */
interface Around {
  readonly language: PortalLanguage;
  readonly notice: number;
}

/** As the operation takes it. An address without its scheme gets one: nobody types it. */
function draftOf(values: ApplicationValues, { language, notice }: Around) {
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
    shows: [...values.shows],
    invitation: given(values.invitation),
    language,
    notice,
  };
}

type Judged = { readonly input: ApplicationInput; readonly wrong: null } | { readonly input: null; readonly wrong: WrongFields };
type ApplicationInput = ReturnType<typeof parse>;

const parse = (values: ApplicationValues, around: Around) => validate(ApplicationForm, draftOf(values, around));

const letterIsMissing = ({ letterBy, letterText, letterFile }: ApplicationValues) =>
  letterBy === 'text' ? given(letterText) === undefined : letterFile === null;

/** What can be sent, or which questions still keep it from being sent and why (reasons of the contract's check). */
export function judge(values: ApplicationValues, around: Around): Judged {
  const letter = letterIsMissing(values) ? { [values.letterBy === 'text' ? 'letterText' : 'letterFile']: 'missing' } : {};
  try {
    return { input: parse(values, around), wrong: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const found = error.issues.filter(({ reason }) => reason !== 'letter-text-or-file');
    return { input: null, wrong: { ...Object.fromEntries(found.map(({ pointer, reason }) => [pointer.slice(1), reason])), ...letter } };
  }
}
