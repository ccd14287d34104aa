import type { Audience } from '@alianza/contracts/membership/recipients';
import type { Event } from '@alianza/contracts/event';
import {
  replicationAsked,
  replicationConfirmed,
  replicationEnded,
  replicationRefused,
  replicationTold,
  replicationWithdrawn,
} from '@alianza/contracts/repository/replications';
import type { Localized } from '@alianza/contracts/shapes';
import type { Params, Rule } from '../rules.js';

interface Data {
  readonly slug: string;
  readonly title: Localized;
  readonly originId: string | null;
  readonly organizationId: string;
  readonly organization: Localized | null;
  readonly told: boolean;
  /** Whether the secretariat decides in place of the origin. */
  readonly stoodIn?: boolean;
}
const dataOf = (event: Event) => event.data as Data;

/** `organization` is who repeated the practice called `title`. */
const params = (event: Event): Params => ({ title: dataOf(event).title, organization: dataOf(event).organization ?? '' });
const sheet = ({ aggregateId }: Event): string => `/miembro/replicas/${aggregateId}`;
const toOrigin = (event: Event): Audience | null => {
  const { originId, told, stoodIn } = dataOf(event);
  return told && originId !== null && stoodIn !== true ? { to: 'organization', id: originId } : null;
};
const toReplicator = (event: Event): Audience => ({ to: 'organization', id: dataOf(event).organizationId });

const origin = { recipients: 'titular and suplentes of the organisation whose practice it is', audience: toOrigin } as const;
const replicator = { recipients: 'titular and suplentes of the organisation that told it', audience: toReplicator } as const;
const shared = { inApp: true, params, path: sheet } as const;

/** A replication between who repeated a practice and who answers for it. */
export const replicationRules: readonly Rule[] = [
  { ...shared, ...origin, name: 'replication-to-confirm', event: replicationTold, kind: 'task' },
  {
    ...shared,
    name: 'replication-to-confirm-by-network',
    event: replicationTold,
    recipients: 'holders of applications:decide, where the practice is the network’s or of who is suspended or has left',
    kind: 'task',
    audience: (event) => {
      const { originId, stoodIn } = dataOf(event);
      return originId === null || stoodIn === true ? { to: 'permission', permission: 'applications:decide' } : null;
    },
    path: ({ aggregateId }) => `/secretaria/replicas?abierta=${aggregateId}`,
  },
  { ...shared, ...replicator, name: 'replication-asked', event: replicationAsked, kind: 'task' },
  {
    ...shared,
    ...replicator,
    name: 'replication-confirmed',
    event: replicationConfirmed,
    kind: 'news',
    path: (event) => `/practicas/${dataOf(event).slug}#replicas`,
  },
  { ...shared, ...replicator, name: 'replication-refused', event: replicationRefused, kind: 'news' },
  { ...shared, ...replicator, name: 'replication-ended', event: replicationEnded, kind: 'news' },
  { ...shared, ...origin, name: 'replication-withdrawn', event: replicationWithdrawn, kind: 'news' },
];
