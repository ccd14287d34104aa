import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceOf, inNetworkPath, type Operation } from '@alianza/contracts/operation';
import { census } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { callers, mayCall, personOf, prepare, routed, someCaller, type Caller, type Prepared } from './matrix.js';

let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world, { quiet: true }), await openSetting(world, { quiet: true })];
}, 60_000);
afterAll(() => world.close());

/** The right answer to who may not: not signed in, not allowed, or nothing there. */
const refusals = (caller: Caller) => (caller === 'nobody' ? [401] : [403, 404]);

async function ask(operation: Operation, caller: Caller, where: Setting, { input, version }: Prepared) {
  const person = await personOf(caller === 'stranger' ? where : ours, caller);
  const { status, body } = await world.edge.send(operation, input, { ...person, network: where.network.code, version });
  return { caller, status, code: body.code };
}

/** All at once against one state, which is that of somebody who may: nobody's attempt may change it. */
async function expectRefused(operation: Operation, refused: readonly Caller[], where: Setting) {
  const made = await prepare(operation, where, await personOf(where, someCaller(operation)));
  await Promise.all(refused.map((caller) => personOf(ours, caller)));
  const before = await census(serviceOf(operation));
  const answers = await Promise.all(refused.map((caller) => ask(operation, caller, where, made)));
  for (const answer of answers) {
    expect(answer).toEqual({ caller: answer.caller, status: expect.any(Number), code: expect.any(String) });
    expect({ ...answer, right: refusals(answer.caller).includes(answer.status) }).toMatchObject({ right: true });
  }
  expect(await census(serviceOf(operation))).toEqual(before);
}

/** Each in the state that the one before left; where it is spent, or is the caller's own, in a new one. */
async function letIn(operation: Operation, allowed: readonly Caller[]) {
  const { access } = operation;
  const where = access === 'signed-in' ? await openSetting(world) : ours; // whoever accepts an invitation is no longer who they were
  const alike = access !== 'signed-in' && access !== 'member';
  const answers = [];
  let made: Prepared | undefined;
  for (const caller of allowed) {
    const answer = alike && made ? await ask(operation, caller, where, made) : undefined;
    if (answer) answers.push(answer);
    if (answer?.status === 200) continue;
    made = await prepare(operation, where, await personOf(caller === 'stranger' ? where : ours, caller));
    answers.push(await ask(operation, caller, where, made));
  }
  return answers;
}

describe.each(routed.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const allowed = callers.filter((caller) => mayCall(operation.access, caller));
  const refused = callers.filter((caller) => !mayCall(operation.access, caller));

  it('lets in whom its access names', async () => {
    for (const { caller, status, code } of await letIn(operation, allowed)) {
      expect({ caller, status, code }).not.toMatchObject({ status: 401 });
      if (status === 403) expect({ caller, code }).toEqual({ caller, code: expect.not.stringMatching(/^forbidden$/) });
      expect({ caller, code, served: status < 500 }).toMatchObject({ served: true });
    }
  }, 60_000);

  if (refused.length > 0) {
    it('refuses everybody else and writes nothing', () => expectRefused(operation, refused, ours), 60_000);
  }

  const closed =
    inNetworkPath(operation) && typeof operation.access === 'object'
      ? callers.filter((caller) => caller !== 'operator' && mayCall(operation.access, caller))
      : [];
  if (closed.length > 0) {
    it('refuses its own people in another network and writes nothing', () => expectRefused(operation, closed, theirs), 60_000);
  }
});
