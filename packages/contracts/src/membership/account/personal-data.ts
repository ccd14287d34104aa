import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Done, Id, Instant, localized, Ticket } from '../../shapes.js';
import { peopleErrors, roleErrors } from '../people.js';

export const personalDataErrors = defineErrors({
  'copy-not-ready': 'conflict',
  'erasure-titular': 'conflict',
  'erasure-not-asked': 'not-found',
  'notice-not-in-force': 'conflict',
});

const mine = { access: 'signed-in', method: 'POST' } as const;
const unknown = peopleErrors['person-not-found'];

export const askCopy = defineOperation({
  ...mine,
  id: 'membership.personal-data.ask',
  summary: 'Have a copy of everything kept of me made, of all networks; while one waits or is ready, no other is begun',
  path: '/{network}/account/data',
  input: z.strictObject({}),
  output: Done,
  errors: [unknown],
  recent: true,
  example: { input: {} },
});

export const downloadCopy = defineOperation({
  ...mine,
  id: 'membership.personal-data.download',
  summary: 'A ticket for the copy of my data: JSON and CSV in one archive',
  path: '/{network}/account/data/download',
  input: z.strictObject({}),
  output: Ticket,
  errors: [unknown, personalDataErrors['copy-not-ready']],
  recent: true,
  example: { given: 'copy-of-data', input: {} },
});

export const askErasure = defineOperation({
  ...mine,
  id: 'membership.erasures.ask',
  summary: 'Have me forgotten after a week in which I may change my mind; whoever is titular hands over first',
  path: '/{network}/account/erasure',
  input: z.strictObject({}),
  output: z.strictObject({ dueAt: Instant }),
  errors: [unknown, personalDataErrors['erasure-titular'], roleErrors['last-secretariat']],
  recent: true,
  example: { as: 'editor', input: {} },
});

export const withdrawErasure = defineOperation({
  ...mine,
  id: 'membership.erasures.withdraw',
  summary: 'Stay after all, as long as the week has not passed',
  path: '/{network}/account/erasure/withdraw',
  input: z.strictObject({}),
  output: Done,
  errors: [unknown, personalDataErrors['erasure-not-asked']],
  example: { as: 'editor', given: 'asked-erasure', input: {} },
});

export const acceptNotice = defineOperation({
  ...mine,
  id: 'membership.consents.give',
  summary: 'Accept the privacy notice in force, by the version that was shown; the same again changes nothing',
  path: '/{network}/account/notice',
  input: z.strictObject({ version: z.int().min(1) }),
  output: Done,
  errors: [unknown, personalDataErrors['notice-not-in-force']],
  example: { given: 'notice-in-force', input: { version: '{noticeVersion}' } },
});

export const copyAsked = defineEvent({ subject: 'ev.membership.personal-copy.asked.v1', data: z.object({ personId: Id }) });
export const copyMade = defineEvent({ subject: 'ev.membership.personal-copy.made.v1', data: z.object({ personId: Id }) });
export const erasureAsked = defineEvent({
  subject: 'ev.membership.erasure.asked.v1',
  /** `dueOn`: the day where the network is. */
  data: z.object({ personId: Id, dueAt: Instant, dueOn: z.string() }),
});
/** Its day has come, and who would be left without whom: told once for each such place, in its network. */
export const erasureHeld = defineEvent({
  subject: 'ev.membership.erasure.held.v1',
  data: z.object({
    personId: Id,
    why: z.enum(['titular', 'lead']),
    /** Whose titular it is. */
    organization: z.object({ id: Id, name: localized(z.string()) }).nullable(),
  }),
});
/** It is done within the hour after the next, or as soon as the mail about it has left. */
export const erasureAnnounced = defineEvent({ subject: 'ev.membership.erasure.announced.v1', data: z.object({ personId: Id }) });
export const erasureWithdrawn = defineEvent({ subject: 'ev.membership.erasure.withdrawn.v1', data: z.object({ personId: Id }) });
export const noticeAccepted = defineEvent({
  subject: 'ev.membership.notice.accepted.v1',
  data: z.object({ personId: Id, version: z.int() }),
});
/** A fact of no network; `networks` are those where something of the person may lie. */
export const personErased = defineEvent({ subject: 'ev.membership.person.erased.v1', data: z.object({ networks: z.array(Id) }) });
