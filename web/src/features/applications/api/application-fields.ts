import type { ApplicationConsent } from '@alianza/contracts/membership/application-form';
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
  /** What the public may read once the organisation takes part: nothing that nobody marked. */
  shows: readonly ApplicationConsent[];
  /** Secret of the invitation that led here; empty without one. */
  invitation: string;
}

export type ApplicationField = Exclude<keyof ApplicationValues, 'letterBy' | 'letterFile' | 'shows' | 'invitation'> | 'letterFile';

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
  shows: [],
  invitation: '',
};

/** In the order of the form's questions; the contract's own list, which is fetched once somebody sends. */
export const consents: readonly ApplicationConsent[] = ['country', 'region', 'website', 'work'];

export const longest = { work: 1500, motivation: 1500, letterText: 6000 };
/** Bytes. */
export const largestLetter = 10 * 2 ** 20;

export type WrongFields = Readonly<Partial<Record<ApplicationField, string>>>;
