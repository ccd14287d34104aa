import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { checkReviewer } from '@alianza/contracts/membership/reviewers';
import type { InputOf } from '@alianza/contracts/operation';
import { taskAssigned, TaskQueue, type assignTask, type readTask } from '@alianza/contracts/repository/review/tasks';
import type { TaskHolder } from '@alianza/contracts/tasks';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { TaskNotFoundError, TaskNotOpenError, TaskOwnerNotFoundError } from '@alianza/platform/tasks/task.errors';
import { PracticeOwnDecisionError } from '../practices/practices.errors.js';
import { TaskThings, type Thing } from './task-things.js';

/** Who of the secretariat has what of its queues. */
@Injectable()
export class TasksService {
  constructor(
    private readonly em: EntityManager,
    private readonly things: TaskThings,
    private readonly holdings: TaskHoldings,
    private readonly operations: OperationsClient,
  ) {}

  async read({ queue, id }: InputOf<typeof readTask>, { network: networkId }: Call): Promise<TaskHolder> {
    await this.load(queue, id, networkId);
    return this.holdings.read({ networkId, queue, itemId: id });
  }

  /** Whoever it is given to must be of the secretariat, now, and might decide it. What is done can only be given back. */
  async assign({ queue, id, personId }: InputOf<typeof assignTask>, call: Call): Promise<TaskHolder> {
    const { network: networkId, principal } = call;
    const { title, open, organizationId } = await this.load(queue, id, networkId);
    if (principal.organizations.some((one) => one.id === organizationId)) throw new PracticeOwnDecisionError();
    if (!open && personId !== null) throw new TaskNotOpenError();
    if (personId !== null) {
      await this.alone({ networkId, personId });
      const { verifies, organizations } = await this.operations.ask(checkReviewer, { personId }, networkId);
      if (!verifies) throw new TaskOwnerNotFoundError();
      if (organizations.some((one) => one === organizationId)) throw new PracticeOwnDecisionError();
    }
    const holder = await this.holdings.assign({ networkId, queue, itemId: id }, personId, call);
    record(this.em, call, taskAssigned, { aggregateId: id, aggregateVersion: holder.version, data: { queue, title, personId } });
    return holder;
  }

  /** Back to the queue with all that somebody had; told of what is left to do. */
  async release(personId: string, here: Origin & { readonly networkId: string }): Promise<void> {
    for (const { networkId, queue: name, itemId: id, version } of await this.holdings.takeFrom({ networkId: here.networkId, personId })) {
      const queue = TaskQueue.parse(name);
      const thing = await this.things.find(queue, { networkId, id });
      if (!thing?.open) continue;
      const data = { queue, title: thing.title, personId: null, givenBack: true };
      record(this.em, here, taskAssigned, { aggregateId: id, aggregateVersion: version, data });
    }
  }

  /** Whoever gives somebody a task waits for who takes all theirs, and the other way round: neither misses what the other does. */
  alone({ networkId, personId }: { networkId: string; personId: string }): Promise<void> {
    return oneAtATime(this.em, 'tasks', networkId, personId);
  }

  private async load(queue: TaskQueue, id: string, networkId: string): Promise<Thing> {
    const thing = await this.things.find(queue, { networkId, id });
    if (!thing) throw new TaskNotFoundError();
    return thing;
  }
}
