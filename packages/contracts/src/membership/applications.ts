import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Country, Day, Done, Email, Id, Instant, line, listOf, page, prose, Secret, Ticket } from '../shapes.js';
import { Sector } from '../vocabularies.js';
import { personalDataErrors } from './account/personal-data.js';
import { ApplicationForm, Consented } from './application-form.js';
import { organizationErrors } from './organizations.js';
import { Undelivered } from './outside/undelivered.js';

export const applicationErrors = defineErrors({
  'application-not-found': 'not-found',
  'application-not-open': 'conflict',
  'clarification-not-asked': 'conflict',
  'letter-not-attached': 'not-found',
  'organization-name-taken': 'conflict',
  'organization-takes-part': 'conflict',
  'application-owner-not-found': 'not-found',
});
const notFound = applicationErrors['application-not-found'];
const notOpen = applicationErrors['application-not-open'];

/** `unconfirmed` is seen by nobody but the applicant. */
export const ApplicationStatus = z.enum([
  'unconfirmed',
  'submitted',
  'in-review',
  'clarification-asked',
  'clarification-answered',
  'accepted',
  'declined',
  'withdrawn',
]);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

const Step = z.strictObject({ status: ApplicationStatus, at: Instant, text: z.string().nullable() });

/** The agreement that an acceptance rests on, as it is written, and its day where it has one. */
const Grant = z.strictObject({ reference: z.string(), on: Day.nullable() });
export type Grant = z.infer<typeof Grant>;

/** What its applicant sees through the private link. */
const Followed = z.strictObject({
  organization: z.string(),
  status: ApplicationStatus,
  submittedAt: Instant.nullable(),
  history: z.array(Step),
  grant: Grant.nullable(),
  /** The version of the privacy notice that was shown with the form. */
  notice: z.int().nullable(),
  /** What the applicant consents to show in public; null where that was not asked. */
  shows: z.array(Consented).nullable(),
});
export type FollowedApplication = z.infer<typeof Followed>;

const Row = z.strictObject({
  id: Id,
  organization: z.string(),
  sector: Sector,
  country: Country,
  status: ApplicationStatus,
  submittedAt: Instant,
  changedAt: Instant,
  /** Who of the secretariat has it. */
  assignee: z.strictObject({ personId: Id, name: z.string() }).nullable(),
  /** Since when nobody has it because who had it may not decide any more. */
  givenBackAt: Instant.nullable(),
});
export type ApplicationRow = z.infer<typeof Row>;

/** What an application should have before it is decided; none of it keeps anybody from deciding. */
export const completenessItems = ['letter-file', 'website', 'own-address', 'work', 'motivation', 'answered'] as const;
export type CompletenessItem = (typeof completenessItems)[number];

export const Application = Row.extend({
  acronym: z.string().nullable(),
  website: z.string().nullable(),
  email: z.string(),
  work: z.string(),
  motivation: z.string(),
  letterText: z.string().nullable(),
  letterFile: z.strictObject({ name: z.string(), size: z.int() }).nullable(),
  history: z.array(Step),
  grant: Grant.nullable(),
  /** The version of the privacy notice that was shown with the form; null of those from before it was kept. */
  notice: z.int().nullable(),
  /** What the applicant consents to show in public; null where that was not asked. */
  shows: z.array(Consented).nullable(),
  /** Of the last mail to its address that came back. */
  undelivered: Undelivered.nullable(),
  /** Each there or not; null where that cannot be told, which is of `own-address` alone. */
  completeness: z.array(z.strictObject({ item: z.enum(completenessItems), met: z.boolean().nullable() })),
  version: z.int(),
});
export type Application = z.infer<typeof Application>;

export const applyForMembership = defineOperation({
  id: 'membership.applications.apply',
  summary: 'Apply for an organisation to join; unseen until the address is confirmed',
  method: 'POST',
  path: '/{network}/applications',
  access: 'public',
  input: ApplicationForm,
  output: Done,
  errors: [personalDataErrors['notice-not-in-force']],
  once: true,
  example: {
    input: {
      organization: 'Fundación Muestra (ficticia)',
      sector: 'philanthropy',
      country: 'AR',
      email: 'contacto@fundacion-muestra.example.org',
      work: 'Centros de día para personas mayores en tres provincias.',
      motivation: 'Compartir lo aprendido y aprender de otras.',
      letterText: 'Expresamos nuestro interés en formar parte de la red.',
      language: 'es',
      notice: 1,
      shows: ['country', 'work'],
    },
  },
});

export const confirmApplication = defineOperation({
  id: 'membership.applications.confirm',
  summary: 'Confirm the address of an application with the one-time link',
  method: 'POST',
  path: '/{network}/applications/confirm',
  access: 'link',
  input: z.strictObject({ secret: Secret }),
  output: z.strictObject({ followSecret: z.string() }),
  errors: [notOpen],
  example: { given: 'unconfirmed-application', input: { secret: '{confirmSecret}' } },
});

const byLink = { method: 'POST', access: 'link', errors: [notOpen] } as const;

export const followApplication = defineOperation({
  ...byLink,
  id: 'membership.applications.follow',
  summary: 'State and history of an application by its private link',
  path: '/{network}/applications/follow',
  input: z.strictObject({ secret: Secret }),
  output: Followed,
  example: { given: 'submitted-application', input: { secret: '{followSecret}' } },
});

