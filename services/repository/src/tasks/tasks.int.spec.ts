import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { disablePerson } from '@alianza/contracts/membership/people';
import { endRole } from '@alianza/contracts/membership/representation/roles';
import { editPractice, submitPractice } from '@alianza/contracts/repository/practices';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { answerInquiry, closeInquiry, listInquiries } from '@alianza/contracts/repository/inquiries';
import { listVerifications, verifyPractice } from '@alianza/contracts/repository/publication/verifications';
import { beginVersion } from '@alianza/contracts/repository/publication/versions';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import {
  confirmReplication,
  listReceivedReplications,
  refuseReplication,
  tellReplication,
  withdrawReplication,
} from '@alianza/contracts/repository/replications';
import { assignTask, readTask, type TaskQueue } from '@alianza/contracts/repository/review/tasks';
import type { Operation } from '@alianza/contracts/operation';
import type { TaskHolder } from '@alianza/contracts/tasks';
import { openInquiry } from '@alianza/testing/builders/inquiries';
import { published, revised } from '@alianza/testing/builders/practices';
import { draftedBy, networkPractice, replicator, toldBy } from '@alianza/testing/builders/replications';
import { roleOf } from '@alianza/testing/builders/representatives';
import { codeOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let me: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  me = await asSecretariat(setting);
}, 60_000);
afterAll(() => world.close());

const lists: Readonly<Record<TaskQueue, readonly [Operation, object]>> = {
  inquiries: [listInquiries, { of: 'secretariat' }],
  replications: [listReceivedReplications, {}],
  verifications: [listVerifications, { which: 'all' }],
};
interface Listed {
  readonly items: readonly { readonly id: string; readonly assignedTo: string | null }[];
  readonly total: number;
}
const list = (queue: TaskQueue, assigned?: 'me' | 'nobody', by = me) =>
  world.edge.call<Listed>(lists[queue][0], { ...lists[queue][1], assigned }, by);
const assign = (queue: TaskQueue, id: string, personId: string | null, as: object) =>
  world.edge.send(assignTask, { queue, id, personId }, as);
const holderOf = (queue: TaskQueue, id: string) => world.edge.call<TaskHolder>(readTask, { queue, id }, me);

async function toldToNetwork(): Promise<string> {
  const [{ id: practiceId }, person] = [await networkPractice(setting), await replicator(setting)];
  const { id, version } = await draftedBy(setting, person, practiceId);
  await world.edge.call(tellReplication, { id }, { ...person, version });
  return id;
}
const waiting: Readonly<Record<TaskQueue, () => Promise<string>>> = {
  inquiries: async () => (await openInquiry(setting, { kind: 'mistake' })).inquiryId,
  replications: toldToNetwork,
  verifications: async () => (await published(setting)).id,
};
const queues = Object.keys(waiting) as TaskQueue[];

const finishing =
  (operation: Operation, table: string, said: object = {}, by?: () => Promise<Person>) =>
  async (id: string): Promise<void> => {
    const [row] = await rowsOf<{ version: number }>('repository', `select version from ${table} where id = $1`, [id]);
    await world.edge.call(operation, { id, ...said }, { ...(by ? await by() : me), version: row?.version ?? 0 });
  };
const reason = { reason: 'Se aclaró por otra vía.' };
const anew = async (id: string): Promise<void> => {
  await finishing(beginVersion, 'practice', {}, () => asTitular(setting))(id);
  await finishing(submitPractice, 'practice', { terms: 1 }, () => asTitular(setting))(id);
  await finishing(publishPractice, 'practice', {}, () => asReviewer(setting))(id);
};
const done: [TaskQueue, string, (id: string) => Promise<void>][] = [
  ['verifications', 'verified', finishing(verifyPractice, 'practice')],
  ['verifications', 'published anew', anew],
  ['inquiries', 'answered', finishing(answerInquiry, 'inquiry', { text: 'Gracias por avisar.' })],
  ['inquiries', 'closed', finishing(closeInquiry, 'inquiry', reason)],
  ['replications', 'confirmed', finishing(confirmReplication, 'replication')],
  ['replications', 'refused', finishing(refuseReplication, 'replication', reason)],
  ['replications', 'withdrawn', finishing(withdrawReplication, 'replication', {}, () => replicator(setting))],
];

