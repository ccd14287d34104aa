import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership } from '@alianza/contracts/membership/applications';
import { copyTemplate, newFolder } from '@alianza/testing/faults/cluster';
import { addRow, tries } from '@alianza/testing/faults/fault-table';
import { Child } from '@alianza/local/servers/child';
import { freePort } from '@alianza/local/servers/free-port';
import { eventually } from '@alianza/testing/eventually';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

const root = path.resolve(import.meta.dirname, '../..');
const register = path.join(root, 'infra/local/swc-register.mjs');

let dir: string;
let port: number;
let launcher: Child;
const origin = () => `http://127.0.0.1:${String(port)}`;

/** Processes that work on this data folder, whoever started them. */
function atWork(): number[] {
  const says = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(dir);
    } catch {
      return false; // gone, or somebody else's
    }
  };
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return pids.filter((pid) => says(pid, 'cmdline') || says(pid, 'environ')).map(Number);
}

/** Who stands where, as the terminal says it. */
const pidOf = (name: string): number => Number(new RegExp(`\\b${name} \\((\\d+)\\)`).exec(launcher.said)?.[1]);

/** Who has been told that their application is there. */
const told: string[] = [];

/** Whether membership answers: it knows no organisation of this name. */
const isAnswered = async () => (await fetch(`${origin()}/api/v1/agc/organizations/nadie`).catch(() => null))?.status === 404;

