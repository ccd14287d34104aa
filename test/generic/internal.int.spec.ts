import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isInternal, services, type ServiceName } from '@alianza/contracts/access';
import { operations } from '@alianza/contracts/registry';
import { pathParams, serviceOf, subjectOf, type Operation } from '@alianza/contracts/operation';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { PassSigner } from '@alianza/platform/principals/pass';
import { anyone, serviceItself } from '@alianza/platform/principals/principals';
import { keeper } from '@alianza/testing/databases';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { NatsConnection } from '@nats-io/transport-node';

let world: World;
let setting: Setting;
/** Somebody whom no permission of NATS holds back. */
let mighty: NatsConnection;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  mighty = await keeper();
}, 60_000);
afterAll(async () => {
  await mighty.close();
  await world.close();
});

const internal = operations.flatMap((operation) =>
  isInternal(operation.access) ? [[operation.id, operation, operation.access.internal] as const] : [],
);

/** Asks as the service would if NATS let it ask everything. */
const unheld = (name: ServiceName) => new OperationsClient(mighty, { name }, world.service(name).get(PassSigner, { strict: false }));

const refused = (sending: Promise<unknown>) =>
  sending.then(
    () => 'answered',
    (error: unknown) => (error as { code: string }).code,
  );

describe.each(internal)('%s', (_id, operation: Operation, named) => {
  it('is for the services it names, and for nobody else', async () => {
    for (const service of services.filter((name) => !named.includes(name))) {
      const asked = { principal: serviceItself(service, setting.network.id), body: '{}' };
      const own = world.service(service).get(OperationsClient, { strict: false });
      // By NATS, which lets nobody ask who is not named (what is its own it asks itself); and by the service, wherever the question came from.
      const answer = serviceOf(operation) === service ? 'forbidden' : 'unavailable';
      expect([service, await refused(own.send(operation, asked))]).toEqual([service, answer]);
      expect([service, await refused(unheld(service).send(operation, asked))]).toEqual([service, 'forbidden']);
    }
    expect(await refused(unheld('gateway').send(operation, { principal: anyone(setting.network.id), body: '{}' }))).toBe('unauthenticated');
  });

  it('is not on the HTTP edge', async () => {
    const input = Object.fromEntries(pathParams(operation.path).map((name) => [name, 'any']));
    const { token } = await setting.as('secretariat');
    const { status, body } = await world.edge.send(operation, input, { network: setting.network.code, token });
    expect([status, body.code]).toEqual([404, 'route-not-found']);
  });

  it('believes no service that speaks for another, and no unsigned request', async () => {
    const signer = world.service('audit').get(PassSigner, { strict: false });
    const claimed = signer.sign(serviceItself(named[0] ?? 'gateway', setting.network.id), subjectOf(operation), '{}');
    for (const principal of [claimed, '', 'x.y']) {
      const { headers } = await import('@nats-io/transport-node');
      const head = headers();
      head.set('principal', principal);
      const reply = await mighty.request(subjectOf(operation), '{}', { timeout: 15_000, headers: head });
      expect(reply.headers?.get('code')).toBe('unauthenticated');
    }
  });
});
