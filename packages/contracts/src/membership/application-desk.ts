import { z } from 'zod';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, Instant } from '../shapes.js';
import { Application, applicationErrors, ApplicationStatus } from './applications.js';
import { OrganizationKind, OrganizationStatus } from './organizations.js';

const byId = z.strictObject({ id: Id });

/** By what two are alike, accents, case and punctuation apart; `invitation`: it was invited to send this application. */
export const Likeness = z.enum(['name', 'acronym', 'domain', 'invitation']);
export type Likeness = z.infer<typeof Likeness>;

const LikeOrganization = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  kind: OrganizationKind,
  status: OrganizationStatus,
  /** Its entry on the map of actors; null of members. */
  actorId: Id.nullable(),
  by: z.array(Likeness),
});
const LikeApplication = z.strictObject({
  id: Id,
  organization: z.string(),
  status: ApplicationStatus,
  submittedAt: Instant,
  by: z.array(Likeness),
});
export const Likenesses = z.strictObject({ organizations: z.array(LikeOrganization), applications: z.array(LikeApplication) });
export type Likenesses = z.infer<typeof Likenesses>;

export const findDuplicates = defineOperation({
  id: 'membership.applications.duplicates',
  summary: 'Organisations and other applications of the same name, acronym or web domain, the most alike first',
  method: 'GET',
  path: '/{network}/applications/{id}/duplicates',
  access: { permission: 'applications:read' },
  input: byId,
  output: Likenesses,
  errors: [applicationErrors['application-not-found']],
  example: { given: 'submitted-application', input: { id: '{applicationId}' } },
});

export const listApplicationOwners = defineOperation({
  id: 'membership.applications.owners',
  summary: 'Who of the secretariat can be given an application, by name',
  method: 'GET',
  path: '/{network}/application-owners',
  access: { permission: 'applications:decide' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ personId: Id, name: z.string() })) }),
  example: { input: {} },
});

export const assignApplication = defineOperation({
  id: 'membership.applications.assign',
  summary: 'Say who of the secretariat has it; null gives it back to the queue. The first to get it begins its review',
  method: 'POST',
  path: '/{network}/applications/{id}/assign',
  access: { permission: 'applications:decide' },
  input: byId.extend({ personId: Id.nullable() }),
  output: Application,
  errors: [
    applicationErrors['application-not-found'],
    applicationErrors['application-not-open'],
    applicationErrors['application-owner-not-found'],
  ],
  edits: true,
  example: { given: 'submitted-application', input: { id: '{applicationId}', personId: null } },
});

/** `givenBack`: who had it may not decide any more. `begun`: its review began with it, which counts as a change of it. */
export const applicationAssigned = defineEvent({
  subject: 'ev.membership.application.assigned.v1',
  data: z.object({
    status: ApplicationStatus,
    organization: z.string(),
    personId: Id.nullable(),
    givenBack: z.boolean().optional(),
    begun: z.boolean().optional(),
  }),
  freeText: ['organization'],
});
