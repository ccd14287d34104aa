import type { HeldRole, OrganizationPeople } from '@alianza/contracts/membership/representation/roles';

/** Part of an address: the page of people opens with the handover asked for. */
export const offering = { key: 'ofrecer', value: 'relevo' } as const;

/** Titular and suplentes rest on a letter. */
export const represents = ({ role, until }: Pick<HeldRole, 'role' | 'until'>): boolean =>
  until === null && (role === 'titular' || role === 'suplente');

/** Who is titular now. */
export const titularIn = (items: readonly HeldRole[]): HeldRole | undefined =>
  items.find(({ role, until }) => role === 'titular' && until === null);

/** Everybody of the organisation now but its titular, each once: id and name. */
export function successorsIn(items: readonly HeldRole[]): (readonly [id: string, name: string])[] {
  const titular = titularIn(items)?.personId;
  const others = items.filter(({ personId, until }) => until === null && personId !== titular);
  return [...new Map(others.map(({ personId, name }) => [personId, name]))];
}

/** Why a letter is to be filed, with its last day and the reason for which one was sent back. */
interface LetterDue {
  readonly why: 'missing' | 'over' | 'soon' | 'returned';
  readonly date: string | null;
  readonly reason: string;
}

/** What a role lacks on which one represents; null where a letter waits, or holds for long. */
export function letterDue({ letters }: Pick<HeldRole, 'letters'>): LetterDue | null {
  if (letters.some(({ status }) => status === 'filed')) return null;
  const accredited = letters.find(({ status }) => status === 'accredited');
  const returned = letters.find(({ status }) => status === 'returned');
  const date = accredited?.validUntil ?? null;
  if (returned !== undefined) return { why: 'returned', date, reason: returned.reason ?? '' };
  if (accredited?.expiry === 'far') return null;
  return { why: accredited?.expiry ?? 'missing', date, reason: '' };
}

type People = Pick<OrganizationPeople, 'items' | 'invitations'> & {
  readonly organization: Pick<OrganizationPeople['organization'], 'status'>;
};

/** Nobody is titular, and nobody is asked to be, in an organisation that takes part. */
export const vacantIn = ({ organization, items, invitations }: People): boolean =>
  organization.status === 'active' &&
  titularIn(items) === undefined &&
  !invitations.some(({ role, expired }) => role === 'titular' && !expired);

interface Note {
  readonly key: string;
  readonly date: string | null;
}

/** What the organisation must know first about its titular and their letter; null where there is nothing to say, or nothing to be done now. */
export function noteOn(people: People): Note | null {
  if (people.organization.status !== 'active') return null;
  if (vacantIn(people)) return { key: 'people.note.vacant', date: null };
  const titular = titularIn(people.items);
  if (titular === undefined) return null;
  if (titular.disabled) return { key: 'people.note.disabled', date: null };
  const due = letterDue(titular);
  const holds = titular.letters.some(({ status, expiry }) => status === 'accredited' && expiry !== 'over');
  if (due === null) return holds ? null : { key: 'people.note.waiting', date: null };
  return holds ? { key: `people.note.${due.why}`, date: due.date } : { key: 'people.note.missing', date: null };
}
