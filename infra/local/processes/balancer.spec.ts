import { afterEach, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { createServer, request, type RequestOptions, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { readPeerLines } from '@alianza/gateway/http/connections/peer-lines';
import { Balancer, type Taker, type Target } from './balancer.js';

interface Answering extends Taker {
  readonly server: Server;
  ready: boolean;
}

const opened: Answering[] = [];
let balancer: Balancer | null = null;

afterEach(async () => {
  await balancer?.stop();
  for (const { server } of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Says its name to whoever asks, and who that is at `/peer`; elsewhere, whether it is ready. */
async function target(name: string): Promise<Answering> {
  const server = createServer((asked, answer) => {
    const said = asked.url === '/peer' ? asked.socket.remoteAddress : name;
    asked.resume().on('end', () => answer.end(said));
  });
  readPeerLines(server);
  const probed = createServer((_asked, answer) => answer.writeHead(self.ready ? 200 : 503).end());
  for (const each of [server, probed]) await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
  const portOf = (each: Server) => (each.address() as AddressInfo).port;
  const readyUrl = `http://127.0.0.1:${portOf(probed)}/salud/listo`;
  server.once('close', () => probed.close().closeAllConnections());
  const self: Answering = { server, host: '127.0.0.1', port: portOf(server), ready: true, readyUrl };
  opened.push(self);
  return self;
}

async function inFrontOf(...targets: readonly Taker[]): Promise<Target> {
  balancer = new Balancer();
  for (const each of targets) balancer.add(each);
  return balancer.start({ host: '127.0.0.1', port: 0 });
}

/** One question on a connection of its own. */
const ask = ({ port }: Target, more: RequestOptions = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', agent: false, ...more }, (answer) => {
      answer.setEncoding('utf8').once('data', resolve);
    });
    asked.once('error', reject).end();
  });
const askTimes = async (address: Target, times: number) => {
  const answers = new Set<string>();
  for (let turn = 0; turn < times; turn++) answers.add(await ask(address));
  return [...answers].sort();
};

it('hands connections to its targets in turn', async () => {
  const address = await inFrontOf(await target('one'), await target('two'));
  expect(await askTimes(address, 4)).toEqual(['one', 'two']);
});

it('says whose each connection is', async () => {
  const address = await inFrontOf(await target('one'));
  for (const localAddress of ['127.0.0.1', '127.0.0.2']) expect(await ask(address, { path: '/peer', localAddress })).toBe(localAddress);
});

it('turns to the next at once where one has died, and loses no connection', async () => {
  const [one, two] = [await target('one'), await target('two')];
  const address = await inFrontOf(one, two);
  await new Promise((resolve) => one.server.close(resolve));
  expect(await askTimes(address, 6)).toEqual(['two']);
});

it('spares who is not ready until it is again, and who was taken out', async () => {
  const [one, two] = [await target('one'), await target('two')];
  const address = await inFrontOf(one, two);
  one.ready = false;
  await eventually(async () => (await askTimes(address, 4)).join() === 'two');
  one.ready = true;
  await eventually(async () => (await askTimes(address, 4)).join() === 'one,two');
  balancer?.takeOut(two);
  expect(await askTimes(address, 4)).toEqual(['one']);
});

it('lets one side finish speaking while the other still answers', async () => {
  const address = await inFrontOf(await target('one'));
  const socket = connect(address.port, address.host);
  const said: Buffer[] = [];
  socket.on('data', (data) => said.push(data)).end('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  await new Promise((resolve) => socket.once('close', resolve));
  expect(Buffer.concat(said).toString()).toContain('one');
});

it('closes the door where there is nobody', async () => {
  const address = await inFrontOf();
  await expect(ask(address)).rejects.toThrow();
});
