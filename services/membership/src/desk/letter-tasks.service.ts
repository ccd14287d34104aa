import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { letterAssigned, type assignLetter, type readLetterTask } from '@alianza/contracts/membership/representation/letter-tasks';
import type { InputOf } from '@alianza/contracts/operation';
import type { TaskHolder } from '@alianza/contracts/tasks';
import type { Call } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { TaskNotFoundError, TaskNotOpenError, TaskOwnerNotFoundError } from '@alianza/platform/tasks/task.errors';
import { Letter } from '../letters/letter.entity.js';
import { OrganizationIsOwnError } from '../organizations/standing/standing.errors.js';
import { expectNotOwn } from '../organizations/standing/standing.policy.js';
import { Role } from '../roles/role.entity.js';
import { mayBeGiven } from './deciders.js';
import { letterQueue as queue, ofOrganization } from './letter-release.js';

/** Who of the secretariat has which letter. */
@Injectable()
export class LetterTasks {
  constructor(
    private readonly em: EntityManager,
    private readonly holdings: TaskHoldings,
  ) {}

  async read({ id }: InputOf<typeof readLetterTask>, { network: networkId }: Call): Promise<TaskHolder> {
    await this.load(id, networkId);
    return this.holdings.read({ networkId, queue, itemId: id });
  }

  /** What is decided can only be given back. */
  async assign({ id, personId }: InputOf<typeof assignLetter>, call: Call): Promise<TaskHolder> {
    const { network: networkId } = call;
    const letter = await this.load(id, networkId);
    expectNotOwn(letter.organizationId, call.principal);
    if (letter.status !== 'filed' && personId !== null) throw new TaskNotOpenError();
    if (personId !== null) await this.expectMayDecide(letter, personId);
    const holder = await this.holdings.assign({ networkId, queue, itemId: id }, personId, call);
    const data = { ...(await ofOrganization(this.em, letter)), holderId: personId };
    record(this.em, call, letterAssigned, { aggregateId: id, aggregateVersion: holder.version, data });
    return holder;
  }

  /** Nor by those who act for its organisation. Nobody ends their role meanwhile. */
  private async expectMayDecide({ networkId, organizationId }: Letter, personId: string): Promise<void> {
    if (!(await mayBeGiven(this.em, 'letters:accredit', { networkId, personId }))) throw new TaskOwnerNotFoundError();
    if ((await this.em.count(Role, { networkId, personId, organizationId, until: null })) > 0) throw new OrganizationIsOwnError();
  }

  private async load(id: string, networkId: string): Promise<Letter> {
    const letter = await this.em.findOne(Letter, { networkId, id });
    if (!letter) throw new TaskNotFoundError();
    return letter;
  }
}
