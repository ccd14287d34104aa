import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership } from '@alianza/contracts/membership/applications';
import { beginMemberImport } from '@alianza/contracts/membership/imports';
import { inNetworkPath, serviceOf, type Operation } from '@alianza/contracts/operation';
import { datePractices } from '@alianza/contracts/repository/harvest';
import { beginImport } from '@alianza/contracts/repository/imports';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { organizationPractices } from '@alianza/contracts/repository/related';
import { listReplications } from '@alianza/contracts/repository/replications';
import { upload } from '@alianza/testing/builders/uploads';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { personOf, prepare, routed, someCaller } from '../generic/matrix.js';
import { unwritten } from './unwritten.js';

let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterAll(() => world.close());

/** Operations whose example names something that exists: an id, a slug, a secret, an upload. */
const naming = routed.filter(
  ({ example, ...operation }) =>
    inNetworkPath(operation) && JSON.stringify(example.input).includes('"{') && example.given !== 'unused-label', // which nothing has yet
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
/** The whole of what is sent is something that is not there. */
const sending = new Set<string>([beginImport.id, beginMemberImport.id]);
const notThere = (id: string) => ({ status: sending.has(id) ? 422 : 404, code: expect.stringMatching(/-not-(?:found|valid)$/) });

/** `test/generic/access` asks at the other network's own address; here everything is right but what is named. */
describe.each(naming.map((operation) => [operation.id, operation] as const))('%s', (_id, operation: Operation) => {
  it('does not reach into another network by what belongs to it, and writes nothing there or here', async () => {
    const caller = await personOf(ours, someCaller(operation));
    const { input, version } = await prepare(operation, theirs, caller);
    await unwritten(serviceOf(operation), async () => {
      const { status, body } = await world.edge.send(operation, input, { ...caller, network: ours.network.code, version });
      if (narrowing.has(operation.id)) expect([status, itemsIn(body)]).toEqual([200, []]);
      else expect({ status, code: body.code }).toEqual(notThere(operation.id));
    });
  }, 30_000);
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
