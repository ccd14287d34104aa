import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { addressFailed, addressRetried, type getMyMail, type listFailing } from '@alianza/contracts/membership/recipients';
import type { mailBounced } from '@alianza/contracts/notifications/mails';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { queryRows } from '@alianza/platform/data/queries';
import { record } from '@alianza/platform/events/record';
import { CONFIG, type Config } from '@alianza/platform/run/service-definition';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { Role } from '../roles/role.entity.js';
import { FailingAddress } from './failing-address.entity.js';
import { markOf } from './marks.js';
import { failingHere } from './recipients.queries.js';

type Bounce = Event<DataOf<typeof mailBounced>>;
type FailingPeople = Pick<AnswerOf<typeof listFailing>, 'items' | 'total'>;

/** Bounds the work for a page that nobody reads to its end. */
const most = 100;

interface Row {
  id: string;
  name: string;
  email: string;
  mark: string;
  status: string | null;
  since: string;
}

/** Which people mails do not reach. What is known is known of one address: a new one begins without it. */
@Injectable()
export class FailingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  markOf(person: Pick<Person, 'id' | 'email'>): string {
    return markOf(this.config.SERVICE_KEY, person);
  }

  /** Those of these people whose present address fails, by their id. */
  async among(people: readonly Pick<Person, 'id' | 'email'>[]): Promise<ReadonlyMap<string, FailingAddress>> {
    if (people.length === 0) return new Map();
    const known = await this.em.find(FailingAddress, { personId: people.map(({ id }) => id), retriedAt: null });
    const marks = new Map(people.map((person) => [person.id, this.markOf(person)]));
    return new Map(known.filter((row) => row.isOf(marks.get(row.personId) ?? '')).map((row) => [row.personId, row]));
  }

  /** A mail came back for good. */
  async note({ data, actor, cause }: Bounce): Promise<void> {
    const { personId, mark, kind, status, sentAt } = data;
    if (kind !== 'hard' || personId === null || mark === null) return;
    await oneAtATime(this.em, 'failing-address', personId);
    const person = await this.em.findOne(Person, { id: personId });
    if (!person || this.markOf(person) !== mark) return;
    const failure = { mark, status, sentAt: new Date(sentAt), now: await this.clock.now(this.em) };
    const known = await this.em.findOne(FailingAddress, { personId });
    if (known && !known.fail(failure)) return;
    const row = known ?? this.em.create(FailingAddress, { personId, mark, status, since: failure.now, retriedAt: null });
    await this.em.persist(row).flush();
    tell(this.em, { networkId: null, actor, cause }, addressFailed, row);
  }

  async mine(call: Call): Promise<AnswerOf<typeof getMyMail>> {
    const row = (await this.among([await this.em.findOneOrFail(Person, { id: call.personId })])).get(call.personId);
    return { failing: row ? { since: row.since.toISOString(), status: row.status ?? null } : null };
  }

  async retry(call: Call): Promise<Record<string, never>> {
    await oneAtATime(this.em, 'failing-address', call.personId);
    const row = (await this.among([await this.em.findOneOrFail(Person, { id: call.personId })])).get(call.personId);
    if (!row) return {};
    row.retry(await this.clock.now(this.em));
    await this.em.flush();
    tell(this.em, { networkId: null, actor: call.actor, cause: call.cause }, addressRetried, row);
    return {};
  }

  async list(call: Call): Promise<FailingPeople> {
    const found = await queryRows<Row>(this.em, failingHere, [call.network]);
    const failing = found.filter((row) => this.markOf(row) === row.mark);
    const shown = failing.slice(0, most);
    const roles = await this.rolesOf(
      shown.map(({ id }) => id),
      call,
    );
    const items = shown.map(({ id, name, status, since }) => ({
      personId: id,
      name,
      status,
      since: new Date(since).toISOString(),
      roles: roles.get(id) ?? [],
    }));
    return { items, total: failing.length };
  }

  private async rolesOf(people: readonly string[], call: Call): Promise<Map<string, FailingPeople['items'][number]['roles']>> {
    const held = await this.em.find(
      Role,
      { networkId: call.network, personId: [...people], until: null },
      { orderBy: { since: 'asc', id: 'asc' } },
    );
    const ids = [...new Set(held.flatMap(({ organizationId }) => organizationId ?? []))];
    const organizations = await this.em.find(Organization, { networkId: call.network, id: ids });
    const names = new Map(organizations.map(({ id, name }) => [id, resolve(name, call).text]));
    const roles = new Map<string, FailingPeople['items'][number]['roles']>();
    for (const { personId, role, organizationId = null } of held) {
      const one = { role, organizationId, organization: organizationId === null ? null : (names.get(organizationId) ?? null) };
      roles.set(personId, [...(roles.get(personId) ?? []), one]);
    }
    return roles;
  }
}

/** A person's address belongs to no network. */
function tell(em: EntityManager, origin: Origin, event: typeof addressFailed, row: FailingAddress): void {
  record(em, origin, event, { aggregateId: row.personId, aggregateVersion: row.version, data: { status: row.status ?? null } });
}
