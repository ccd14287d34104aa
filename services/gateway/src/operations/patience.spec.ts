import { expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { setImmediate as turn } from 'node:timers/promises';
import { Patience } from './patience.js';

it('is short while NATS is away, and never spent twice', async () => {
  const told: ((type: string) => void)[] = [];
  const status = async function* () {
    while (true) yield { type: await new Promise<string>((tell) => told.push(tell)) };
  };
  const patience = new Patience({ status } as unknown as NatsConnection);
  patience.onModuleInit();
  const after = async (type: string) => {
    await turn();
    told.pop()?.(type);
    await turn();
    return patience.left();
  };
  expect(patience.left()).toBe(5000);
  expect(await after('disconnect')).toBeLessThan(2500);
  expect(await after('ping')).toBeLessThan(2500);
  expect(await after('reconnect')).toBe(5000);
  expect([patience.left(1200.5), patience.left(9000)]).toEqual([3799, 1]);
});
