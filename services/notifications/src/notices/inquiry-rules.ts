import type { Event } from '@alianza/contracts/event';
import type { Audience } from '@alianza/contracts/membership/recipients';
import { inquiryAnswered, inquiryClosed, inquiryOpened, inquirySent } from '@alianza/contracts/repository/inquiries';
import type { Localized } from '@alianza/contracts/shapes';
import type { Params, Rule } from './rules.js';

interface Data {
  /** Null where it is about the site itself. */
  readonly slug: string | null;
  readonly title: Localized;
  readonly organizationId: string | null;
  /** Once it is settled. */
  readonly outcome?: string;
}
const dataOf = (event: Event) => event.data as Data;

/** Of the record that was asked about. */
const titled = (event: Event): Params => ({ title: dataOf(event).title });
const settled = (event: Event): Params => ({ title: dataOf(event).title, outcome: dataOf(event).outcome ?? '' });
const toCorrespondent = ({ aggregateId }: Event): Audience => ({ to: 'correspondent', id: aggregateId });
const subject = (event: Event) => {
  const { slug } = dataOf(event);
  return slug === null ? '' : `/practicas/${slug}`;
};

/** Whoever asks has no account: a mail is all they get. */
const outside = { recipients: 'who asked', kind: 'summons', audience: toCorrespondent, inApp: false } as const;
const inside = { event: inquiryOpened, kind: 'task', inApp: true, params: titled } as const;

/** A question or a mistake on its way between somebody outside and who answers. */
export const inquiryRules: readonly Rule[] = [
  { ...outside, name: 'inquiry-sent', event: inquirySent, path: () => '/consulta', link: 'confirm-inquiry', params: titled },
  {
    ...inside,
    name: 'inquiry-to-answer',
    recipients: 'titular and suplentes of the organisation that answers for the record',
    audience: (event) => {
      const { organizationId } = dataOf(event);
      return organizationId === null ? null : { to: 'organization', id: organizationId };
    },
    path: ({ aggregateId }) => `/miembro/consultas?abierta=${aggregateId}`,
  },
  {
    ...inside,
    name: 'inquiry-to-secretariat',
    recipients: 'holders of applications:decide, for mistakes, for records of the network’s own and for messages about the site',
    audience: (event) => (dataOf(event).organizationId === null ? { to: 'permission', permission: 'applications:decide' } : null),
    path: ({ aggregateId }) => `/secretaria/consultas?abierta=${aggregateId}`,
  },
  { ...outside, name: 'inquiry-answered', event: inquiryAnswered, path: subject, params: settled },
  { ...outside, name: 'inquiry-closed', event: inquiryClosed, path: subject, params: settled },
];
