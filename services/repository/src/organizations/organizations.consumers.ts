import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import {
  organizationRegistered,
  organizationReinstated,
  organizationSuspended,
  organizationWithdrawn,
} from '@alianza/contracts/membership/organizations';
import { originalOf } from '@alianza/platform/data/localized';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { nowhere } from '@alianza/platform/ids';
import { renameOwner } from '../publication/publication.queries.js';
import { renameReplicator } from '../replications/register.queries.js';
import { keepCopy } from './organizations.queries.js';

type State = DataOf<typeof organizationRegistered>;

/** Events may come late, twice and in any order: the higher version stays. */
@Controller()
export class OrganizationsConsumers {
  constructor(private readonly em: EntityManager) {}

  @Consumes(organizationRegistered, 'repository-organizations')
  registered(event: Event<State>): Promise<void> {
    return this.keep(event);
  }

  @Consumes(organizationSuspended, 'repository-organizations-suspended')
  suspended(event: Event<State>): Promise<void> {
    return this.keep(event);
  }

  @Consumes(organizationReinstated, 'repository-organizations-reinstated')
  reinstated(event: Event<State>): Promise<void> {
    return this.keep(event);
  }

  @Consumes(organizationWithdrawn, 'repository-organizations-withdrawn')
  withdrawn(event: Event<State>): Promise<void> {
    return this.keep(event);
  }

  private async keep(event: Event<State>): Promise<void> {
    const { aggregateId: id, aggregateVersion: version, data } = event;
    const networkId = event.networkId ?? nowhere;
    const { name, status } = data;
    const kept = await keepCopy(this.em, { networkId, id, name, status, version });
    if (!kept) return;
    await renameOwner(this.em, { networkId, organizationId: id, owner: originalOf(name) });
    await renameReplicator(this.em, { networkId, organizationId: id, name });
  }
}
