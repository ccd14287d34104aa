import { createHmac } from 'node:crypto';

interface Addressed {
  readonly id: string;
  readonly email: string;
}

/**
 * Names one address of a person without telling it: with the key of this service alone could anybody try which address it is. Whoever sends
 * mails keeps it with each, so that a report that comes late says nothing of a newer address.
 */
export const markOf = (key: string, { id, email }: Addressed): string =>
  createHmac('sha256', `address mark ${key}`).update(`${id} ${email.toLowerCase()}`).digest('base64url').slice(0, 22);
