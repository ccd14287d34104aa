import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { replicationEnded } from '@alianza/contracts/repository/replications';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { ReplicationDesk } from './replication-desk.js';
import { Replication, transitions } from './replication.entity.js';

/** Nobody confirms that a practice was repeated that is no longer public: what waits ends with it, and whoever told it hears so. */
@Injectable()
export class EndingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly desk: ReplicationDesk,
  ) {}

  /** In the transaction that withdraws the practice. Waits for whoever decides on one at this moment: what they decided stays. */
  async endOf(practiceId: string, call: Call): Promise<void> {
    const where = { networkId: call.network, practiceId, status: [...transitions.end.from] };
    const waiting = await this.em.find(Replication, where, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
    const at = await this.clock.now(this.em);
    for (const replication of waiting) {
      replication.end(at);
      await this.desk.settle(replication, replicationEnded, call);
    }
  }
}
