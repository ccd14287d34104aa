import type { Event } from '@alianza/contracts/event';
import { createHash } from 'node:crypto';

const dataOf = (event: Event) => event.data as Readonly<Record<string, unknown>>;

/** A person is not to be read from it. */
const unnamed = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The aggregate itself. */
export const itself = ({ aggregateId }: Event): string => aggregateId;

/** A role that somebody has in an organisation: letters follow one another for it. */
export const roleHeld = (event: Event): string => {
  const { organizationId, personId, role } = dataOf(event);
  return unnamed(organizationId, personId, role);
};

/** A role that somebody is wanted for in an organisation. */
export const roleOffered = (event: Event): string => {
  const { organizationId, role } = dataOf(event);
  return unnamed(organizationId, role);
};
/** Of an organisation that the fact is about. */
export const titularOf = ({ aggregateId }: Event): string => unnamed(aggregateId, 'titular');

export const personNamed = (event: Event): string => unnamed(dataOf(event).personId);
export const predecessor = (event: Event): string => unnamed(dataOf(event).predecessorId);