export const answerClarification = defineOperation({
  ...byLink,
  id: 'membership.applications.answer',
  summary: 'Answer what the secretariat asked',
  path: '/{network}/applications/answer',
  input: z.strictObject({ secret: Secret, text: prose(3000) }),
  output: Followed,
  errors: [notOpen, applicationErrors['clarification-not-asked']],
  example: { given: 'asked-application', input: { secret: '{followSecret}', text: 'Firma la presidencia del patronato.' } },
});

export const withdrawApplication = defineOperation({
  ...byLink,
  id: 'membership.applications.withdraw',
  summary: 'Withdraw an application that is not decided yet',
  path: '/{network}/applications/withdraw',
  input: z.strictObject({ secret: Secret }),
  output: Followed,
  example: { given: 'submitted-application', input: { secret: '{followSecret}' } },
});

export const listApplications = defineOperation({
  id: 'membership.applications.list',
  summary: 'Queue of applications, the oldest first; `open` leaves out the decided ones',
  method: 'GET',
  path: '/{network}/applications',
  access: { permission: 'applications:read' },
  input: z.strictObject({
    status: z.union([z.literal('open'), ApplicationStatus.exclude(['unconfirmed'])]).default('open'),
    assigned: z.enum(['me', 'nobody']).optional(),
    ...page,
  }),
  output: listOf(Row).extend({ total: z.int() }),
  example: { given: 'submitted-application', input: {} },
});

export const getApplication = defineOperation({
  id: 'membership.applications.get',
  summary: 'Read an application whole',
  method: 'GET',
  path: '/{network}/applications/{id}',
  access: { permission: 'applications:read' },
  input: z.strictObject({ id: Id }),
  output: Application,
  errors: [notFound],
  example: { given: 'submitted-application', input: { id: '{applicationId}' } },
});

export const getApplicationLetter = defineOperation({
  id: 'membership.applications.letter',
  summary: 'A ticket to download the letter of an application',
  method: 'POST',
  path: '/{network}/applications/{id}/letter',
  reads: true,
  access: { permission: 'applications:read' },
  input: z.strictObject({ id: Id }),
  output: Ticket,
  errors: [notFound, applicationErrors['letter-not-attached']],
  example: { given: 'application-with-letter', input: { id: '{applicationId}' } },
});

const decision = { method: 'POST', access: { permission: 'applications:decide' }, output: Application, edits: true } as const;

export const askClarification = defineOperation({
  ...decision,
  id: 'membership.applications.ask',
  summary: 'Ask the applicant to clarify',
  path: '/{network}/applications/{id}/ask',
  input: z.strictObject({ id: Id, text: prose(3000) }),
  errors: [notFound, notOpen],
  example: { given: 'submitted-application', input: { id: '{applicationId}', text: '¿Quién firma la carta y con qué cargo?' } },
});

export const acceptApplication = defineOperation({
  ...decision,
  id: 'membership.applications.accept',
  summary: 'Accept, with the agreement that grants it: the organisation exists and its titular is invited',
  path: '/{network}/applications/{id}/accept',
  input: z.strictObject({
    id: Id,
    category: line(60),
    /** The agreement or document by which the category is held. */
    reference: line(300),
    grantedOn: Day,
    reason: prose(3000).optional(),
    titularEmail: Email.optional(),
    /** That it is this one of the map, or this one that had left, whatever it calls itself now; null: that it is none of those known. */
    organizationId: Id.nullable().optional(),
  }),
  errors: [
    notFound,
    notOpen,
    applicationErrors['organization-name-taken'],
    applicationErrors['organization-takes-part'],
    organizationErrors['organization-not-found'],
  ],
  once: true,
  example: {
    given: 'submitted-application',
    input: { id: '{applicationId}', category: 'member', reference: 'Acuerdo CG-3/2026', grantedOn: '2026-01-15' },
  },
});

export const declineApplication = defineOperation({
  ...decision,
  id: 'membership.applications.decline',
  summary: 'Decline with a reason that the applicant reads',
  path: '/{network}/applications/{id}/decline',
  input: z.strictObject({ id: Id, reason: prose(3000) }),
  errors: [notFound, notOpen],
  example: { given: 'submitted-application', input: { id: '{applicationId}', reason: 'La organización no trabaja en cuidados.' } },
});

const state = z.object({ status: ApplicationStatus, organization: z.string() });
const happened = <const V extends string>(verb: V) =>
  defineEvent({ subject: `ev.membership.application.${verb}.v1`, data: state, freeText: ['organization'] });

/** `mailed` false: the address had all the mails that a day allows, and gets none of this one. `notice`: the version that was shown with the form. */
export const applicationFiled = defineEvent({
  subject: 'ev.membership.application.filed.v1',
  data: state.extend({ mailed: z.boolean().optional(), notice: z.int().optional() }),
  freeText: ['organization'],
});
export const applicationConfirmed = happened('confirmed');
export const applicationAsked = happened('asked');
export const applicationAnswered = happened('answered');
export const applicationAccepted = happened('accepted');
export const applicationDeclined = happened('declined');
export const applicationWithdrawn = happened('withdrawn');
/** Nobody confirmed or decided it, or it led to nothing a year ago: there is nothing left of it, nor of its name in the audit. */
export const applicationForgotten = defineEvent({
  subject: 'ev.membership.application.forgotten.v1',
  data: state.pick({ status: true }), // whose it was is forgotten with it
});
/** Nobody decided it: it is about to be forgotten, on that day of the network. */
export const applicationExpiring = defineEvent({
  subject: 'ev.membership.application.expiring.v1',
  data: state.extend({ forgottenOn: Day }),
  freeText: ['organization'],
});
