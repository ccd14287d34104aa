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
/** Bytes. */
export const largestLetter = 10 * 2 ** 20;

export type WrongFields = Readonly<Partial<Record<ApplicationField, string>>>;
