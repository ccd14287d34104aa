import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inNetworkPath, serviceOf, type Operation } from '@alianza/contracts/operation';
import type { Person } from '@alianza/testing/people';
import { census } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { personOf, prepare, routed, someCaller } from './matrix.js';
import { spoiled } from './wrong-inputs.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world, { quiet: true });
}, 60_000);
afterAll(() => world.close());

interface Ready {
  person: Person | null;
  input: Record<string, unknown>;
  asked: { network: string; version: number | undefined };
}

async function makeReady(operation: Operation): Promise<Ready> {
  const person = await personOf(setting, someCaller(operation));
  const { input, version } = await prepare(operation, setting, person);
  return { person, input, asked: { ...person, network: setting.network.code, version } };
}

const made = new Map<Operation, Promise<Ready>>();

/** One state for all that is refused: it is still good for the call that is served, which comes last. */
function ready(operation: Operation): Promise<Ready> {
  const known = made.get(operation) ?? makeReady(operation);
  made.set(operation, known);
  return known;
}

async function unchanged(operation: Operation, work: () => Promise<void>) {
  const before = await census(serviceOf(operation));
  await work();
  expect(await census(serviceOf(operation))).toEqual(before);
}

describe.each(routed.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  it('refuses what its contract does not know, and writes nothing', async () => {
    const { input, asked } = await ready(operation);
    await unchanged(operation, async () => {
      const wrongs = spoiled(operation, input);
      const answers = await Promise.all(wrongs.map(({ input: wrong }) => world.edge.send(operation, wrong, asked)));
      for (const [index, { status, body }] of answers.entries()) {
        const what = wrongs[index]?.what;
        expect({ what, status, code: body.code, errors: body.errors }).toEqual({
          what,
          status: 400,
          code: 'input-invalid',
          errors: expect.any(Array),
        });
        expect((body.errors as unknown[]).length).toBeGreaterThan(0);
      }
    });
  }, 60_000);

  if (inNetworkPath(operation)) {
    it('refuses a network that does not exist', async () => {
      const { input, asked } = await ready(operation);
      const { status, body } = await world.edge.send(operation, input, { ...asked, network: 'no-hay-tal-red' });
      expect([status, body.code]).toEqual([404, 'network-not-found']);
    });
  }

  if (operation.edits) {
    it('refuses a stale version and a missing one, and writes nothing', async () => {
      const { input, asked } = await ready(operation);
      await unchanged(operation, async () => {
        const stale = await world.edge.send(operation, input, { ...asked, version: 9999 });
        expect([stale.status, stale.body.code]).toEqual([412, 'version-stale']);
        const missing = await world.edge.send(operation, input, { ...asked, version: undefined });
        expect([missing.status, missing.body.code]).toEqual([428, 'version-required']);
      });
    });
  }

  if (operation.once) {
    it('asks for a key', async () => {
      const { input, asked } = await ready(operation);
      const { status, body } = await world.edge.send(operation, input, { ...asked, key: null });
      expect([status, body.code]).toEqual([400, 'idempotency-key-required']);
    });
  }

  if (operation.method === 'POST') {
    it('does it once for a repeated key, and refuses another body under it', async () => {
      const { input, asked } = await ready(operation);
      const key = randomUUID();
      const first = await world.edge.send(operation, input, { ...asked, key });
      expect({ status: first.status, body: first.body }).toMatchObject({ status: 200 });
      await unchanged(operation, async () => {
        const again = await world.edge.send(operation, input, { ...asked, key });
        expect([again.status, again.body]).toEqual([200, first.body]);
        const other = await world.edge.send(operation, { ...input, thisFieldExistsNowhere: 'x' }, { ...asked, key });
        expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
      });
    });
  }
});
