import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineOperation } from '../../operation.js';
import { Done, Id, Instant } from '../../shapes.js';
import { Undelivered } from '../outside/undelivered.js';
import { peopleErrors } from '../people.js';

/** What becomes of the address with which one signs in: told to the provider, taken over there, left as it was because another account has it, or kept elsewhere. */
const Following = z.enum(['waiting', 'followed', 'kept', 'elsewhere']);

/** What is kept of me and what I asked for, as I alone see it. */
export const OwnAccount = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  registeredAt: Instant,
  /** A new address that waits for its mail to be answered, or whose mail came back. */
  newAddress: z.strictObject({ email: z.string(), expiresAt: Instant, undelivered: Undelivered.nullable() }).nullable(),
  /** Of the last address that was confirmed; null where none was, or long ago. */
  signIn: Following.nullable(),
  /** Whether another provider keeps the account itself: password and sessions are its own matter. */
  elsewhere: z.boolean(),
  /** The copy of my data that I asked for last. */
  copy: z.strictObject({ state: z.enum(['waiting', 'ready']), askedAt: Instant, expiresAt: Instant.nullable() }).nullable(),
  /** From its day on it is `due` for an hour at most: then it waits for a handover (`held`), or is told by mail and done within two hours (`announced`). */
  erasure: z.strictObject({ askedAt: Instant, dueAt: Instant, stage: z.enum(['asked', 'due', 'held', 'announced']) }).nullable(),
  notice: z.strictObject({ version: z.int(), publishedAt: Instant, accepted: z.boolean() }),
  consents: z.array(z.strictObject({ network: z.string(), version: z.int(), givenAt: Instant })),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const getAccount = defineOperation({
  id: 'membership.account.get',
  summary: 'What is kept of the person signed in: address, what they asked for, notices they accepted',
  method: 'GET',
  path: '/{network}/account',
  access: 'signed-in',
  input: z.strictObject({}),
  output: OwnAccount,
  errors: [peopleErrors['person-not-found']],
  example: { input: {} },
});

export const accountErrors = defineErrors({ 'sessions-elsewhere': 'conflict' });

const OpenSession = z.strictObject({ id: z.string(), startedAt: Instant, seenAt: Instant });
export type OpenSession = z.infer<typeof OpenSession>;

export const listSessions = defineOperation({
  id: 'membership.account.sessions',
  summary: 'Where the account is signed in now, as the identity provider tells it; null where it does not',
  method: 'GET',
  path: '/{network}/account/sessions',
  access: 'signed-in',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(OpenSession).nullable() }),
  errors: [peopleErrors['person-not-found']],
  example: { input: {} },
});

export const endSessions = defineOperation({
  id: 'membership.account.end-sessions',
  summary: 'Have the account signed out everywhere but in the session that is named; what is open elsewhere ends in minutes',
  method: 'POST',
  path: '/{network}/account/sessions/end',
  access: 'signed-in',
  input: z.strictObject({ keep: z.string().max(200).optional() }),
  output: Done,
  errors: [peopleErrors['person-not-found'], accountErrors['sessions-elsewhere']],
  example: { input: { keep: 'this-one' } },
});
