import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptApplication,
  answerClarification,
  askClarification,
  declineApplication,
  withdrawApplication,
} from '@alianza/contracts/membership/applications';
import { serviceOf, type Operation } from '@alianza/contracts/operation';
import { editPractice, submitPractice } from '@alianza/contracts/repository/practices';
import { declinePractice, publishPractice, requestChanges } from '@alianza/contracts/repository/reviews';
import { confirmPractice } from '@alianza/contracts/repository/publication/verifications';
import { beginVersion, discardVersion } from '@alianza/contracts/repository/publication/versions';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { filled, states, type Values } from '@alianza/testing/builders/states';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { personOf, someCaller } from '../generic/matrix.js';
import { unwritten } from './unwritten.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world, { quiet: true });
}, 60_000);
afterAll(() => world.close());

/** The version that is there now: the attacker has read all there is to read. */
async function versionOf(table: 'practice' | 'application', id: unknown): Promise<number | undefined> {
  const service = table === 'practice' ? 'repository' : 'membership';
  return (await rowsOf<{ version: number }>(service, `select version from ${table} where id = $1`, [id]))[0]?.version;
}

const made = async (name: string): Promise<Values> => (await states[name]?.(setting, null)) ?? {};

/** Has the right, asks with the right version and a key of its own: only the state is wrong. */
async function send(operation: Operation, values: Values, table: 'practice' | 'application') {
  const version = await versionOf(table, table === 'practice' ? values.practiceId : values.applicationId);
  const input = filled(operation.example.input, values) as Record<string, unknown>;
  return world.edge.send(operation, input, { ...(await personOf(setting, someCaller(operation))), network: setting.network.code, version });
}

async function decided(operation: Operation): Promise<Values> {
  const values = await made('submitted-application');
  const { status } = await send(operation, values, 'application');
  expect(status).toBe(200);
  return values;
}

const practices: readonly (readonly [Operation, string])[] = [
  [publishPractice, 'drafted-practice'],
  [publishPractice, 'published-practice'],
  [requestChanges, 'drafted-practice'],
  [requestChanges, 'published-practice'],
  [submitPractice, 'submitted-practice'],
  [submitPractice, 'published-practice'],
  [editPractice, 'submitted-practice'],
  [editPractice, 'published-practice'],
  [editPractice, 'withdrawn-practice'],
  [declinePractice, 'published-practice'],
  [beginVersion, 'submitted-practice'],
  [discardVersion, 'drafted-practice'],
  [withdrawPractice, 'withdrawn-practice'],
  [confirmPractice, 'drafted-practice'],
  [confirmPractice, 'withdrawn-practice'],
  [confirmPractice, 'published-practice'],
];

describe('a practice', () => {
  it.each(practices.map(([operation, state]) => [operation.id, state, operation] as const))(
    'skips no step: %s of a %s',
    async (_id, state, operation) => {
      const values = await made(state);
      await send(operation, values, 'practice'); // everybody who is needed has been enrolled
      await unwritten(serviceOf(operation), async () => {
        const { status, body } = await send(operation, values, 'practice');
        expect([status, body.code]).toEqual([expect.any(Number), expect.stringMatching(/^practice-not-/)]);
        expect([404, 409]).toContain(status);
      });
    },
  );
});

const decisions = [askClarification, acceptApplication, declineApplication];
const ends: readonly (readonly [string, () => Promise<Values>])[] = [
  ['nobody confirmed', () => made('unconfirmed-application')],
  ['was accepted', () => decided(acceptApplication)],
  ['was declined', () => decided(declineApplication)],
  ['its applicant withdrew', () => decided(withdrawApplication)],
];

describe('an application', () => {
  it.each(ends)('that %s is decided by nobody, and answered by nobody', async (_what, make) => {
    const values = await make();
    for (const operation of decisions) await send(operation, values, 'application');
    await unwritten('membership', async () => {
      for (const operation of decisions) {
        const { status, body } = await send(operation, values, 'application');
        expect([operation.id, [404, 409].includes(status), body.code]).toEqual([
          operation.id,
          true,
          expect.stringMatching(/^application-not-/),
        ]);
      }
      if (typeof values.followSecret !== 'string') return;
      const answer = await world.edge.send(
        answerClarification,
        { secret: values.followSecret, text: 'Tarde.' },
        { network: setting.network.code },
      );
      expect(answer.status).toBe(409);
    });
  });

  it('of which nothing was asked is not answered', async () => {
    const values = await made('submitted-application');
    await unwritten('membership', async () => {
      const answer = await world.edge.send(
        answerClarification,
        { secret: values.followSecret, text: 'Sin pregunta.' },
        { network: setting.network.code },
      );
      expect(answer.status).toBe(409);
    });
  });
});
