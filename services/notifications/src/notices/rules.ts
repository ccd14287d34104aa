import type { Event, EventType } from '@alianza/contracts/event';
import { applicationAssigned } from '@alianza/contracts/membership/application-desk';
import * as applications from '@alianza/contracts/membership/applications';
import { actorInvited } from '@alianza/contracts/membership/directory/actors';
import { invitationAccepted, invitationIssued } from '@alianza/contracts/membership/invitations';
import { organizationReinstated, organizationSuspended, organizationWithdrawn } from '@alianza/contracts/membership/organizations';
import type { Audience, LinkPurpose } from '@alianza/contracts/membership/recipients';
import type { NoticeKind } from '@alianza/contracts/notifications/notices';
import type { Localized } from '@alianza/contracts/shapes';
import { accountRules } from '../privacy/account-rules.js';
import { taskRules } from '../tasks/task-rules.js';
import { inquiryRules } from './rules/inquiry-rules.js';
import { invitationRules } from './rules/invitation-rules.js';
import { dayInWords, peopleRules, placed } from './rules/people-rules.js';
import { practiceRules } from './rules/practice-rules.js';
import { replicationRules } from './rules/replication-rules.js';

export type Params = Record<string, string | Localized>;

/** One event, whom it concerns, how pressing it is, and where it is dealt with. Its texts stand under `mails.<name>` and `notices.<name>`. */
export interface Rule {
  readonly name: string;
  readonly event: EventType;
  /** In words, for the generated reference. */
  readonly recipients: string;
  readonly kind: NoticeKind;
  /** Null where nobody is told. */
  readonly audience: (event: Event) => Audience | null;
  /** Path within the network's pages. */
  readonly path: (event: Event) => string;
  /** What a task is about, where its path does not say that, or says less. */
  readonly thing?: (event: Event) => string;
  /** A secret that the address carries in its fragment. */
  readonly link?: LinkPurpose;
  /** Whether people also find it in the portal; applicants and invited persons cannot. */
  readonly inApp: boolean;
  /** What its texts need from the event. */
  readonly params?: (event: Event) => Params;
}

type Data = Record<string, unknown>;
const dataOf = (event: Event) => event.data as Data;
const organizationName = (event: Event): Params => ({ organization: String(dataOf(event).organization) });

const forgotten = (event: Event): Params => ({ ...organizationName(event), day: dayInWords(String(dataOf(event).forgottenOn)) });

const toApplicant = (name: string, event: EventType, rest: Partial<Rule> = {}): Rule => ({
  name,
  event,
  recipients: 'the applicant',
  kind: 'summons',
  audience: ({ aggregateId }) => ({ to: 'applicant', id: aggregateId }),
  path: () => '/solicitud/seguimiento',
  link: 'follow-application',
  inApp: false,
  params: organizationName,
  ...rest,
});

const toSecretariat = (name: string, event: EventType, kind: NoticeKind): Rule => ({
  name,
  event,
  recipients: 'holders of applications:decide',
  kind,
  audience: () => ({ to: 'permission', permission: 'applications:decide' }),
  path: ({ aggregateId }) => `/secretaria/solicitudes?abierta=${aggregateId}`,
  inApp: true,
  params: organizationName,
});

/** Always by mail: whoever is suspended or has left may not look into the portal again. It concerns editors like those who represent it. */
const toDecided = (name: string, event: EventType): Rule => ({
  name,
  event,
  recipients: 'everybody of the organisation',
  kind: 'summons',
  audience: ({ aggregateId }) => ({ to: 'everybody', id: aggregateId }),
  path: () => '/miembro/practicas',
  inApp: false,
  params: (happened) => ({ organization: dataOf(happened).name as Localized, reason: String(dataOf(happened).reason) }),
});

