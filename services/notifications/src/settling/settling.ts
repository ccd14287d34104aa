import type { Event, EventType } from '@alianza/contracts/event';
import { applicationAssigned } from '@alianza/contracts/membership/application-desk';
import * as applications from '@alianza/contracts/membership/applications';
import { erasureAnnounced, erasureWithdrawn } from '@alianza/contracts/membership/account/personal-data';
import { invitationAccepted, invitationIssued, invitationLapsed, invitationRevoked } from '@alianza/contracts/membership/invitations';
import { organizationReinstated, organizationSuspended, organizationWithdrawn } from '@alianza/contracts/membership/organizations';
import { handoverCompleted } from '@alianza/contracts/membership/representation/handovers';
import { letterAssigned } from '@alianza/contracts/membership/representation/letter-tasks';
import { letterAccredited, letterFiled, letterReturned } from '@alianza/contracts/membership/representation/letters';
import { roleGranted } from '@alianza/contracts/membership/people';
import { roleEnded } from '@alianza/contracts/membership/representation/roles';
import * as inquiries from '@alianza/contracts/repository/inquiries';
import * as practices from '@alianza/contracts/repository/practices';
import { practiceConfirmed, practiceVerified } from '@alianza/contracts/repository/publication/verifications';
import { practiceWithdrawn } from '@alianza/contracts/repository/publication/withdrawals';
import { practiceCalledBack, practiceDiscarded } from '@alianza/contracts/repository/review/drafts';
import { guestDismissed } from '@alianza/contracts/repository/review/guests';
import { taskAssigned } from '@alianza/contracts/repository/review/tasks';
import * as replications from '@alianza/contracts/repository/replications';
import { practiceDeclined, reviewAssigned } from '@alianza/contracts/repository/reviews';
import { standInBegun, standInEnded } from '@alianza/contracts/repository/stand-ins';
import { ruleNamed } from '../notices/rules.js';
import { itself, personNamed, predecessor, roleHeld, roleOffered, titularOf } from './things.js';

export interface Settling {
  /** Facts of the same thing, after any of which nothing is left to do of what was told before. */
  readonly after: readonly EventType[];
  /** Tasks that somebody was told of. */
  readonly rules: readonly string[];
  /** The thing, where it is not what the rule's own path says. */
  readonly thing?: (event: Event) => string;
  /** Where only some of these facts do. */
  readonly when?: (event: Event) => boolean;
}

const reviewed = [practices.practiceChangesRequested, practices.practicePublished, practiceDeclined, practiceCalledBack, practiceWithdrawn];
const answered = [inquiries.inquiryAnswered, inquiries.inquiryClosed];
const verified = [practiceVerified, practiceConfirmed, practices.practicePublished, practiceWithdrawn];
const decided = [replications.replicationConfirmed, replications.replicationRefused, replications.replicationAsked];
const overAnyway = [replications.replicationWithdrawn, replications.replicationEnded];
const ofApplication = [
  applications.applicationAccepted,
  applications.applicationDeclined,
  applications.applicationWithdrawn,
  applications.applicationForgotten,
];
/** Taking an application that waited is a change of it: it is kept anew from then on. */
const begun = (event: Event) => (event.data as { begun?: boolean }).begun === true;
const inReview = (event: Event) => ruleNamed('practice-to-review').path(event);

export const settlings: readonly Settling[] = [
  { after: reviewed, rules: ['practice-to-review', 'review-assigned'] },
  { after: [reviewAssigned], rules: ['review-assigned'] },
  { after: reviewed, rules: ['guest-invited'], thing: inReview },
  { after: [guestDismissed], rules: ['guest-invited'], thing: itself },
  { after: [practices.practiceSubmitted, practiceDiscarded, practiceWithdrawn], rules: ['changes-requested', 'practice-entered'] },
  { after: verified, rules: ['recheck-due', 'recheck-due-here'] },
  { after: answered, rules: ['inquiry-to-answer', 'inquiry-to-secretariat'] },
  { after: [...decided, ...overAnyway], rules: ['replication-to-confirm', 'replication-to-confirm-by-network'] },
  { after: [replications.replicationTold, ...overAnyway], rules: ['replication-asked'] },
  { after: [...answered, ...verified, ...decided, ...overAnyway, taskAssigned], rules: ['task-assigned'], thing: itself },
  { after: [standInEnded, organizationReinstated], rules: ['stand-in-begun'], thing: itself },
  { after: [standInBegun, organizationSuspended, organizationWithdrawn], rules: ['stand-in-ended'], thing: itself },
  {
    after: [...ofApplication, applications.applicationAsked],
    rules: ['application-to-review', 'application-assigned', 'application-given-back', 'clarification-answered'],
  },
  { after: [applicationAssigned], rules: ['application-assigned', 'application-given-back'] },
  { after: [...ofApplication, applications.applicationAsked, applications.applicationAnswered], rules: ['application-expiring'] },
  { after: [applicationAssigned], rules: ['application-expiring'], when: begun },
  { after: [letterAccredited, letterReturned], rules: ['letter-to-accredit', 'letter-assigned'] },
  { after: [letterAssigned], rules: ['letter-assigned'] },
  { after: [letterAccredited], rules: ['letter-expiring'], thing: roleHeld },
  { after: [letterFiled, roleEnded], rules: ['letter-to-accredit', 'letter-returned', 'letter-expiring'], thing: roleHeld },
  { after: [erasureAnnounced, erasureWithdrawn, roleEnded], rules: ['erasure-held-here'], thing: personNamed },
  { after: [handoverCompleted], rules: ['erasure-held-here'], thing: predecessor },
  {
    after: [invitationAccepted, invitationRevoked, invitationLapsed],
    rules: ['invitation-bounced', 'invitation-bounced-here'],
    thing: itself,
  },
  { after: [invitationIssued, roleGranted], rules: ['titular-invitation-expired'], thing: roleOffered },
  { after: [invitationIssued, invitationRevoked, roleGranted], rules: ['invitation-untaken'], thing: roleOffered },
  { after: [organizationWithdrawn], rules: ['titular-invitation-expired', 'invitation-untaken'], thing: titularOf },
];

/** Tasks that no single fact ends, and why. */
export const unsettled: Readonly<Record<string, string>> = {
  'handover-given': 'says to whom somebody hands over what they know: nothing in the portal tells that they have',
  'handover-received': 'sums up many tasks, each of which is told and settled by itself',
};

const subjects = new Set(settlings.flatMap(({ after }) => after.map(({ subject }) => subject as string)));

/** Whether such a fact leaves less to do. */
export const settles = (subject: string): boolean => subjects.has(subject);

/** A task by its rule, and by where it leads or what it is about. */
export interface Done {
  readonly rule: string;
  readonly key: string;
}

/** Tasks that the fact has done. */
export const settledBy = (event: Event): Done[] =>
  settlings
    .filter(({ after, when }) => after.some(({ subject }) => subject === event.subject) && (when?.(event) ?? true))
    .flatMap(({ rules, thing }) => rules.map((rule) => ({ rule, key: (thing ?? ruleNamed(rule).path)(event) })));
