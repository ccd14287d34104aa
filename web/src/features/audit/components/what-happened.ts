import type { AuditEntry } from '@alianza/contracts/audit/entries';
import type { Text } from '@alianza/texts/text';

/** `ev.membership.application.accepted.v1` → noun and verb, the words a person has for it being under them. */
const partsOf = (subject: string) => {
  const [, service = '', noun = '', verb = ''] = subject.split('.');
  return { service, noun, verb };
};

/** What an event says happened; one that has no words yet is told by its own name, because nothing may be left out of a log. */
export function whatHappened({ subject }: AuditEntry, text: Text): string {
  const { service, noun, verb } = partsOf(subject);
  const key = `secretariat.event.${noun}-${verb}`;
  return text.has(key) ? text(key) : `${service}: ${noun} ${verb}`;
}
