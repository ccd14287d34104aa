import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import type { Replication as Sheet, replicationTold } from '@alianza/contracts/repository/replications';
import type { Call } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { ownerName } from '../organizations/organization-name.js';
import { standInFor } from '../organizations/stand-in.queries.js';
import { Practice } from '../practices/practice.entity.js';
import { Replication } from './replication.entity.js';
import { stateOf, viewSheet, type About } from './replication.views.js';
import { publicTitle } from '../versions/versions.queries.js';
import { ReplicationNotFoundError } from './replications.errors.js';
import type { Sides } from './replications.policy.js';

/** A replication with what is said beside it: how both sides find it, change it and read it again. */
@Injectable()
export class ReplicationDesk {
  constructor(
    private readonly em: EntityManager,
    private readonly holdings: TaskHoldings,
  ) {}

  /** What one may not see does not exist. */
  async find(id: string, call: Call, sees: (replication: Replication, sides: Sides) => boolean): Promise<Replication> {
    const replication = await this.em.findOne(Replication, { id, networkId: call.network });
    if (!replication || !sees(replication, await this.sidesOf(replication))) throw new ReplicationNotFoundError();
    return replication;
  }

  async sidesOf({ networkId, organizationId, originId }: Replication): Promise<Sides> {
    const away = await standInFor(this.em, { networkId, organizationId: originId });
    return { organizationId, originId, originAway: away !== null };
  }

  /** Keeps the change and tells it. What ended is nobody's task any more. */
  async settle(replication: Replication, type: EventType<typeof replicationTold.data>, call: Call): Promise<Sheet> {
    await this.em.persist(replication).flush();
    const { id: itemId, networkId } = replication;
    if (replication.isOver()) await this.holdings.giveBack({ networkId, queue: 'replications' }, itemId);
    const about = await this.about(replication);
    const fact = { aggregateId: replication.id, aggregateVersion: replication.version, data: stateOf(replication, about) };
    record(this.em, call, type, fact);
    return viewSheet(replication, about, call.principal, call);
  }

  async view(replication: Replication, call: Call): Promise<Sheet> {
    return viewSheet(replication, await this.about(replication), call.principal, call);
  }

  /** Names are those of now. A practice that was published has its slug for good. */
  async about({ networkId, practiceId, organizationId, originId }: Replication): Promise<About> {
    const practice = await this.em.findOneOrFail(Practice, { id: practiceId, networkId });
    const title = await publicTitle(this.em, practice);
    const organization = await ownerName(this.em, { networkId, organizationId });
    const origin = await ownerName(this.em, { networkId, organizationId: originId });
    const away = await standInFor(this.em, { networkId, organizationId: originId });
    return { slug: practice.slug ?? '', title, organization, origin, originStatus: away?.status ?? 'active' };
  }
}