/** Sent until it is acknowledged, always under the same key; not again before membership answers, for each try counts. */
async function apply(): Promise<{ tries: number; milliseconds: number }> {
  const [began, key] = [performance.now(), randomUUID()];
  const body = JSON.stringify({
    ...applyForMembership.example.input,
    email: `${key}@example.org`,
    organization: `Fundación ${key} (ficticia)`,
  });
  let tries = 0;
  await eventually(async () => {
    if (tries++ > 0 && !(await isAnswered())) return false;
    const answer = await fetch(`${origin()}/api/v1/agc/applications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
    }).catch(() => null);
    if (answer !== null && answer.status >= 400 && answer.status < 500) throw new Error(`${String(answer.status)} ${await answer.text()}`);
    return answer?.ok === true;
  }, 30_000);
  told.push(`${key}@example.org`);
  return { tries, milliseconds: performance.now() - began };
}

/** How often each of them is there. */
async function kept(): Promise<number[]> {
  const [, , , database = ''] = readFileSync(path.join(dir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(path.join(dir, 'secrets/postgres'), 'utf8').trim();
  const client = new pg.Client(`postgresql://postgres:${password}@127.0.0.1:${database}/alianza_membership`);
  await client.connect();
  try {
    const { rows } = await client.query<{ email: string }>('select email from application where email = any($1)', [told]);
    return told.map((email) => rows.filter((row) => row.email === email).length);
  } finally {
    await client.end();
  }
}

/** In the short form nothing is filled in, as with an issuer of one's own: nobody applies where there is no network, and whoever falls is replaced all the same. */
const isLong = tries(0, 1) === 1;
const issuer = isLong ? {} : { OIDC_ISSUER: 'http://127.0.0.1:9' };

/** What was acknowledged before, while and after two were replaced is there once each. */
async function expectKept(fallen: number, milliseconds: number): Promise<void> {
  expect((await apply()).tries).toBe(1);
  const times = await kept();
  const [lost, doubled] = [times.filter((count) => count === 0).length, times.filter((count) => count > 1).length];
  const what = '– as a person starts it: two killed, replaced';
  addRow({ fault: 'F21', what, tries: fallen, acknowledged: told.length, lost, doubled, gap: milliseconds });
  expect(times).toEqual([1, 1, 1]);
}

interface Asking {
  readonly path: string;
  readonly agent: Agent;
  /** Of this machine, from where it comes. */
  readonly from?: string;
  readonly authorization?: string;
  /** Sent once the edge has heard that it is coming, and when `until` comes true. */
  readonly body?: string;
  readonly until?: Promise<unknown>;
}

/** The status once the whole answer is there, or why there is none. */
function ask({ path: at, agent, from, authorization, body, until }: Asking): {
  readonly begun: Promise<unknown>;
  readonly answered: Promise<unknown>;
} {
  const coming = body === undefined ? {} : { 'content-type': 'application/json', expect: '100-continue' };
  const headers = { ...coming, ...(authorization !== undefined && { authorization }) };
  const asked = request(`${origin()}${at}`, { agent, localAddress: from, headers, method: body === undefined ? 'GET' : 'POST' });
  const answered = new Promise((resolve) => {
    asked.once('response', (answer) => {
      answer.once('error', () => resolve('cut off'));
      answer.resume().once('end', () => resolve(answer.statusCode));
    });
    asked.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
  });
  if (body === undefined) asked.end();
  else asked.flushHeaders();
  const begun = new Promise((resolve) => asked.once('continue', resolve));
  void begun.then(() => until).then(() => asked.end(body));
  return { begun, answered };
}

/** One after the other on a kept connection, until nobody answers any more. */
async function readOn(heard: unknown[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while (typeof heard.at(-1) !== 'string') heard.push(await ask({ path: '/api/v1/networks', agent }).answered);
}

describe('npm start -- --processes', () => {
  beforeAll(async () => {
    dir = newFolder('launcher');
    port = await freePort();
    await copyTemplate(dir);
    const { NODE_OPTIONS: _jest, NODE_ENV: _test, ...env } = process.env;
    launcher = new Child(process.execPath, ['--import', register, path.join(root, 'infra/local/main.ts'), '--processes'], {
      logFile: path.join(dir, 'terminal.log'),
      cwd: root,
      env: { ...env, ...issuer, PORT: String(port), DATA_DIR: dir },
    });
    if (!(await launcher.untilSaid(`ready ${origin()}`))) throw new Error(`it did not start: ${launcher.said.slice(-1500)}`);
  }, 240_000);
  afterAll(async () => {
    await launcher.stop();
    rmSync(dir, { recursive: true, force: true });
  }, 90_000);

  it('replaces by itself whoever falls, and says so', async () => {
    if (isLong) expect((await apply()).tries).toBe(1);
    const before = atWork();
    const fallen = ['membership-1', 'gateway-2'];
    for (const name of fallen) {
      expect(before).toContain(pidOf(name));
      process.kill(pidOf(name), 'SIGKILL');
    }
    const meanwhile = isLong ? await apply() : null;
    for (const name of fallen) expect(await launcher.untilSaid(`${name} terminó con el código 128 y se inicia otra vez`)).toBe(true);
    await eventually(() => atWork().length >= before.length, 60_000);
    await eventually(
      () =>
        fetch(`${origin()}/api/v1/networks`)
          .then(({ ok }) => ok)
          .catch(() => false),
      60_000,
    );
    if (meanwhile) await expectKept(fallen.length, meanwhile.milliseconds);
  }, 180_000);

  it('counts each address by itself, although all come by one balancer', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const tried = (from: string, by = agent) => ask({ path: '/api/v1/me', authorization: 'nobody', agent: by, from }).answered;
    const heard: unknown[] = [];
    for (let time = 0; time < 61; time++) heard.push(await tried('127.0.0.2'));
    expect([heard.indexOf(401), heard.indexOf(429)]).toEqual([0, 60]);
    // at both gateways
    expect(await Promise.all([tried('127.0.0.1', new Agent()), tried('127.0.0.1', new Agent())])).toEqual([401, 401]);
    agent.destroy();
  });

  it('finishes what was begun when it is asked to end, and leaves nothing behind', async () => {
    let send: (value?: unknown) => void = () => undefined;
    const until = new Promise((resolve) => (send = resolve));
    const body = JSON.stringify(applyForMembership.example.input);
    await eventually(isAnswered, 60_000);
    const write = ask({ path: '/api/v1/nadie/applications', agent: new Agent(), body, until });
    const heard: unknown[][] = [[], [], []];
    const reads = heard.map(readOn);
    await write.begun;
    await eventually(() => heard.every(({ length }) => length > 1));
    process.kill(launcher.pid, 'SIGTERM');
    expect(await launcher.untilSaid('Deteniendo todo')).toBe(true);
    send();
    expect(await write.answered).toBe(404);
    await Promise.all(reads);
    for (const each of heard) {
      expect(new Set(each.slice(0, -1))).toEqual(new Set([200]));
      expect(['ECONNREFUSED', 'ECONNRESET']).toContain(each.at(-1));
    }
    expect(await launcher.ended).toBe(0);
    const log = path.join(dir, 'logs/launcher.log');
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain('did not stop in time');
    expect(atWork()).toEqual([]);
    await expect(fetch(origin())).rejects.toThrow();
    for (const own of ['en-uso.json', 'secrets/databases.json', 'postgres/postmaster.pid'])
      expect([own, existsSync(path.join(dir, own))]).toEqual([own, false]);
  }, 90_000);
});
