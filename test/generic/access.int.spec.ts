import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceOf, inNetworkPath, type Operation } from '@alianza/contracts/operation';
import { census } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { callers, mayCall, personOf, prepare, routed, type Caller } from './matrix.js';

let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterAll(() => world.close());

/** The right answer to who may not: not signed in, not allowed, or nothing there. */
const refusals = (caller: Caller) => (caller === 'nobody' ? [401] : [403, 404]);

async function ask(operation: Operation, caller: Caller, where: Setting) {
  const person = await personOf(ours, caller);
  const { input, version } = await prepare(operation, where, person);
  const before = await census(serviceOf(operation));
  const asked = { ...person, network: where.network.code, version };
  const { status, body } = await world.edge.send(operation, input, asked);
  return { status, body, written: async () => ({ before, after: await census(serviceOf(operation)) }) };
}

async function expectRefused(operation: Operation, caller: Caller, where: Setting) {
  const { status, body, written } = await ask(operation, caller, where);
  expect({ caller, status, body }).toMatchObject({ caller, status: expect.any(Number), body: { code: expect.any(String) } });
  expect(refusals(caller)).toContain(status);
  const { before, after } = await written();
  expect(after).toEqual(before);
}

describe.each(routed.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const allowed = callers.filter((caller) => mayCall(operation.access, caller));
  const refused = callers.filter((caller) => !mayCall(operation.access, caller));

  it('lets in whom its access names', async () => {
    const where = operation.access === 'signed-in' ? await openSetting(world) : ours; // whoever accepts an invitation is no longer who they were
    for (const caller of allowed) {
      const { status, body } = await ask(operation, caller, where);
      expect({ caller, status, code: body.code }).not.toMatchObject({ status: 401 });
      if (status === 403) expect({ caller, code: body.code }).toEqual({ caller, code: expect.not.stringMatching(/^forbidden$/) });
      expect(status).toBeLessThan(500);
    }
  }, 60_000);

  it('refuses everybody else and writes nothing', async () => {
    for (const caller of refused) await expectRefused(operation, caller, ours);
  }, 60_000);

  const closed =
    inNetworkPath(operation) && typeof operation.access === 'object'
      ? callers.filter((caller) => caller !== 'operator' && mayCall(operation.access, caller))
      : [];
  if (closed.length > 0) {
    it('refuses its own people in another network and writes nothing', async () => {
      for (const caller of closed) await expectRefused(operation, caller, theirs);
    }, 60_000);
  }
});
