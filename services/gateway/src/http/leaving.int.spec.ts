import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { applyForMembership } from '@alianza/contracts/membership/applications';
import { environmentsFor } from '@alianza/local/environments';
import { freePort } from '@alianza/local/servers/free-port';
import type { Environment } from '@alianza/platform/run/config';
import { startService } from '@alianza/platform/run/run-service';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { startGateway } from '../start.js';

interface Target {
  readonly host: string;
  readonly port: number;
}
type Gateway = Awaited<ReturnType<typeof startGateway>>;

let standing: OpenSurroundings;
let environment: Environment;
const services: { close(): Promise<unknown> }[] = [];
let gateways: { readonly gateway: Gateway; readonly target: Target }[] = [];
const agents: Agent[] = [];
const sockets: Socket[] = [];

beforeAll(async () => {
  standing = await openSurroundings();
  const environments = environmentsFor(standing.parts);
  environment = environments.gateway;
  services.push(await startService(definitionOf('membership'), environments.membership));
  services.push(await startGateway(environment));
}, 60_000);
afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy();
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const { gateway } of gateways.splice(0)) await gateway.close();
});
afterAll(async () => {
  for (const each of services.reverse()) await each.close();
  await standing.close();
});

async function open(LEAVE_MS = '8000') {
  const port = await freePort();
  const opened = { gateway: await startGateway({ ...environment, PORT: String(port), LEAVE_MS }), target: { host: '127.0.0.1', port } };
  gateways.push(opened);
  return opened;
}
function leave(opened: (typeof gateways)[number]) {
  gateways = gateways.filter((each) => each !== opened);
  const began = performance.now();
  return opened.gateway.close().then(() => performance.now() - began);
}
function keptAlive(maxSockets = 8): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets });
  agents.push(agent);
  return agent;
}

interface Answer {
  readonly status: number;
  readonly connection: string | undefined;
}
const ask = ({ port }: Target, path: string, agent: Agent | false): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const answered = (answer: IncomingMessage) => {
      answer.resume().once('end', () => resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection }));
    };
    request({ host: '127.0.0.1', port, path, agent }, answered).once('error', reject).end();
  });
const ready = (target: Target) => ask(target, '/salud/listo', false).then(({ status }) => status);

/** The simplest balancer there is: it looks every second and a half who is ready, and what it sends to those it sends once. */
function balance() {
  const targets = new Map<Target, { agent: Agent; ready: boolean }>();
  let turn = 0;
  let watching = true;
  const look = async (target: Target) => {
    const known = targets.get(target);
    if (known) known.ready = (await ready(target).catch(() => 0)) === 200;
  };
  const watch = async () => {
    while (watching) {
      await Promise.all([...targets.keys()].map(look));
      await pause(1500);
    }
  };
  const stopped = watch();
  return {
    add: (target: Target) => targets.set(target, { agent: keptAlive(), ready: true }),
    ask: async (path: string) => {
      const able = await eventually(() => {
        const found = [...targets].filter(([, { ready: isReady }]) => isReady);
        return found.length > 0 && found;
      });
      const [target, { agent }] = able[turn++ % able.length]!;
      return ask(target, path, agent);
    },
    stop: async () => {
      watching = false;
      await stopped;
    },
  };
}

it('that nothing could be heard for a moment does not mean that nobody is there', async () => {
  const opened = await open();
  const gone = leave(opened);
  await eventually(async () => (await ready(opened.target)) === 503);
  const until = performance.now() + 1500;
  while (performance.now() < until); // as if the machine stood still
  for (let time = 0; time < 5; time++) expect(await ready(opened.target)).toBe(503);
  await gone;
}, 30_000);

it('nobody who keeps connections notices: a replica says it leaves, is spared, and goes', async () => {
  const balancer = balance();
  const [first, second] = [await open(), await open()];
  for (const { target } of [first, second]) balancer.add(target);
  const answers: number[] = [];
  const failures: string[] = [];
  let asking = true;
  const client = async (thinks: number) => {
    while (asking) {
      const asked = balancer.ask('/api/v1/networks');
      await asked.then(
        ({ status }) => answers.push(status),
        (error: unknown) => failures.push(String(error)),
      );
      await pause(thinks); // a connection that is in use all the time is never met idle
    }
  };
  const clients = [1, 5, 20, 100, 300].map(client);
  await eventually(() => answers.length > 50);
  const took = await leave(first);
  balancer.add((await open()).target);
  await leave(second);
  const before = answers.length;
  await eventually(() => answers.length > before + 20);
  asking = false;
  await Promise.all([...clients, balancer.stop()]);
  expect(failures).toEqual([]);
  expect(answers.filter((status) => status !== 200)).toEqual([]);
  expect(took).toBeLessThan(20_000);
}, 90_000);

it('it is not ready at once, still answers whoever comes, and ends each connection with its answer', async () => {
  const opened = await open();
  const agent = keptAlive(1);
  expect(await ask(opened.target, '/api/v1/networks', agent)).toEqual({ status: 200, connection: 'keep-alive' });
  const gone = leave(opened);
  const began = performance.now();
  const probed = [await ready(opened.target)];
  while (performance.now() - began < 3500) probed.push(await ready(opened.target)); // as whoever stands in front goes on asking
  expect([...new Set(probed)]).toEqual([503]);
  for (const path of ['/api/v1/networks', '/realms/alianza/.well-known/openid-configuration', '/'])
    expect([path, await ask(opened.target, path, false)]).toEqual([path, { status: 200, connection: 'close' }]);
  expect(await ask(opened.target, '/api/v1/networks', agent)).toEqual({ status: 200, connection: 'close' });
  expect(await gone).toBeLessThan(20_000);
  await expect(ask(opened.target, '/salud', false)).rejects.toThrow('ECONNREFUSED');
}, 60_000);

it('a request in hand is finished; a connection that is kept for nothing does not hold it up', async () => {
  const opened = await open('2000');
  const idle = keptAlive(1);
  await ask(opened.target, '/salud', idle);
  const body = JSON.stringify(applyForMembership.example.input);
  const socket = connect(opened.target.port, opened.target.host);
  sockets.push(socket);
  const said: Buffer[] = [];
  const closed = new Promise((resolve) => socket.on('data', (data) => said.push(data)).once('close', resolve));
  const head = `POST /api/v1/no-hay-tal-red/applications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n`;
  socket.write(head + body.slice(0, 10));
  await eventually(async () => (await connectionsOf(opened.gateway)) >= 2);
  const gone = leave(opened);
  await eventually(async () => (await ready(opened.target).catch(() => 0)) !== 200);
  await eventually(async () => (await ready(opened.target).catch(() => 'closed')) === 'closed', 15_000);
  socket.write(body.slice(10)); // nothing listens any more
  await closed;
  expect(Buffer.concat(said).toString()).toMatch(/^HTTP\/1\.1 404 [\s\S]*connection: close[\s\S]*network-not-found/i);
  expect(await gone).toBeLessThan(25_000);
}, 60_000);

const connectionsOf = (gateway: Gateway) =>
  new Promise<number>((resolve) => {
    (gateway.getHttpServer() as { getConnections(done: (error: unknown, count: number) => void): void }).getConnections((_error, count) =>
      resolve(count),
    );
  });
