import type { Event } from '@alianza/contracts/event';
import type { Audience } from '@alianza/contracts/membership/recipients';
import { standInBegun, standInEnded } from '@alianza/contracts/repository/stand-ins';
import { inquiryAnswered, inquiryClosed, inquiryOpened, inquirySent, inquiryUndelivered } from '@alianza/contracts/repository/inquiries';
import type { Localized } from '@alianza/contracts/shapes';
import { itself } from '../../settling/things.js';
import type { Params, Rule } from '../rules.js';

interface Data {
  readonly kind: string;
  /** Null where it is about the site itself. */
  readonly slug: string | null;
  readonly title: Localized;
  readonly organizationId: string | null;
  /** Whether the secretariat answers in its place. */
  readonly stoodIn?: boolean;
  /** What was asked, told once it is settled. */
  readonly asked?: string;
  /** Once it is settled. */
  readonly outcome?: string;
}
const dataOf = (event: Event) => event.data as Data;

/** Of the record that was asked about. */
const titled = (event: Event): Params => ({ title: dataOf(event).title });
/** Whoever wrote twice about one record tells the mails apart by what each was. */
const written = (event: Event): Params => ({ title: dataOf(event).title, kind: dataOf(event).kind });
const settled = (event: Event): Params => ({ ...written(event), asked: dataOf(event).asked ?? '', outcome: dataOf(event).outcome ?? '' });
const toCorrespondent = ({ aggregateId }: Event): Audience => ({ to: 'correspondent', id: aggregateId });
const subject = (event: Event) => {
  const { slug } = dataOf(event);
  return slug === null ? '' : `/practicas/${slug}`;
};

/** Where the address is confirmed, which leads on to the record that was asked about. */
const confirmation = (event: Event): string => {
  const { slug } = dataOf(event);
  return slug === null ? '/consulta' : `/consulta/${slug}`;
};

/** Whoever asks has no account: a mail is all they get. */
const outside = { recipients: 'who asked', kind: 'summons', audience: toCorrespondent, inApp: false } as const;
const inside = { event: inquiryOpened, kind: 'task', inApp: true, params: titled } as const;

interface StandIn {
  readonly organization: Localized;
  readonly status: string;
  readonly inquiries: number;
  readonly replications: number;
}
const standIn = (event: Event) => event.data as StandIn;

const waiting = (event: Event): Params => {
  const { organization, status, inquiries, replications } = standIn(event);
  return { organization, status, inquiries: String(inquiries), replications: String(replications) };
};
/** To the queue where something waits. */
const queueOf = (event: Event): string => (standIn(event).inquiries === 0 ? 'replicas' : 'consultas');

const standing = { kind: 'task', inApp: true, params: waiting, thing: itself } as const;

/** Who answers where an organisation is suspended or has left, and again once it is back. */
const standInRules: readonly Rule[] = [
  {
    ...standing,
    name: 'stand-in-begun',
    event: standInBegun,
    recipients: 'holders of applications:decide',
    audience: () => ({ to: 'permission', permission: 'applications:decide' }),
    path: (event) => `/secretaria/${queueOf(event)}`,
  },
  {
    ...standing,
    name: 'stand-in-ended',
    event: standInEnded,
    recipients: 'titular and suplentes of the organisation',
    audience: ({ aggregateId }) => ({ to: 'organization', id: aggregateId }),
    path: (event) => `/miembro/${queueOf(event)}`,
  },
];

/** A question or a mistake on its way between somebody outside and who answers. */
export const inquiryRules: readonly Rule[] = [
  { ...outside, name: 'inquiry-sent', event: inquirySent, path: confirmation, link: 'confirm-inquiry', params: written },
  {
    ...inside,
    name: 'inquiry-to-answer',
    recipients: 'titular and suplentes of the organisation that answers for the record',
    audience: (event) => {
      const { organizationId, stoodIn } = dataOf(event);
      return organizationId === null || stoodIn === true ? null : { to: 'organization', id: organizationId };
    },
    path: ({ aggregateId }) => `/miembro/consultas?abierta=${aggregateId}`,
  },
  {
    ...inside,
    name: 'inquiry-to-secretariat',
    recipients:
      'holders of applications:decide, for mistakes, for records of the network’s own, of who is suspended or has left, and for messages about the site',
    audience: (event) => {
      const { organizationId, stoodIn } = dataOf(event);
      return organizationId === null || stoodIn === true ? { to: 'permission', permission: 'applications:decide' } : null;
    },
    path: ({ aggregateId }) => `/secretaria/consultas?abierta=${aggregateId}`,
  },
  { ...outside, name: 'inquiry-answered', event: inquiryAnswered, path: subject, params: settled },
  { ...outside, name: 'inquiry-closed', event: inquiryClosed, path: subject, params: settled },
  {
    name: 'inquiry-undelivered',
    event: inquiryUndelivered,
    recipients: 'titular and suplentes of the organisation that answered',
    kind: 'news',
    audience: (event) => {
      const { organizationId, stoodIn } = dataOf(event);
      return organizationId === null || stoodIn === true ? null : { to: 'organization', id: organizationId };
    },
    path: ({ aggregateId }) => `/miembro/consultas?abierta=${aggregateId}`,
    inApp: true,
    params: titled,
  },
  ...standInRules,
];
