import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getApplication, getApplicationLetter } from '@alianza/contracts/membership/applications';
import { inNetworkPath, serviceOf, type Operation } from '@alianza/contracts/operation';
import { listOwnPractices } from '@alianza/contracts/repository/practices';
import { readReview } from '@alianza/contracts/repository/reviews';
import { confirmed } from '@alianza/testing/builders/applications';
import { submitted } from '@alianza/testing/builders/practices';
import { upload } from '@alianza/testing/builders/files/uploads';
import type { Person } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { mayCall, prepare, routed } from '../generic/matrix.js';
import { unwritten } from './unwritten.js';

let world: World;
let setting: Setting;
let owner: Person;
let neighbour: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world, { quiet: true });
  owner = await setting.as('titular');
  neighbour = await world.people.enrol('titular', setting.network, await world.people.openOrganization(setting.network));
}, 60_000);
afterAll(() => world.close());

/** Any organisation may say that it repeated a record which everybody reads. */
const ofAnybody: readonly string[] = ['repository.replications.draft'];

/** What a titular may do with something that has an owner: the same right, another organisation. */
const owned = routed.filter(
  (operation) =>
    inNetworkPath(operation) &&
    !ofAnybody.includes(operation.id) &&
    (operation.access === 'member' || typeof operation.access === 'object') &&
    mayCall(operation.access, 'titular') &&
    JSON.stringify(operation.example.input).includes('"{'),
);

it('there are such operations', () => {
  expect(owned.map(({ id }) => id)).toEqual(expect.arrayContaining(['repository.practices.edit', 'notifications.notices.read']));
});

describe.each(owned.map((operation) => [operation.id, operation] as const))('%s', (_id, operation: Operation) => {
  it('is for the organisation it belongs to, not for its neighbour, who changes nothing', async () => {
    const { input, version } = await prepare(operation, setting, owner);
    await unwritten(serviceOf(operation), async () => {
      const { status, body } = await world.edge.send(operation, input, { ...neighbour, version });
      expect({ status, code: body.code }).toEqual({ status: 404, code: expect.stringMatching(/-not-found$/) });
      const borrowed = await world.edge.send(operation, input, { ...neighbour, actingFor: setting.organization.id, version });
      expect([403, 404, 422]).toContain(borrowed.status);
    });
    expect((await world.edge.send(operation, input, { ...owner, version })).status).toBe(200);
  }, 30_000);
});

describe('what waits for a decision', () => {
  it('is read by who decides, not by another organisation', async () => {
    const { id } = await submitted(setting);
    const own = await world.edge.call<{ items: { id: string }[] }>(listOwnPractices, {}, neighbour);
    expect(own.items.map((row) => row.id)).not.toContain(id);
    expect((await world.edge.send(readReview, { id }, neighbour)).status).toBe(403);
  });

  it('an application and its letter stay with the secretariat: no ticket is given to anybody else', async () => {
    const letterUploadId = await upload(world, setting.network.code);
    const { applicationId: id } = await confirmed(setting, { letterText: undefined, letterUploadId });
    const others = [neighbour, owner, await setting.as('reviewer')];
    await unwritten('membership', async () => {
      for (const person of others) {
        expect((await world.edge.send(getApplication, { id }, person)).status).toBe(403);
        expect((await world.edge.send(getApplicationLetter, { id }, person)).status).toBe(403);
      }
    });
    const { url } = await world.edge.call<{ url: string }>(getApplicationLetter, { id }, await setting.as('secretariat'));
    expect((await fetch(world.origin + url)).status).toBe(200);
  });
});
