import type { Text } from '@alianza/texts/text';
import type { ApplicationField, WrongFields } from './application-fields.js';

/** By question and reason, what to tell; a question's last resort is `other`. */
const messages: Record<ApplicationField, { readonly missing?: string; readonly other: string }> = {
  organization: { missing: 'application.error.organizationMissing', other: 'application.error.organization' },
  acronym: { other: 'application.error.acronym' },
  email: { missing: 'application.error.emailMissing', other: 'application.error.email' },
  sector: { other: 'application.error.sector' },
  country: { other: 'application.error.country' },
  website: { other: 'application.error.website' },
  work: { missing: 'application.error.workMissing', other: 'application.error.work' },
  motivation: { missing: 'application.error.motivationMissing', other: 'application.error.motivation' },
  letterText: { missing: 'application.error.letterTextMissing', other: 'application.error.letterText' },
  letterFile: { missing: 'application.error.letterFileMissing', other: 'application.error.letterFileGone' },
};

/** Order of the questions on the page, and so of the lines in the summary. */
const order = Object.keys(messages) as ApplicationField[];

export function messagesOf(wrong: WrongFields, text: Text): Partial<Record<ApplicationField, string>> {
  const worded = order
    .filter((field) => wrong[field] !== undefined)
    .map((field) => {
      const known = messages[field];
      return [field, text((wrong[field] === 'missing' ? known.missing : undefined) ?? known.other)] as const;
    });
  return Object.fromEntries(worded);
}
