import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { mostFacts, type OrganizationFact as FactView } from '@alianza/contracts/membership/directory/members';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { newId } from '@alianza/platform/ids';
import { Person } from '../../people/person.entity.js';
import type { Organization } from '../organization.entity.js';
import { OrganizationFact } from './organization-fact.entity.js';

export type Happened = Pick<FactView, 'what'> & Partial<Pick<FactView, 'reason' | 'reference' | 'changes'>>;

/** Who did what to an organisation, when and why, in a form that is read. The audit has the same, chained and for auditors. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async note(organization: Organization, happened: Happened, { actor }: Pick<Call, 'actor'>): Promise<void> {
    this.noteAt(organization, happened, { actor, at: await this.clock.now(this.em) });
  }

  /** The same where the time is known already. */
  noteAt({ id: organizationId, networkId }: Organization, happened: Happened, { actor, at }: Pick<Call, 'actor'> & { at: Date }): void {
    const { what, reason = null, reference = null, changes = [] } = happened;
    const about = { organizationId, networkId, what, reason, reference, changes };
    const by = { personId: actor.personId, own: actor.organizationId === organizationId };
    this.em.persist(this.em.create(OrganizationFact, { ...about, ...by, id: newId(), at }));
  }

  /** The newest first; of those before them, all but what was written of it, so that no decision is ever out of reach. */
  async list({ id: organizationId, networkId }: Organization): Promise<FactView[]> {
    const order = { orderBy: { at: 'desc', id: 'desc' }, limit: mostFacts } as const;
    const newest = await this.em.find(OrganizationFact, { networkId, organizationId }, order);
    const beyond = { networkId, organizationId, what: { $ne: 'edited' }, id: { $nin: newest.map(({ id }) => id) } } as const;
    const decided = newest.length < mostFacts ? [] : await this.em.find(OrganizationFact, beyond, { orderBy: order.orderBy });
    const facts = [...newest, ...decided];
    const people = await this.em.find(Person, { id: [...new Set(facts.flatMap(({ personId }) => personId ?? []))] });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return facts.map(({ id, at, what, personId, own, reason = null, reference = null, changes }) => {
      const by = personId ? (names.get(personId) ?? null) : null;
      return { id, at: at.toISOString(), what, by, own, reason, reference, changes };
    });
  }
}