export const rules: readonly Rule[] = [
  toApplicant('application-filed', applications.applicationFiled, {
    recipients: 'the applicant, unless the address had five in a day',
    audience: ({ aggregateId, data }) => ((data as Data).mailed === false ? null : { to: 'applicant', id: aggregateId }),
    path: () => '/solicitud/confirmar',
    link: 'confirm-application',
  }),
  toApplicant('application-received', applications.applicationConfirmed),
  toSecretariat('application-to-review', applications.applicationConfirmed, 'task'),
  {
    name: 'application-assigned',
    event: applicationAssigned,
    recipients: 'the person it was given to, unless they took it themselves',
    kind: 'task',
    audience: (event) => {
      const { personId } = dataOf(event);
      return typeof personId === 'string' && personId !== event.actor.personId ? { to: 'person', id: personId } : null;
    },
    path: ({ aggregateId }) => `/secretaria/solicitudes?abierta=${aggregateId}`,
    inApp: true,
    params: organizationName,
  },
  {
    ...toSecretariat('application-given-back', applicationAssigned, 'task'),
    audience: (event) => (dataOf(event).givenBack === true ? { to: 'permission', permission: 'applications:decide' } : null),
  },
  {
    name: 'actor-invited',
    event: actorInvited,
    recipients: 'the contact of an organisation of the actor map, once in 30 days at most',
    kind: 'summons',
    audience: ({ aggregateId }) => ({ to: 'actor', id: aggregateId }),
    path: () => '/solicitud/invitacion',
    link: 'apply-as-actor',
    inApp: false,
    params: (event) => ({ organization: dataOf(event).name as Localized }),
  },
  toApplicant('clarification-asked', applications.applicationAsked),
  toSecretariat('clarification-answered', applications.applicationAnswered, 'task'),
  toApplicant('application-accepted', applications.applicationAccepted),
  toApplicant('application-declined', applications.applicationDeclined),
  toSecretariat('application-withdrawn', applications.applicationWithdrawn, 'news'),
  {
    ...toSecretariat('application-expiring', applications.applicationExpiring, 'task'),
    params: forgotten,
  },
  toApplicant('application-unanswered', applications.applicationExpiring, {
    recipients: 'the applicant, where a clarification was asked and not answered',
    audience: ({ aggregateId, data }) => ((data as Data).status === 'clarification-asked' ? { to: 'applicant', id: aggregateId } : null),
    params: forgotten,
  }),
  {
    name: 'invitation',
    event: invitationIssued,
    recipients: 'the person invited to represent an organisation',
    kind: 'summons',
    audience: (event) => (dataOf(event).organizationId === null ? null : { to: 'invited', id: event.aggregateId }),
    path: () => '/invitacion',
    link: 'accept-invitation',
    inApp: false,
  },
  {
    name: 'invitation-to-network',
    event: invitationIssued,
    recipients: 'the person invited to a role of the network itself',
    kind: 'summons',
    audience: (event) => (dataOf(event).organizationId === null ? { to: 'invited', id: event.aggregateId } : null),
    path: () => '/invitacion',
    link: 'accept-invitation',
    inApp: false,
  },
  {
    name: 'welcome',
    event: invitationAccepted,
    recipients: 'the titular who accepted the invitation, unless it was to take over from another',
    kind: 'news',
    audience: (event) => {
      const { role, personId, handover } = dataOf(event);
      return role === 'titular' && handover !== true && typeof personId === 'string' ? { to: 'person', id: personId } : null;
    },
    path: () => '/miembro/personas',
    inApp: true,
    params: placed,
  },
  ...practiceRules,
  ...replicationRules,
  ...inquiryRules,
  ...peopleRules,
  ...invitationRules,
  ...taskRules,
  ...accountRules,
  toDecided('organization-suspended', organizationSuspended),
  toDecided('organization-reinstated', organizationReinstated),
  {
    ...toDecided('organization-withdrawn', organizationWithdrawn),
    audience: ({ aggregateId, occurredAt }) => ({ to: 'everybody', id: aggregateId, at: occurredAt }),
    path: () => '/miembro/cuenta',
  },
];

const told = new Set<string>(rules.map(({ event }) => event.subject));

/** Whether anybody is told of such events. */
export const isTold = (subject: string): boolean => told.has(subject);

export const rulesFor = ({ subject }: Pick<Event, 'subject'>): Rule[] => rules.filter(({ event }) => event.subject === subject);

export function ruleNamed(name: string): Rule {
  const found = rules.find((rule) => rule.name === name);
  if (!found) throw new Error(`no rule ${name}`);
  return found;
}
