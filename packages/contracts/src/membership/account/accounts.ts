import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Done, Id, Instant, listOf, page, prose } from '../../shapes.js';
import { peopleErrors, Role } from '../people.js';

export const accountsErrors = defineErrors({
  'account-is-own': 'conflict',
  'account-of-operators': 'forbidden',
  'accounts-elsewhere': 'conflict',
  'second-factor-not-needed': 'conflict',
});

/** Whoever has or had a role in the network. */
const KnownPerson = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  /** Held now, here. */
  roles: z.array(Role),
  /** Since when they may not come in; `by` is who decided, null where that is not known any more. */
  disabled: z.strictObject({ at: Instant, reason: z.string(), by: z.string().nullable() }).nullable(),
  own: z.boolean(),
  /** Whether they sign in with a second factor, which can be forgotten here for them: nobody else is asked for one. */
  secondFactor: z.boolean(),
});
export type KnownPerson = z.infer<typeof KnownPerson>;

const access = { permission: 'accounts:recover' } as const;

export const listAccounts = defineOperation({
  id: 'membership.accounts.list',
  summary: 'People of the network with their address, who may not come in and why; and who operates the platform',
  method: 'GET',
  path: '/{network}/people',
  access,
  input: z.strictObject({ q: z.string().trim().max(100).default(''), ...page }),
  output: listOf(KnownPerson).extend({ operators: z.array(z.strictObject({ name: z.string(), email: z.string() })) }),
  example: { input: { q: 'red' } },
});

export const resetSecondFactor = defineOperation({
  id: 'membership.accounts.reset-second-factor',
  summary: 'Forget the second factor of somebody who lost it and end their sessions; the next sign-in registers one',
  method: 'POST',
  path: '/{network}/people/{id}/second-factor/reset',
  access,
  input: z.strictObject({ id: Id, reason: prose(1000) }),
  output: Done,
  errors: [peopleErrors['person-not-found'], ...Object.values(accountsErrors)],
  recent: true,
  example: {
    given: 'guarded-person',
    input: { id: '{personId}', reason: 'Perdió el teléfono; su identidad se comprobó por videollamada.' },
  },
});

/** A fact of the network where it was decided, whose people hear of it; the aggregate is the reset. */
export const secondFactorReset = defineEvent({
  subject: 'ev.membership.second-factor.reset.v1',
  data: z.object({ personId: Id, reason: z.string() }),
  freeText: ['reason'],
});
