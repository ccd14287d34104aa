import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadLetterOperations } from '@alianza/contracts/dead-letters';
import { applyForMembership } from '@alianza/contracts/membership/applications';
import { beginActorImport } from '@alianza/contracts/membership/imports/actors';
import { beginMemberImport } from '@alianza/contracts/membership/imports/members';
import { listNames } from '@alianza/contracts/membership/directory/names';
import { roleEnded } from '@alianza/contracts/membership/representation/roles';
import { previewMailing, sendMailing } from '@alianza/contracts/notifications/mailings';
import { inNetworkPath, serviceOf, type Operation } from '@alianza/contracts/operation';
import { datePractices } from '@alianza/contracts/repository/harvest';
import { beginImport } from '@alianza/contracts/repository/imports';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { organizationPractices } from '@alianza/contracts/repository/publication/related';
import { listReplications } from '@alianza/contracts/repository/replications';
import { upload } from '@alianza/testing/builders/files/uploads';
import { rowsOf } from '@alianza/testing/rows';
import { enterPractice } from '@alianza/contracts/repository/review/entries';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { personOf, prepare, routed, someCaller } from '../generic/matrix.js';
import { unwritten } from './unwritten.js';

let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world, { quiet: true }), await openSetting(world, { quiet: true })];
}, 60_000);
afterAll(() => world.close());

/** What these name is nobody's: a label or a day that is free, the number of an edition. */
const nobodys = new Set<string | undefined>(['unused-label', 'ordinary-day', 'notice-in-force']);
/** Operations whose example names something that exists: an id, a slug, a secret, an upload. */
const naming = routed.filter(
  ({ example, ...operation }) => inNetworkPath(operation) && JSON.stringify(example.input).includes('"{') && !nobodys.has(example.given),
);

it('operations that name something are most of them', () => {
  expect(naming.length).toBeGreaterThan(15);
});

/** What they name narrows a list, or several: what is another network's is in none. */
const narrowing = new Set<string>([datePractices.id, listReplications.id, organizationPractices.id]);
function itemsIn(body: object): unknown[] {
  const entries: [string, unknown][] = Object.entries(body);
  return entries.flatMap(([name, value]) => {
    if (name === 'items') return value;
    return typeof value === 'object' && value !== null ? itemsIn(value) : [];
  });
}
/** They answer about whatever is named, and know nothing of what is not there. */
const knowing = new Map<string, object>([
  [listNames.id, { people: [], organizations: [], operators: [] }],
  [previewMailing.id, { recipients: { total: 0 }, unreachable: { total: 0 }, without: { total: 0 } }],
]);
/** Where what is not there, what has gone and what is another network's are told alike. */
const alike = new Map<string, string>([
  [sendMailing.id, 'mailing-recipients-changed'],
  [enterPractice.id, 'practice-organization-not-active'],
]);
/** The whole of what is sent is something that is not there. */
const sending = new Set<string>([beginActorImport.id, beginImport.id, beginMemberImport.id]);
const notThere = (id: string) =>
  alike.has(id)
    ? { status: 409, code: alike.get(id) }
    : { status: sending.has(id) ? 422 : 404, code: expect.stringMatching(/-not-(?:found|valid)$/) };

/** `test/generic/access` asks at the other network's own address; here everything is right but what is named. */
describe.each(naming.map((operation) => [operation.id, operation] as const))('%s', (_id, operation: Operation) => {
  it('does not reach into another network by what belongs to it, and writes nothing there or here', async () => {
    const caller = await personOf(ours, someCaller(operation));
    const { input, version } = await prepare(operation, theirs, caller);
    const attack = async () => {
      const { status, body } = await world.edge.send(operation, input, { ...caller, network: ours.network.code, version });
      if (narrowing.has(operation.id)) expect([status, itemsIn(body)]).toEqual([200, []]);
      else if (knowing.has(operation.id)) expect({ status, body }).toMatchObject({ status: 200, body: knowing.get(operation.id) });
      else expect({ status, code: body.code }).toEqual(notThere(operation.id));
    };
    await (knowing.has(operation.id) ? attack() : unwritten(serviceOf(operation), attack)); // an answer is kept under its key
  }, 30_000);
});

/** As a consumer could not digest it. */
async function buried(networkId: string): Promise<string> {
  const [id, personId] = [randomUUID(), randomUUID()];
  const data = { personId, role: 'editor', organizationId: null, reason: 'Relevo.', succeeded: false };
  const actor = { personId: null, organizationId: null, service: 'membership' };
  const fact = { id: randomUUID(), networkId, actor, cause: 'prueba', aggregateId: personId, aggregateVersion: 1, data };
  const event = { ...fact, subject: roleEnded.subject, occurredAt: '2026-01-15T12:00:00.000Z' };
  await rowsOf(
    'repository',
    `insert into dead_letter (id, consumer, event, reason) values ($1, 'repository-roles-ended', $2, 'prueba') returning id`,
    [id, JSON.stringify(event)],
  );
  return id;
}

describe('a delivery that failed', () => {
  it('is seen and retried by the secretariat of its own network alone', async () => {
    const { own, retryOwn } = deadLetterOperations.repository;
    const [mine, other] = [await buried(ours.network.id), await buried(theirs.network.id)];
    const lead = await ours.as('secretariat-lead');
    const seen = async () => (await world.edge.call<{ items: { id: string }[] }>(own, {}, lead)).items.map(({ id }) => id);
    expect(await seen()).toEqual([mine]);
    expect(await world.edge.call(retryOwn, { id: other }, lead)).toEqual({ taken: 0, refused: 0 });
    const state = 'select retries, retried_at as at from dead_letter where id = $1';
    expect(await rowsOf('repository', state, [other])).toEqual([{ retries: 0, at: null }]);
    expect((await world.edge.send(own, {}, { ...lead, network: theirs.network.code })).status).toBe(403);
    expect((await world.edge.send(own, {}, await ours.as('secretariat'))).status).toBe(403);
    expect(await world.edge.call(retryOwn, {}, lead)).toEqual({ taken: 1, refused: 0 });
    expect([await seen(), await rowsOf('repository', state, [other])]).toEqual([[], [{ retries: 0, at: null }]]);
    await rowsOf('repository', 'delete from dead_letter where id = any($1) returning id', [[mine, other]]);
  });
});

describe('what only a body or a header names', () => {
  it('an upload of another network becomes nobody’s letter', async () => {
    const letterUploadId = await upload(world, theirs.network.code);
    const { letterText: _none, ...form } = applyForMembership.example.input;
    await unwritten('membership', async () => {
      const { status, body } = await world.edge.send(applyForMembership, { ...form, letterUploadId }, { network: ours.network.code });
      expect([status, body.code]).toEqual([422, 'upload-not-found']);
    });
  });

  it('nobody acts for an organisation of another network, or for one where they are nobody', async () => {
    const titular = await ours.as('titular');
    await unwritten('repository', async () => {
      for (const actingFor of [theirs.organization.id, ours.secretariat.id, ours.network.id]) {
        const { status } = await world.edge.send(draftPractice, draftPractice.example.input, { ...titular, actingFor });
        expect([403, 422]).toContain(status);
      }
    });
  });
});