describe('what waits in a queue of the secretariat', () => {
  it.each(queues)('of %s is taken by one of two at once, found as its own, handed on and given back', async (queue) => {
    const id = await waiting[queue]();
    const colleague = await world.people.enrol('secretariat-lead', setting.network);
    expect(await holderOf(queue, id)).toEqual({ personId: null, version: 1 });
    const both = await Promise.all([me, colleague].map((one) => assign(queue, id, one.id, { ...one, version: 1 })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const first = await holderOf(queue, id);
    expect([first.version, [me.id, colleague.id].includes(first.personId ?? '')]).toEqual([2, true]);
    expect((await assign(queue, id, me.id, { ...me, version: 2 })).body).toEqual({ personId: me.id, version: 3 });
    expect((await list(queue, 'me')).items).toMatchObject([{ id, assignedTo: me.id }]);
    expect((await list(queue, 'me', colleague)).total).toBe(0);
    const free = await list(queue, 'nobody');
    expect([free.items.some((row) => row.id === id), free.total]).toEqual([false, free.items.length]);
    expect((await list(queue)).total).toBe(free.total + 1);
    await assign(queue, id, null, { ...me, version: 3 });
    expect([(await list(queue, 'me')).total, (await list(queue, 'nobody')).total]).toEqual([0, free.total + 1]);
  });

  it('is given to nobody outside the secretariat, by nobody else, and in no other network', async () => {
    const id = await waiting.verifications();
    const titular = await asTitular(setting);
    expect(codeOf(await assign('verifications', id, titular.id, { ...me, version: 1 }))).toEqual([422, 'task-owner-not-found']);
    expect((await assign('verifications', id, titular.id, { ...titular, version: 1 })).status).toBe(403);
    const theirs = await asSecretariat(await openSetting(world));
    expect(codeOf(await assign('verifications', id, theirs.id, { ...theirs, version: 1 }))).toEqual([404, 'task-not-found']);
    expect(codeOf(await assign('verifications', id, theirs.id, { ...me, version: 1 }))).toEqual([422, 'task-owner-not-found']);
    const question = await openInquiry(setting);
    expect(codeOf(await assign('inquiries', question.inquiryId, me.id, { ...me, version: 1 }))).toEqual([404, 'task-not-found']);
  });

  it.each(done)('of %s is nobody’s once it is %s, and given to nobody unless it is due again', async (queue, _done, finish) => {
    const id = await waiting[queue]();
    await assign(queue, id, me.id, { ...me, version: 1 });
    await finish(id);
    expect(await holderOf(queue, id)).toEqual({ personId: null, version: 3 });
    const refused = [409, 'task-not-open'];
    expect(codeOf(await assign(queue, id, me.id, { ...me, version: 3 }))).toEqual(queue === 'verifications' ? [200, undefined] : refused);
  });

  it('is nobody’s once what it is about is withdrawn', async () => {
    const id = await waiting.verifications();
    await assign('verifications', id, me.id, { ...me, version: 1 });
    await finishing(
      withdrawPractice,
      'practice',
      { cause: 'owner-request', reason: { original: 'es', es: 'La organización dejó de hacerla.' } },
      () => asTitular(setting),
    )(id);
    expect(await rowsOf('repository', 'select person_id as "personId" from task_holding where item_id = $1', [id])).toEqual([
      { personId: null },
    ]);
  });

  it('is given to nobody who acts for the organisation that it is about', async () => {
    const both = await world.people.enrol('secretariat', setting.network, setting.organization);
    const id = await waiting.verifications();
    expect(codeOf(await assign('verifications', id, both.id, { ...me, version: 1 }))).toEqual([403, 'practice-own-decision']);
    expect(codeOf(await assign('verifications', id, me.id, { ...both, version: 1 }))).toEqual([403, 'practice-own-decision']);
  });

  it('answered in place of an organisation is found by the secretariat once that is back', async () => {
    const { inquiryId: id } = await openInquiry(setting);
    const stands = (status: string) =>
      rowsOf('repository', 'update organization_copy set status = $1 where id = $2', [status, setting.organization.id]);
    await stands('suspended');
    await assign('inquiries', id, me.id, { ...me, version: 1 });
    await finishing(answerInquiry, 'inquiry', { text: 'Lo respondió la Secretaría.' })(id);
    await stands('active');
    expect(await holderOf('inquiries', id)).toEqual({ personId: null, version: 3 });
  });

  it('is called what the public reads, whatever is being written', async () => {
    const { id, version, content } = await revised(setting);
    const title = { original: 'es', es: 'Todavía no es público (ficticio)' };
    await world.edge.call(editPractice, { id, content: { ...content, title } }, { ...(await asTitular(setting)), version });
    const { id: told } = await toldBy(setting, await replicator(setting), id);
    await assign('verifications', id, me.id, { ...me, version: 1 });
    const { items } = await world.edge.call<{ items: readonly { id: string; title: string }[] }>(
      listVerifications,
      { which: 'all', id },
      me,
    );
    expect(items.map((row) => row.title)).toEqual([content.title.es]);
    await world.edge.call(verifyPractice, { id }, me);
    const facts = `select event -> 'data' -> 'title' ->> 'es' as title from outbox where event ->> 'aggregateId' = any($1)
      and split_part(event ->> 'subject', '.', 4) in ('assigned', 'rechecked', 'told') order by position`;
    expect((await rowsOf<{ title: string }>('repository', facts, [[id, told]])).map((fact) => fact.title)).toEqual(
      Array(3).fill(content.title.es),
    );
  });

  it.each(['their role ended', 'they may not come in any more'])('goes back to its queue when %s', async (what) => {
    const person = await world.people.enrol('secretariat', setting.network);
    const ids = await Promise.all(queues.map((queue) => waiting[queue]()));
    for (const [place, queue] of queues.entries()) await assign(queue, ids[place] ?? '', person.id, { ...me, version: 1 });
    if (what === 'their role ended') {
      const { roleId: id, version } = await roleOf(setting, person);
      const lead = await setting.as('secretariat-lead');
      await world.edge.call(endRole, { id, reason: 'Cambió de trabajo.' }, { ...lead, version });
    } else {
      const operator = { network: setting.network.code, token: await world.people.operator() };
      await world.edge.call(disablePerson, { id: person.id, reason: 'Equipo perdido.' }, operator);
    }
    await eventually(async () => {
      const holders = await Promise.all(queues.map((queue, place) => holderOf(queue, ids[place] ?? '')));
      return holders.every(({ personId }) => personId === null);
    });
    const told = `select from outbox where event ->> 'subject' = 'ev.repository.task.assigned.v1' and event -> 'data' ->> 'givenBack' = 'true'
      and event ->> 'aggregateId' = any($1)`;
    expect(await rowsOf('repository', told, [ids])).toHaveLength(ids.length);
  });
});
