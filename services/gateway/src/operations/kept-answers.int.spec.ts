import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMember } from '@alianza/contracts/membership/directory/members';
import { withdrawOrganization, type Member } from '@alianza/contracts/membership/organizations';
import { subjectOf } from '@alianza/contracts/operation';
import { importPractice } from '@alianza/contracts/repository/imports';
import { editPractice, getPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { beginVersion } from '@alianza/contracts/repository/publication/versions';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { environmentsFor } from '@alianza/local/environments';
import { freePort } from '@alianza/local/servers/free-port';
import { startService } from '@alianza/platform/run/run-service';
import { completeContent, published } from '@alianza/testing/builders/practices';
import { keeper } from '@alianza/testing/databases';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import type { TestNetwork } from '@alianza/testing/people';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { startGateway } from '../start.js';

/** Milliseconds that an answer may be kept. */
const kept = 1000;

let standing: OpenSurroundings;
let origins: string[];
const started: { close(): Promise<unknown> }[] = [];

beforeAll(async () => {
  standing = await openSurroundings();
  started.push(standing);
  const environments = environmentsFor(standing.parts);
  for (const name of ['membership', 'repository'] as const) started.push(await startService(definitionOf(name), environments[name]));
  const port = await freePort();
  const LIMITS = JSON.stringify({ 'public-reads': { most: 1_000_000, seconds: 60 } }); // this spec asks without a pause
  const usual = { ...environments.gateway, KEEP_PUBLIC_MS: String(kept), LIMITS };
  started.push(await startGateway(usual), await startGateway({ ...usual, PORT: String(port) }));
  origins = [standing.origin, `http://127.0.0.1:${String(port)}`];
}, 60_000);
afterAll(async () => {
  for (const each of started.reverse()) await each.close();
});

const publish = async (network: TestNetwork, slug: string, title: { es: string; en: string }) => {
  const content = completeContent({ title: { original: 'es', ...title } });
  const asked = { network: network.code, token: await standing.people.operator() };
  return standing.edge.call(importPractice, { slug, content }, asked);
};

interface Seen {
  /** When it was asked. */
  readonly at: number;
  readonly isNew: boolean;
}

/** Asks again and again until told to stop, and notes what it saw. */
function watch(url: string, isNew: (text: string, status: number) => boolean) {
  const seen: Seen[] = [];
  let stopped = false;
  const asking = (async () => {
    while (!stopped) {
      const at = performance.now();
      const answer = await fetch(url);
      const isShown = isNew(await answer.text(), answer.status);
      if (answer.status < 500) seen.push({ at, isNew: isShown }); // "not now" is neither
    }
  })();
  const stop = async () => {
    stopped = true;
    await asking;
  };
  return { seen, stop };
}

/** At both gateways each path shows what was, then, within a second after the change, what is. */
async function neverOlder(paths: Readonly<Record<string, Parameters<typeof watch>[1]>>, change: () => Promise<unknown>): Promise<void> {
  const watches = origins.flatMap((origin) => Object.entries(paths).map(([path, isNew]) => ({ path, ...watch(origin + path, isNew) })));
  let changed = 0;
  try {
    await eventually(() => watches.every(({ seen }) => seen.length > 0));
    await change();
    changed = performance.now();
    await eventually(() => watches.every(({ seen }) => (seen.at(-1)?.at ?? 0) > changed + kept));
  } finally {
    await Promise.all(watches.map(({ stop }) => stop()));
  }
  for (const { path, seen } of watches) {
    expect([path, seen[0]?.isNew]).toEqual([path, false]);
    expect([path, seen.filter(({ at, isNew }) => at > changed + kept && !isNew)]).toEqual([path, []]);
  }
}

it('is never older than a second after a publication, at any gateway, in the list and on its page', async () => {
  const network = await standing.people.openNetwork();
  const { code } = network;
  await neverOlder(
    {
      [`/api/v1/${code}/practices`]: (text) => (JSON.parse(text) as { total: number }).total === 1,
      [`/${code}/practicas`]: (text) => text.includes('Relevos de noche'),
    },
    () => publish(network, 'relevos', { es: 'Relevos de noche', en: 'Night shifts' }),
  );
});

describe('of a practice and an organisation, at any gateway, is never older than a second', () => {
  const [before, after] = ['Relevos de noche', 'Relevos de madrugada'];
  let setting: Setting;
  let practice: EditablePractice;
  let paths: { record: string; page: string; feed: string };
  beforeAll(async () => {
    const service = (): never => {
      throw new Error('they are reached through the gateways only');
    };
    setting = await openSetting({ ...standing, service });
    practice = await published(setting, { title: { original: 'es', es: before } });
    const [{ code }, slug] = [setting.network, practice.slug ?? ''];
    paths = { record: `/api/v1/${code}/practices/${slug}`, page: `/${code}/practicas/${slug}`, feed: `/${code}/practicas.atom` };
  });
  const next = async (operation: typeof beginVersion | typeof submitPractice | typeof editPractice, more: object = {}) => {
    const asked = { ...(await asTitular(setting)), version: practice.version };
    practice = await standing.edge.call<EditablePractice>(operation, { id: practice.id, ...more }, asked);
  };

  it('after a new version: record, page and feed', async () => {
    await next(beginVersion);
    await next(editPractice, { content: { ...practice.content, title: { original: 'es', es: after } } });
    await next(submitPractice, { terms: 1 });
    const reviewer = { ...(await asReviewer(setting)), version: practice.version };
    const hasChanged = (text: string) => text.includes(after);
    await neverOlder({ [paths.record]: hasChanged, [paths.page]: hasChanged, [paths.feed]: hasChanged }, () =>
      standing.edge.call(publishPractice, { id: practice.id }, reviewer),
    );
  });

  it('after a withdrawal of either: record, page, feed, and the list of organisations', async () => {
    const leaving = await standing.people.openOrganization(setting.network, { name: { original: 'es', es: 'Red que se va (ficticia)' } });
    const [secretariat, lead] = [await asSecretariat(setting), await setting.as('secretariat-lead')];
    const { version } = await standing.edge.call<Member>(getMember, { id: leaving.id }, secretariat);
    const isGone = (_text: string, status: number) => status === 410;
    const gone = { [paths.record]: isGone, [paths.page]: isGone, [paths.feed]: (text: string) => !text.includes(after) };
    const organizations = `/api/v1/${setting.network.code}/organizations`;
    await neverOlder({ ...gone, [organizations]: (text) => !text.includes('Red que se va') }, () =>
      Promise.all([
        standing.edge.call(withdrawPractice, { ...withdrawPractice.example.input, id: practice.id }, secretariat),
        standing.edge.call(withdrawOrganization, { id: leaving.id, reason: 'Lo pidió.' }, { ...lead, version }),
      ]),
    );
  });
});

it('is another one in another network and in another language, however those are asked for', async () => {
  const [one, other] = [await standing.people.openNetwork(), await standing.people.openNetwork()];
  await publish(one, 'relevos', { es: 'Relevos', en: 'Shifts' });
  await publish(other, 'relevos', { es: 'Turnos', en: 'Turns' });
  const title = async (network: TestNetwork, query = '', language?: string) => {
    const headers = new Headers(language === undefined ? [] : [['accept-language', language]]);
    const answer = await fetch(`${standing.origin}/api/v1/${network.code}/practices/relevos${query}`, { headers });
    return ((await answer.json()) as { title: string }).title;
  };
  const asked = () =>
    Promise.all([
      title(one),
      title(other),
      title(one, '', 'en'),
      title(other, '', 'en'),
      title(one, '?lang=en'),
      title(one, '?lang=es', 'en'),
    ]);
  const expected = ['Relevos', 'Turnos', 'Shifts', 'Turns', 'Shifts', 'Relevos'];
  expect(await asked()).toEqual(expected);
  expect(await asked()).toEqual(expected); // now from what is kept
});

it('carries the headers of a fresh one, is another one for who holds a version, and counts as reading', async () => {
  const network = await standing.people.openNetwork();
  await publish(network, 'relevos', { es: 'Relevos', en: 'Shifts' });
  const ask = (headers: Record<string, string> = {}) => fetch(`${standing.origin}/api/v1/${network.code}/practices/relevos`, { headers });
  const headersOf = ({ headers }: Response) => {
    const { date, 'x-correlation-id': correlation = '', ...rest } = Object.fromEntries(headers);
    expect([Date.parse(date ?? '') > 0, /^[0-9a-f]{32}$/.test(correlation)]).toEqual([true, true]);
    return rest;
  };
  const answers = [await ask(), await ask()];
  const [fresh, again] = answers.map(headersOf);
  expect(again).toEqual(fresh);
  expect(await answers[1]?.text()).toBe(await answers[0]?.text());
  expect((await ask({ 'if-none-match': fresh?.etag ?? '' })).status).toBe(304);
  expect((await ask({ 'x-correlation-id': 'asked-by-somebody' })).headers.get('x-correlation-id')).toBe('asked-by-somebody');
});

/** What a gateway answers, byte for byte, to requests that are sent at once on one connection, until it has said `last`. */
async function wholeAnswers(requests: string, last: string): Promise<string> {
  const { hostname, port } = new URL(standing.origin);
  const socket = connect(Number(port), hostname).setEncoding('latin1');
  let said = '';
  socket.on('data', (text) => (said += String(text))).write(requests);
  await eventually(() => said.includes(last)).finally(() => socket.destroy());
  return said;
}

it('has the same head as a fresh one, keeps its connection for those who keep theirs, and answers in turn', async () => {
  const network = await standing.people.openNetwork();
  await publish(network, 'relevos', { es: 'Relevos', en: 'Shifts' });
  const asked = (id: string, ...more: string[]) =>
    [`GET /api/v1/${network.code}/practices/relevos HTTP/1.1`, 'host: x', `x-correlation-id: ${id}`, ...more, '', ''].join('\r\n');
  const questions = new Set<string>();
  const nats = await keeper();
  nats.subscribe(subjectOf(getPractice), { callback: (_error, { headers }) => void questions.add(headers?.get('correlation') ?? '') });
  await nats.flush();
  const close = 'connection: close';
  /** On one connection: what nobody has kept, and then three from what is kept; nothing where the repository was asked for one of those. */
  const round = async () => {
    const ids = Array.from({ length: 4 }, () => randomUUID());
    const [fresh = '', one = '', two = '', last = ''] = ids;
    const first = await wholeAnswers(asked(fresh), fresh);
    const said = first + (await wholeAnswers(asked(one) + asked(two) + asked(last, close), last));
    await nats.flush(); // what was asked by then has been heard
    return questions.has(fresh) && !ids.slice(1).some((id) => questions.has(id)) ? { ids, said } : null;
  };
  const { ids, said } = await eventually(round).finally(() => void nats.close());
  const heads = said
    .split('HTTP/1.1 200 OK\r\n')
    .slice(1)
    .map((answer) => answer.slice(0, answer.indexOf('\r\n\r\n')).split('\r\n'));
  const lineOf = (head: readonly string[], name: string) => head.filter((line) => line.toLowerCase().startsWith(`${name}: `));
  expect(heads.map((head) => lineOf(head, 'x-correlation-id'))).toEqual(ids.map((id) => [`x-correlation-id: ${id}`]));
  expect(heads.map((head) => lineOf(head, 'connection')[0]?.toLowerCase())).toEqual([
    ...Array<string>(3).fill('connection: keep-alive'),
    close,
  ]);
  const changing = ['x-correlation-id', 'connection', 'keep-alive', 'date'];
  const [fresh, ...kept] = heads.map((head) =>
    head
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1)] as const)
      .map(([name, value]) => (changing.includes(name) ? name : `${name}:${value}`))
      .filter((line) => line !== 'keep-alive')
      .sort(),
  );
  expect(kept).toEqual(Array(3).fill(fresh));
});
