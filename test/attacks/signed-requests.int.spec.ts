import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isInternal, permissions, roles, services, type ServiceName } from '@alianza/contracts/access';
import { listApplications } from '@alianza/contracts/membership/applications';
import type { Principal } from '@alianza/contracts/membership/principals';
import { operations } from '@alianza/contracts/registry';
import { serviceOf, subjectOf, type Operation } from '@alianza/contracts/operation';
import { NATS } from '@alianza/platform/nats/connection';
import { withHeaders } from '@alianza/platform/nats/wire';
import { newKeyPair, readPrivateKey } from '@alianza/platform/principals/keys';
import { digestOf, PassSigner, signPass, type Pass } from '@alianza/platform/principals/pass';
import { anyone } from '@alianza/platform/principals/principals';
import { CONFIG, type Config } from '@alianza/platform/run/service-definition';
import { keeper } from '@alianza/testing/databases';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { NatsConnection } from '@nats-io/transport-node';
import { randomUUID, type KeyObject } from 'node:crypto';
import { personOf, prepare, routed, someCaller } from '../generic/matrix.js';
import { unwritten } from './unwritten.js';

let world: World;
let setting: Setting;
let almighty: Principal;
let mighty: NatsConnection;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  mighty = await keeper();
  const id = randomUUID();
  const organization = { id: setting.organization.id, roles: [...roles], status: 'active' as const, letterValidUntil: null };
  almighty = {
    ...anyone(setting.network.id),
    account: { issuer: 'alianza', subject: id, email: null },
    person: { id, language: 'es' },
    roles: [...roles],
    permissions: [...permissions],
    organizations: [organization],
    actingFor: setting.organization.id,
  };
}, 60_000);
afterAll(async () => {
  await mighty.close();
  await world.close();
});

const keyOf = (service: ServiceName): KeyObject =>
  readPrivateKey(world.service(service).get<Config>(CONFIG, { strict: false }).SERVICE_KEY);

interface Said {
  readonly operation: Operation;
  readonly body: string;
  readonly pass: string | undefined;
  readonly version?: number | undefined;
}

/** The connection of somebody whom the server lets ask for this: what is tried here is what the server cannot see. Nobody asks himself over NATS. */
function connectionFor(operation: Operation): NatsConnection {
  const { access } = operation;
  const asker = isInternal(access) ? (access.internal[0] ?? 'gateway') : 'gateway';
  if (asker === serviceOf(operation)) return mighty;
  return world.service(asker).get<NatsConnection>(NATS, { strict: false });
}

/** Past the edge: straight to the service, as whoever got into the inner network could. */
async function say({ operation, body, pass, version }: Said): Promise<string> {
  const given = {
    principal: pass,
    left: '5000',
    'idempotency-key': randomUUID(),
    'if-match': version === undefined ? undefined : `"${String(version)}"`,
  };
  const reply = await connectionFor(operation).request(subjectOf(operation), body, { timeout: 5000, headers: withHeaders(given) });
  return reply.headers?.get('code') || 'answered';
}

/** A pass that would hold, but for what is changed in it. */
function passFor(operation: Operation, body: string, over: Partial<Pass> = {}, key = keyOf('gateway')): string {
  const pass: Pass = {
    principal: almighty,
    subject: subjectOf(operation),
    until: Date.now() + 5000,
    digest: digestOf(body),
    signer: 'gateway',
  };
  return signPass({ ...pass, ...over }, key);
}

const forgeries: readonly [string, (operation: Operation, body: string) => string | undefined][] = [
  ['none', () => undefined],
  ['an empty one', () => ''],
  ['the principal in clear', () => Buffer.from(JSON.stringify(almighty)).toString('base64url')],
  ['one without signature', (operation, body) => `${passFor(operation, body).split('.')[0] ?? ''}.`],
  ['one of a key of their own', (operation, body) => passFor(operation, body, {}, readPrivateKey(newKeyPair().privateKey))],
  ['one that a service signed for a person', (operation, body) => passFor(operation, body, { signer: 'audit' }, keyOf('audit'))],
  ['one that a service signed in the gateway’s name', (operation, body) => passFor(operation, body, {}, keyOf('notifications'))],
  ['one that is over', (operation, body) => passFor(operation, body, { until: Date.now() - 1000 })],
  ['one for another operation', (operation, body) => passFor(operation, body, { subject: `${subjectOf(operation)}.all` })],
  ['one for another body', (operation, body) => passFor(operation, body, { digest: digestOf(`${body} `) })],
];

describe.each(services)('operations of %s', (service) => {
  it('answer nobody who comes with a forged pass, or with none', async () => {
    await unwritten(service, async () => {
      for (const operation of operations.filter((each) => serviceOf(each) === service)) {
        const body = JSON.stringify(operation.example.input);
        const answers = forgeries.map(async ([what, forge]) => [
          what,
          await say({ operation, body, pass: forge(operation, body), version: 1 }),
        ]);
        for (const answer of await Promise.all(answers))
          expect([operation.id, ...answer]).toEqual([operation.id, answer[0], 'unauthenticated']);
      }
    });
  }, 30_000);
});

describe('the same requests with a pass that holds', () => {
  const commands = routed.filter(({ access, method }) => method !== 'GET' && typeof access === 'object').slice(0, 6);

  it.each(commands.map((operation) => [operation.id, operation] as const))('are let in: %s', async (_id, operation) => {
    const { input, version } = await prepare(operation, setting, await personOf(setting, someCaller(operation)));
    const body = JSON.stringify(input);
    expect(await say({ operation, body, pass: passFor(operation, body), version })).not.toMatch(/unauthenticated|^forbidden$/);
  });
});

describe('a pass that was overheard', () => {
  it('opens no other operation, no other body and no other network', async () => {
    const signer = world.service('gateway').get(PassSigner, { strict: false });
    const secretariat: Principal = { ...almighty, roles: ['secretariat'], permissions: ['applications:read', 'applications:decide'] };
    const heard = signer.sign(secretariat, subjectOf(listApplications), '{}');
    expect(await say({ operation: listApplications, body: '{}', pass: heard })).toBe('answered');
    for (const operation of operations.filter(({ id }) => id !== listApplications.id))
      expect(await say({ operation, body: '{}', pass: heard })).toBe('unauthenticated');
    expect(await say({ operation: listApplications, body: '{"limit":100}', pass: heard })).toBe('unauthenticated');
    const [payload = '', signature = ''] = heard.split('.');
    const pass = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Pass;
    const moved = { ...pass, principal: { ...pass.principal, networkId: (await openSetting(world)).network.id } };
    const forged = `${Buffer.from(JSON.stringify(moved)).toString('base64url')}.${signature}`;
    expect(await say({ operation: listApplications, body: '{}', pass: forged })).toBe('unauthenticated');
  });
});
