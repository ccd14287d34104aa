import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { listMembers } from '../membership/directory/members.js';
import { defineOperation } from '../operation.js';
import { Done, Id, Instant, line, listOf, localized, page, prose } from '../shapes.js';

export const mailingErrors = defineErrors({
  'mailing-not-found': 'not-found',
  'mailing-ended': 'conflict',
  'mailing-recipients-changed': 'conflict',
  'mailing-reaches-nobody': 'unprocessable',
  'mailing-limit-reached': 'limited',
});

/** Mailings of a network in 24 hours, and tests of a person in one. */
export const mailingLimits = { mailingsADay: 20, testsAnHour: 20 } as const;

/** Who of an organisation is written to. */
export const MailingRole = z.enum(['titular', 'suplente', 'editor']);
export type MailingRole = z.infer<typeof MailingRole>;

export const MemberFilter = listMembers.input.omit({ sort: true, order: true, cursor: true, limit: true });
/** Members that were chosen one by one, or all that a filter of the members table finds at that moment. */
export const MailingAudience = z
  .strictObject({
    organizations: z.array(Id).min(1).max(500).nullable().default(null),
    filter: MemberFilter.nullable().default(null),
    roles: z.array(MailingRole).min(1).max(3),
  })
  .refine(({ organizations, filter }) => (organizations === null) !== (filter === null), {
    message: 'one-of-both',
    path: ['organizations'],
  });
export type MailingAudience = z.infer<typeof MailingAudience>;

const letter = {
  subject: localized(line(150)),
  /** CommonMark without HTML or images. */
  body: localized(prose(10_000)),
  /** Why it goes to everybody, whatever they chose; null for a mailing that people may have switched off. Readers see it. */
  reason: line(300).nullable().default(null),
};
const draft = { to: MailingAudience, ...letter };

const names = z.strictObject({ total: z.int(), names: z.array(z.string()) });
const Preview = z.strictObject({
  /** Whom it would reach: one mail each, however many roles they have. */
  recipients: z.strictObject({ total: z.int(), es: z.int(), en: z.int() }),
  /** People who chose not to get mailings. */
  optedOut: z.int(),
  /** People whose address mails do not reach, the first fifty by name. They are left out, unless it goes to everybody. */
  unreachable: names,
  /** Organisations that have nobody in these roles, the first fifty by name. */
  without: names,
  /** Of exactly these recipients. */
  digest: z.string(),
});
export type MailingPreview = z.infer<typeof Preview>;

const audienceExample = { organizations: ['{organizationId}'], roles: ['titular'] };
const letterExample = {
  subject: { original: 'es', es: 'Asamblea ordinaria de marzo', en: 'Ordinary assembly in March' },
  body: { original: 'es', es: 'La asamblea es el **jueves 24**.', en: 'The assembly is on **Thursday 24**.' },
};
const sender = { permission: 'mailings:send' } as const;

export const previewMailing = defineOperation({
  id: 'notifications.mailings.preview',
  summary: 'Whom a mailing would reach now, and whom not; nothing is sent',
  method: 'POST',
  path: '/{network}/mailings/preview',
  reads: true,
  access: sender,
  input: z.strictObject({ to: MailingAudience, reason: letter.reason }),
  output: Preview,
  example: { given: 'reachable-organization', input: { to: audienceExample } },
});

export const testMailing = defineOperation({
  id: 'notifications.mailings.test',
  summary: 'Send a mailing to myself alone, to see how it reads',
  method: 'POST',
  path: '/{network}/mailings/test',
  access: sender,
  input: z.strictObject(letter),
  output: Done,
  errors: [mailingErrors['mailing-limit-reached']],
  once: true,
  example: { given: 'organization', input: letterExample },
});

export const sendMailing = defineOperation({
  id: 'notifications.mailings.send',
  summary: 'Send a mailing to exactly the recipients that were previewed',
  method: 'POST',
  path: '/{network}/mailings',
  access: sender,
  input: z.strictObject({ ...draft, digest: line(64) }),
  output: z.strictObject({ id: Id }),
  errors: [mailingErrors['mailing-recipients-changed'], mailingErrors['mailing-reaches-nobody'], mailingErrors['mailing-limit-reached']],
  once: true,
  example: { given: 'previewed-mailing', input: { to: audienceExample, ...letterExample, digest: '{digest}' } },
});

/** On their way · every one handed over or given up · stopped by somebody before all were. */
export const MailingState = z.enum(['sending', 'done', 'stopped']);

const Row = z.strictObject({
  id: Id,
  subject: z.string(),
  /** Name of who sent it; null where that person is no longer known. */
  by: z.string().nullable(),
  at: Instant,
  state: MailingState,
  counts: z.strictObject({
    recipients: z.int(),
    /** Taken by a mail server, those that came back among them. */
    sent: z.int(),
    /** Refused at once or reported back. */
    bounced: z.int(),
    /** Not sent: the person left, chose otherwise meanwhile, or has no address that works. */
    withheld: z.int(),
  }),
});
export type MailingRow = z.infer<typeof Row>;

export const listMailings = defineOperation({
  id: 'notifications.mailings.list',
  summary: 'What the secretariat wrote to many, the newest first',
  method: 'GET',
  path: '/{network}/mailings',
  access: sender,
  input: z.strictObject(page),
  output: listOf(Row),
  example: { given: 'mailing', input: {} },
});

const Mailing = Row.extend({ body: z.string(), reason: z.string().nullable(), roles: z.array(MailingRole) });
export type Mailing = z.infer<typeof Mailing>;

export const getMailing = defineOperation({
  id: 'notifications.mailings.get',
  summary: 'One mailing and how far it is',
  method: 'GET',
  path: '/{network}/mailings/{id}',
  access: sender,
  input: z.strictObject({ id: Id }),
  output: Mailing,
  errors: [mailingErrors['mailing-not-found']],
  example: { given: 'mailing', input: { id: '{mailingId}' } },
});

export const stopMailing = defineOperation({
  id: 'notifications.mailings.stop',
  summary: 'Send nothing more of a mailing; what was handed over cannot be called back',
  method: 'POST',
  path: '/{network}/mailings/{id}/stop',
  access: sender,
  input: z.strictObject({ id: Id }),
  output: Mailing,
  errors: [mailingErrors['mailing-not-found'], mailingErrors['mailing-ended']],
  example: { given: 'sending-mailing', input: { id: '{mailingId}' } },
});

const told = { subject: localized(z.string()), recipients: z.int(), reason: z.string().nullable() };
export const mailingSent = defineEvent({
  subject: 'ev.notifications.mailing.sent.v1',
  data: z.object({ ...told, roles: z.array(MailingRole) }),
  freeText: ['subject', 'reason'],
});
export const mailingStopped = defineEvent({
  subject: 'ev.notifications.mailing.stopped.v1',
  data: z.object(told),
  freeText: ['subject', 'reason'],
});
