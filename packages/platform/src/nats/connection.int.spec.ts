import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '@alianza/local/servers/free-port';
import { messages } from '@alianza/testing/databases';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { connectNats } from './connection.js';

/** Takes connections and never says a word, as a server that is frozen does. */
let silent: Server;
const taken: Socket[] = [];
beforeAll(async () => {
  silent = createServer((socket) => taken.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(() => {
  for (const socket of taken) socket.destroy();
  silent.close();
});

const enter = (addresses: string) => connectNats({ NATS_URL: addresses, NATS_NKEY_SEED: messages().keeper }, 'spec');

it('asks the next server where one does not greet in time', async () => {
  const both = `nats://127.0.0.1:${String((silent.address() as AddressInfo).port)},${messages().url}`;
  const waits: number[] = [];
  // in which order they are asked is the client's choice
  for (let tries = 0; taken.length === 0 && tries < 20; tries++) {
    const began = performance.now();
    const connection = await enter(both);
    waits.push(performance.now() - began);
    await connection.rtt();
    await connection.close();
  }
  expect(taken.length).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThan(10_000);
}, 30_000);

it('says at once that nobody is there', async () => {
  const began = performance.now();
  await expect(enter(`127.0.0.1:${String(await freePort())}`)).rejects.toThrow(/refused/i);
  expect(performance.now() - began).toBeLessThan(5000);
});
