import { z } from 'zod';
import { defineErrors, generalErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { correspondentErrors } from '../membership/outside/correspondents.js';
import { Undelivered } from '../membership/outside/undelivered.js';
import { OrganizationStatus } from '../membership/organizations.js';
import { defineOperation } from '../operation.js';
import { Done, Email, Id, Instant, listOf, localized, page, PortalLanguage, prose } from '../shapes.js';
import { assignedTo, whose } from '../tasks.js';
import { getPractice, practiceErrors } from './practices.js';

export const inquiryErrors = defineErrors({ 'inquiry-not-found': 'not-found', 'inquiry-not-open': 'conflict' });

/** A question goes to who answers for the record, a mistake to the secretariat; so does a message, which is about no record. */
export const InquiryKind = z.enum(['question', 'mistake', 'message']);
export type InquiryKind = z.infer<typeof InquiryKind>;

/** What can be said of a record. */
export const RecordInquiryKind = InquiryKind.exclude(['message']);
export type RecordInquiryKind = z.infer<typeof RecordInquiryKind>;

/** `unconfirmed` is seen by nobody. */
export const InquiryStatus = z.enum(['unconfirmed', 'open', 'answered', 'closed']);
export type InquiryStatus = z.infer<typeof InquiryStatus>;
const Shown = InquiryStatus.exclude(['unconfirmed']);

const Row = z.strictObject({
  id: Id,
  kind: InquiryKind,
  status: Shown,
  /** What it is about: a record, or the site itself, which has no slug. */
  practice: z.strictObject({ slug: z.string().nullable(), title: z.string() }),
  /** For whom the secretariat answers: an organisation that is suspended or has left. */
  standsInFor: z.strictObject({ name: z.string(), status: OrganizationStatus }).nullable(),
  /** Since when it waits. */
  openedAt: Instant,
});
export type InquiryRow = z.infer<typeof Row>;

export const Inquiry = Row.extend({
  text: z.string(),
  language: PortalLanguage,
  /** The answer, or why it was closed without one. */
  outcome: z.string().nullable(),
  settledAt: Instant.nullable(),
  /** That the answer came back, or the reason. */
  undelivered: Undelivered.nullable(),
  version: z.int(),
});
export type Inquiry = z.infer<typeof Inquiry>;

const Written = { text: prose(3000), email: Email, language: PortalLanguage };

export const sendInquiry = defineOperation({
  id: 'repository.inquiries.send',
  summary: 'Ask who answers for a published practice, or report a mistake in it; unseen until the address is confirmed',
  method: 'POST',
  path: '/{network}/practices/{slug}/inquiries',
  access: 'public',
  input: getPractice.input.extend({ kind: RecordInquiryKind, ...Written }),
  output: Done,
  errors: [practiceErrors['practice-not-found'], correspondentErrors['inquiries-too-many']],
  example: {
    given: 'published-practice',
    input: { slug: '{slug}', kind: 'question', text: '¿Cuánto costó el primer año?', email: 'vecina@example.org', language: 'es' },
  },
});

export const writeMessage = defineOperation({
  id: 'repository.inquiries.write',
  summary: 'Write to the secretariat about anything but a record; unseen until the address is confirmed',
  method: 'POST',
  path: '/{network}/messages',
  access: 'public',
  input: z.strictObject(Written),
  output: Done,
  errors: [correspondentErrors['inquiries-too-many']],
  example: { input: { text: 'El mapa no se puede abrir con el teclado.', email: 'lectora@example.org', language: 'es' } },
});

const access = { permission: 'inquiries:answer' } as const;

export const listInquiries = defineOperation({
  id: 'repository.inquiries.list',
  summary: 'What waits for the organisation acted for, or for the secretariat; the longest waiting first',
  method: 'GET',
  path: '/{network}/inquiries',
  access,
  input: z.strictObject({
    of: z.enum(['organization', 'secretariat']).default('organization'),
    status: Shown.default('open'),
    ...whose,
    ...page,
  }),
  output: listOf(Row.extend(assignedTo)).extend({ total: z.int() }),
  errors: [generalErrors.forbidden],
  example: { given: 'open-inquiry', input: {} },
});

export const getInquiry = defineOperation({
  id: 'repository.inquiries.get',
  summary: 'Read an inquiry; never who asks',
  method: 'GET',
  path: '/{network}/inquiries/{id}',
  access,
  input: z.strictObject({ id: Id }),
  output: Inquiry,
  errors: [inquiryErrors['inquiry-not-found']],
  example: { given: 'open-inquiry', input: { id: '{inquiryId}' } },
});

const settling = {
  method: 'POST',
  access,
  output: Inquiry,
  errors: [inquiryErrors['inquiry-not-found'], inquiryErrors['inquiry-not-open']],
  edits: true,
} as const;

export const answerInquiry = defineOperation({
  ...settling,
  id: 'repository.inquiries.answer',
  summary: 'Answer: who asked reads it by mail',
  path: '/{network}/inquiries/{id}/answer',
  input: z.strictObject({ id: Id, text: prose(3000) }),
  once: true,
  example: { given: 'open-inquiry', input: { id: '{inquiryId}', text: 'El primer año costó lo que el informe dice en su página 4.' } },
});

export const closeInquiry = defineOperation({
  ...settling,
  id: 'repository.inquiries.close',
  summary: 'Close without an answer; who asked reads the reason by mail',
  path: '/{network}/inquiries/{id}/close',
  input: z.strictObject({ id: Id, reason: prose(1000) }),
  example: { given: 'open-inquiry', input: { id: '{inquiryId}', reason: 'La pregunta no se refiere a este registro.' } },
});

/** `slug` is null where it is about no record. */
const state = z.object({
  kind: InquiryKind,
  organizationId: Id.nullable(),
  /** Whether the secretariat answers in place of the organisation. */
  stoodIn: z.boolean().optional(),
  slug: z.string().nullable(),
  title: localized(z.string()),
});
/** What was asked travels with its answer, which goes into a mail. */
export const inquirySent = defineEvent({ subject: 'ev.repository.inquiry.sent.v1', data: state });
export const inquiryOpened = defineEvent({ subject: 'ev.repository.inquiry.opened.v1', data: state });
/** What was to tell who asked how it was settled came back. */
export const inquiryUndelivered = defineEvent({ subject: 'ev.repository.inquiry.undelivered.v1', data: state });
const settled = state.extend({ asked: z.string().optional(), outcome: z.string() });
export const inquiryAnswered = defineEvent({ subject: 'ev.repository.inquiry.answered.v1', data: settled, freeText: ['asked', 'outcome'] });
export const inquiryClosed = defineEvent({ subject: 'ev.repository.inquiry.closed.v1', data: settled, freeText: ['asked', 'outcome'] });
