import type { Event, EventType } from '@alianza/contracts/event';
import { networkOpened } from '@alianza/contracts/membership/networks';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import { practiceSubmitted } from '@alianza/contracts/repository/practices';
import type { Processes } from '@alianza/testing/faults/processes';
import { jetstream } from '@nats-io/jetstream';
import { randomUUID } from 'node:crypto';

const nobody = { personId: null, organizationId: null, service: 'membership' };

interface About {
  readonly networkId: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
}

const fact = ({ subject }: EventType, about: About, data: object): Event => ({
  id: randomUUID(),
  subject,
  ...about,
  occurredAt: '2026-11-21T09:00:00.123Z',
  actor: nobody,
  cause: 'spec',
  data,
});

export const nameOf = ({ aggregateVersion }: Pick<About, 'aggregateVersion'>): string =>
  `Organización ${String(aggregateVersion)} (ficticia)`;

/** An organisation as it stands at a version; its name tells which. */
export const organizationAt = (about: About, name = nameOf(about)): Event =>
  fact(organizationRegistered, about, {
    slug: 'organizacion-ficticia',
    name: { original: 'es', es: name },
    acronym: null,
    sector: 'civil-society',
    country: 'MX',
    website: null,
    category: null,
    status: 'active',
  });

/** A network at a version; its code tells which. */
export const networkAt = (about: About): Event =>
  fact(networkOpened, about, {
    code: `red-${String(about.aggregateVersion)}`,
    name: { original: 'es', es: 'Red (ficticia)' },
    languages: ['es'],
    zone: 'America/Mexico_City',
    demo: true,
  });

export const practiceHandedIn = (about: About): Event =>
  fact(practiceSubmitted, about, { status: 'submitted', organizationId: null, practiceType: 'good-practice' });

/** Straight into the stream, without the message id by which the stream itself would drop repetitions. */
export async function deliver(world: Processes, events: readonly Event[]): Promise<void> {
  const js = jetstream(world.nats);
  for (const event of events) await js.publish(event.subject, JSON.stringify(event));
}

export const deliverWords = (world: Processes, { subject }: EventType, words: string) => jetstream(world.nats).publish(subject, words);
