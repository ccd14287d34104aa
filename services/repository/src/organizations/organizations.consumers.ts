import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { DataOf, Event } from '@alianza/contracts/event';
import { organizationEdited } from '@alianza/contracts/membership/directory/profiles';
import {
  organizationRegistered,
  organizationReinstated,
  organizationSuspended,
  organizationWithdrawn,
} from '@alianza/contracts/membership/organizations';
import { originalOf } from '@alianza/platform/data/localized';
import { Consumes } from '@alianza/platform/events/consumes.decorator';
import { nowhere } from '@alianza/platform/ids';
import { markAway, renameOwner } from '../publication/publication.queries.js';
import { renameReplicator } from '../replications/register/register.queries.js';
import { isActive } from './active.js';
import { keepCopy } from './organizations.queries.js';
import { StandInService } from './stand-in.service.js';

type State = DataOf<typeof organizationRegistered>;

/** Events may come late, twice and in any order: the higher version stays. */
@Controller()
export class OrganizationsConsumers {
  constructor(
    private readonly em: EntityManager,
    private readonly standIn: StandInService,
  ) {}

  @Consumes(organizationRegistered, 'repository-organizations')
  registered(event: Event<State>): Promise<void> {
    return this.keep(event);
  }

  /** What it is called now stands on its records as well. */
  @Consumes(organizationEdited, 'repository-organizations-edited')
  edited(event: Event<State>): Promise<void> {
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
    if (kept === null) return;
    await renameOwner(this.em, { networkId, organizationId: id, owner: originalOf(name) });
    await renameReplicator(this.em, { networkId, organizationId: id, name });
    const { actor, id: cause } = event;
    await markAway(this.em, { networkId, organizationId: id, away: !isActive(status) });
    await this.standIn.tell({ networkId, id, version, name, before: kept.before, status }, { networkId, actor, cause });
  }
}
