import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { organizationEdited } from '@alianza/contracts/membership/directory/profiles';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import type { Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { recordAll } from '@alianza/platform/events/record';
import { HistoryService, type Happened } from './history/history.service.js';
import type { Organization } from './organization.entity.js';
import { Publication } from './publication.js';

export type Settled = readonly [organization: Organization, happened: Happened];

/** What its events say of an organisation. It must have been flushed: its version is told. */
export const factOf = (organization: Organization) => {
  const { id, version, name, sector, status, country = null, category = null } = organization;
  return { aggregateId: id, aggregateVersion: version, data: { name, sector, status, country, category } };
};

/** What follows where an organisation came to be or changed: history, directory, events. Of one that says what it said nothing is told. */
@Injectable()
export class Settling {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly publication: Publication,
    private readonly history: HistoryService,
  ) {}

  async settle(organization: Organization, happened: Happened, origin: Origin): Promise<void> {
    await this.settleAll([[organization, happened]], { origin, at: await this.clock.now(this.em) });
  }

  /** The same of many at a time. */
  async settleAll(made: readonly Settled[], { origin, at }: { readonly origin: Origin; readonly at: Date }): Promise<void> {
    if (made.length === 0) return;
    const told = made.filter(([, { what, changes = [] }]) => what !== 'edited' || changes.length > 0);
    for (const [organization, happened] of told) this.history.noteAt(organization, happened, { actor: origin.actor, at });
    await this.em.flush();
    await this.publication.refreshAll(made.map(([organization]) => organization));
    const factsOf = (isEdited: boolean) => told.filter(([, { what }]) => (what === 'edited') === isEdited).map(([one]) => factOf(one));
    recordAll(this.em, origin, organizationEdited, factsOf(true));
    recordAll(this.em, origin, organizationRegistered, factsOf(false));
  }
}
