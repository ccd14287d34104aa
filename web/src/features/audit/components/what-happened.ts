import type { AuditEntry } from '@alianza/contracts/audit/entries';
import type { Text } from '@alianza/texts/text';
import { isLocalized, saidIn } from '../api/said-in.js';

/** `ev.membership.application.accepted.v1` → noun and verb, the words a person has for it being under them. */
export const partsOf = (subject: string) => {
  const [, service = '', noun = '', verb = ''] = subject.split('.');
  return { service, noun, verb };
};

/** What happens when `verb` happens to `noun`; one that has no words yet is told by its own name, because nothing may be left out of a log. */
export function kindInWords({ noun, verb }: { readonly noun: string; readonly verb: string }, text: Text): string {
  const key = `secretariat.event.${noun}-${verb}`;
  return text.has(key) ? text(key) : `${noun} ${verb}`;
}

export const whatHappened = ({ subject }: AuditEntry, text: Text): string => kindInWords(partsOf(subject), text);

export const nounInWords = (noun: string, text: Text): string => {
  const key = `auditLog.noun.${noun}`;
  return text.has(key) ? text(key) : noun;
};

const named = ['title', 'organization', 'name', 'label', 'code'] as const;

/** What it happened to, where the event says so: a title, a name. */
export function whatTo({ data }: AuditEntry, lang: string): string | null {
  for (const name of named) {
    const value = data[name];
    if (typeof value === 'string' && value !== '') return value;
    if (isLocalized(value)) return saidIn(value, lang);
  }
  return null;
}
