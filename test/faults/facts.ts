import type { Event, EventType } from '@alianza/contracts/event';
import { networkChanged, networkOpened } from '@alianza/contracts/membership/networks';
import { organizationRegistered, type OrganizationStatus } from '@alianza/contracts/membership/organizations';
import { handoverCompleted } from '@alianza/contracts/membership/representation/handovers';
import { statementPublished } from '@alianza/contracts/membership/settings/statements';
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

interface Standing {
  readonly told: EventType;
  readonly name: string;
  readonly status: OrganizationStatus;
}

/** An organisation as it stands at a version; its name tells which. */
export const organizationAt = (about: About, standing: Partial<Standing> = {}): Event => {
  const { told, name, status }: Standing = { told: organizationRegistered, name: nameOf(about), status: 'active', ...standing };
  return fact(told, about, {
    slug: 'organizacion-ficticia',
    name: { original: 'es', es: name },
    acronym: null,
    sector: 'civil-society',
    country: 'MX',
    website: null,
    category: null,
    status,
    ...Object.fromEntries(told.freeText.map((field) => [field, 'Motivo (ficticio).'])),
  });
};

/** A network at a version, the first as it opens; its code tells which. */
export const networkAt = (about: About): Event =>
  fact(about.aggregateVersion === 1 ? networkOpened : networkChanged, about, {
    code: `red-${String(about.aggregateVersion)}`,
    name: { original: 'es', es: 'Red (ficticia)' },
    languages: ['es'],
    zone: 'America/Mexico_City',
    demo: true,
    ...(about.aggregateVersion === 1 && { terms: { version: 1, edition: 1 } }),
  });

/** A version of a page of law: every other one in the network's own words. */
export const statementAt = (networkId: string, page: 'terms' | 'legal', version: number): Event => {
  const about = { networkId, aggregateId: randomUUID(), aggregateVersion: 1 };
  return fact(statementPublished, about, { page, version, own: version % 2 === 0, edition: version });
};

export const handedOver = (networkId: string): Event =>
  fact(
    handoverCompleted,
    { networkId, aggregateId: randomUUID(), aggregateVersion: 1 },
    {
      organizationId: randomUUID(),
      organization: { original: 'es', es: 'Organización (ficticia)' },
      predecessorId: null,
      successorId: randomUUID(),
      letters: 0,
      invitations: 0,
    },
  );

export const practiceHandedIn = (about: About): Event =>
  fact(practiceSubmitted, about, { status: 'submitted', organizationId: null, practiceType: 'good-practice' });

/** Straight into the stream, without the message id by which the stream itself would drop repetitions. */
export async function deliver(world: Processes, events: readonly Event[]): Promise<void> {
  const js = jetstream(world.nats);
  for (const event of events) await js.publish(event.subject, JSON.stringify(event));
}

export const deliverWords = (world: Processes, { subject }: EventType, words: string) => jetstream(world.nats).publish(subject, words);
