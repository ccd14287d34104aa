import { Inject, Injectable } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { TaskHolder } from '@alianza/contracts/tasks';
import { expectVersion, type Call } from '../calls/call.js';
import { TaskHolding } from './task-holding.entity.js';

export interface Task {
  readonly networkId: string;
  readonly queue: string;
  readonly itemId: string;
}

interface Whose {
  readonly networkId: string;
  readonly personId: string;
}

/** What is the queue's again, with the version of that. */
export interface Freed extends Task {
  readonly version: number;
}

/** What has no row yet was never given to anybody. */
const fresh: TaskHolder = { personId: null, version: 1 };

/** Of two who give the same thing at once the second is refused, whether or not there was a row. */
const put = `insert into task_holding (network_id, queue, item_id, person_id, version) values (?, ?, ?, ?, ?)
  on conflict (network_id, queue, item_id) do update set person_id = excluded.person_id, version = excluded.version
  where task_holding.version = excluded.version - 1 returning version`;

/** Nobody is refused: whoever gives the same thing to somebody at this moment is first or second, and both hold. */
const free = `update task_holding set person_id = null, version = version + 1
  where network_id = ? and queue = ? and item_id in (?) and person_id is not null`;
const freeAll = `update task_holding set person_id = null, version = version + 1
  where network_id = ? and person_id = ? returning queue, item_id as "itemId", version`;

/** Who has what of the queues of a service. */
@Injectable()
export class TaskHoldings {
  constructor(@Inject(EntityManager) private readonly em: SqlEntityManager) {}

  async read({ networkId, queue, itemId }: Task): Promise<TaskHolder> {
    const row = await this.em.findOne(TaskHolding, { networkId, queue, itemId }, { refresh: true });
    return row ? { personId: row.personId ?? null, version: row.version } : fresh;
  }

  async assign(task: Task, personId: string | null, call: Call): Promise<TaskHolder> {
    const before = await this.read(task);
    expectVersion(before, call);
    return this.put(task, { personId, version: before.version + 1 });
  }

  /** It is done: nobody has it any more. */
  async giveBack({ networkId, queue }: Omit<Task, 'itemId'>, ...itemIds: readonly string[]): Promise<void> {
    await this.em.execute(free, [networkId, queue, itemIds]);
  }

  /** Somebody may not do it any more: all that they had is the queue's again. */
  async takeFrom({ networkId, personId }: Whose): Promise<Freed[]> {
    const freed = await this.em.execute<Omit<Freed, 'networkId'>[]>(freeAll, [networkId, personId]);
    return freed.map((task) => ({ ...task, networkId }));
  }

  async hasAny({ networkId, personId }: Whose): Promise<boolean> {
    return (await this.em.count(TaskHolding, { networkId, personId })) > 0;
  }

  private async put({ networkId, queue, itemId }: Task, { personId, version }: TaskHolder): Promise<TaskHolder> {
    const rows = await this.em.execute<unknown[]>(put, [networkId, queue, itemId, personId, version]);
    if (rows.length === 0) throw new DomainError(generalErrors['version-stale']);
    return { personId, version };
  }
}
