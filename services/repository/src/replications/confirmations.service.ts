import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  replicationAsked,
  replicationConfirmed,
  replicationRefused,
  type askReplication,
  type listReceivedReplications,
  type refuseReplication,
  type Replication as Sheet,
} from '@alianza/contracts/repository/replications';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { anybody, takenParams } from '@alianza/platform/tasks/task-rows';
import { firstId, firstInstant, keysAfter } from '../data/cursor-keys.js';
import { isSecretariat } from '../practices/practices.policy.js';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { enter } from './register/register.queries.js';
import { ReplicationDesk } from './replication-desk.js';
import type { Replication } from './replication.entity.js';
import { viewRow } from './replication.views.js';
import { ReplicationOwnDecisionError } from './replications.errors.js';
import { answersFor, mayDecide } from './replications.policy.js';
import { readPublishedPractice, readReceived, readWaitingTotal } from './replications.queries.js';

/** What the origin of a practice says of those who tell that they repeated it. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly desk: ReplicationDesk,
  ) {}

  async received(
    { status, assigned, cursor, limit }: InputOf<typeof listReceivedReplications>,
    call: Call,
  ): Promise<AnswerOf<typeof listReceivedReplications>> {
    const network = isSecretariat(call.principal);
    // who of the secretariat has what is no business of an organisation
    const taken = network ? takenParams(assigned, call.personId) : anybody;
    const answering = { organizationId: call.principal.actingFor, network, taken };
    const after = keysAfter(cursor, InstantAndId, [firstInstant, firstId]);
    const total = await readWaitingTotal(this.em, call.network, answering);
    const found = await readReceived(this.em, call.network, answering, { status, after, limit: limit + 1 });
    const rows = found.map((row) => ({ ...viewRow(row, call), assignedTo: row.assignedTo }));
    const page = toPage(rows, limit, ({ toldAt, id }) => [toldAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor, total };
  }

  async ask({ id, text }: InputOf<typeof askReplication>, call: Call): Promise<Sheet> {
    const replication = await this.toDecide(id, call);
    replication.ask(text, await this.clock.now(this.em));
    return this.desk.settle(replication, replicationAsked, call);
  }

  /** From the same transaction on the public reads it. */
  async confirm(id: string, call: Call): Promise<Sheet> {
    const replication = await this.toDecide(id, call);
    const at = await this.clock.now(this.em);
    replication.confirm(at);
    const practice = await readPublishedPractice(this.em, call.network, replication.practiceId);
    if (!practice) throw new PracticeNotFoundError();
    const { networkId, organizationId, content } = replication;
    const { title, organization } = await this.desk.about(replication);
    await enter(this.em, { networkId, id, slug: practice.slug, title, organizationId, organization, content, confirmedAt: at });
    return this.desk.settle(replication, replicationConfirmed, call);
  }

  async refuse({ id, reason }: InputOf<typeof refuseReplication>, call: Call): Promise<Sheet> {
    const replication = await this.toDecide(id, call);
    replication.refuse(reason, await this.clock.now(this.em));
    return this.desk.settle(replication, replicationRefused, call);
  }

  private async toDecide(id: string, call: Call): Promise<Replication> {
    const replication = await this.desk.find(id, call, (found, sides) => Boolean(found.toldAt) && answersFor(call.principal, sides));
    if (!mayDecide(call.principal, await this.desk.sidesOf(replication))) throw new ReplicationOwnDecisionError();
    expectVersion(replication, call);
    return replication;
  }
}
