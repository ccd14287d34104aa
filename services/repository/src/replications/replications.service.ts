import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  replicationDrafted,
  replicationEdited,
  replicationTold,
  replicationWithdrawn,
  type draftReplication,
  type editReplication,
  type listOwnReplications,
  type Replication as Sheet,
  type tellReplication,
} from '@alianza/contracts/repository/replications';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { newId } from '@alianza/platform/ids';
import { keysAfter, lastId, lastInstant } from '../data/cursor-keys.js';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { strike } from './register/register.queries.js';
import { ReplicationDesk } from './replication-desk.js';
import { Replication } from './replication.entity.js';
import { viewRow } from './replication.views.js';
import { ReplicationForOrganizationError, ReplicationNotFoundError, ReplicationOwnPracticeError } from './replications.errors.js';
import { answersFor, maySpeak, mayWrite, writesFor, type Sides } from './replications.policy.js';
import { readOwn, readPublishedPractice } from './replications.queries.js';

/** What an organisation says that it repeated. */
@Injectable()
export class ReplicationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly desk: ReplicationDesk,
  ) {}

  async draft({ practiceId, content }: InputOf<typeof draftReplication>, call: Call): Promise<Sheet> {
    const organizationId = writer(call);
    const practice = await readPublishedPractice(this.em, call.network, practiceId);
    if (!practice) throw new PracticeNotFoundError();
    const { originId } = practice;
    if (originId === organizationId) throw new ReplicationOwnPracticeError();
    const at = await this.clock.now(this.em);
    const sides = { networkId: call.network, practiceId, originId, organizationId, createdBy: call.personId };
    const untold = { status: 'draft', toldAt: null, confirmedAt: null, changedAt: at } as const;
    const history = [{ status: 'draft' as const, at: at.toISOString(), text: null }];
    const replication = this.em.create(Replication, { id: newId(), ...sides, ...untold, content, history });
    return this.desk.settle(replication, replicationDrafted, call);
  }

  async edit({ id, content }: InputOf<typeof editReplication>, call: Call): Promise<Sheet> {
    const replication = await this.desk.find(id, call, (found) => mayWrite(call.principal, found));
    expectVersion(replication, call);
    replication.edit(content, await this.clock.now(this.em));
    return this.desk.settle(replication, replicationEdited, call);
  }

  async read(id: string, call: Call): Promise<Sheet> {
    const replication = await this.desk.find(id, call, (found, sides) => mayRead(found, sides, call));
    return this.desk.view(replication, call);
  }

  async tell({ id, answer }: InputOf<typeof tellReplication>, call: Call): Promise<Sheet> {
    const replication = await this.spoken(id, call);
    if (!(await readPublishedPractice(this.em, call.network, replication.practiceId))) throw new PracticeNotFoundError();
    replication.tell(answer ?? null, await this.clock.now(this.em));
    return this.desk.settle(replication, replicationTold, call);
  }

  async withdraw(id: string, call: Call): Promise<Sheet> {
    const replication = await this.spoken(id, call);
    replication.withdraw(await this.clock.now(this.em));
    await strike(this.em, call.network, id);
    return this.desk.settle(replication, replicationWithdrawn, call);
  }

  async own({ status, cursor, limit }: InputOf<typeof listOwnReplications>, call: Call): Promise<AnswerOf<typeof listOwnReplications>> {
    const organizationId = writer(call);
    const after = keysAfter(cursor, InstantAndId, [lastInstant, lastId]);
    const found = await readOwn(this.em, call.network, organizationId, { status: status ?? null, after, limit: limit + 1 });
    const rows = found.map((row) => viewRow(row, call));
    const page = toPage(rows, limit, ({ changedAt, id }) => [changedAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  private async spoken(id: string, call: Call): Promise<Replication> {
    const replication = await this.desk.find(id, call, (found) => mayWrite(call.principal, found));
    if (!maySpeak(call.principal, replication)) throw new ReplicationNotFoundError();
    expectVersion(replication, call);
    return replication;
  }
}

/** Drafts are of who writes them; the origin reads what it was told. */
const mayRead = (replication: Replication, sides: Sides, { principal }: Call): boolean =>
  mayWrite(principal, sides) || (Boolean(replication.toldAt) && answersFor(principal, sides));

/** The organisation acted for, whose own people alone write here. */
function writer(call: Call): string {
  const organizationId = writesFor(call.principal);
  if (organizationId === null || organizationId !== call.actingFor) throw new ReplicationForOrganizationError();
  return organizationId;
}
