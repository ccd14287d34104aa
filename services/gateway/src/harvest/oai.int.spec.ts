import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPractice } from '@alianza/contracts/repository/imports';
import { editPractice, getPractice, readPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { beginVersion } from '@alianza/contracts/repository/publication/versions';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { readUnfiledPractices } from '@alianza/demo/demo-data';
import { completeContent, published } from '@alianza/testing/builders/practices';
import { states } from '@alianza/testing/builders/states';
import { mightyDatabase } from '@alianza/testing/databases';
import type { Person, TestNetwork } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { faultsOf } from '@alianza/testing/schemas/validate';
import { asReviewer, asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import pg from 'pg';

const all = readUnfiledPractices();
let world: World;
let network: TestNetwork;
let changed: Setting;
let changing: TestNetwork;

const publish = async (code: string, some: typeof all) => {
  const asked = { network: code, token: await world.people.operator() };
  for (const { slug, content } of some) await world.edge.call(importPractice, { slug, content }, asked);
};

beforeAll(async () => {
  world = await openWorld(['membership', 'repository', 'gateway']);
  [network, changed] = [await world.people.openNetwork(), await openSetting(world)];
  changing = changed.network;
  await publish(network.code, all);
  await publish(changing.code, all.slice(0, 70));
}, 60_000);
afterAll(() => world.close());

type Params = Readonly<Record<string, string>>;
const addressIn = (code: string) => `${world.origin}/oai/${code}`;

async function sent(params: Params | [string, string][], code: string, method: 'GET' | 'POST'): Promise<string> {
  const form = new URLSearchParams(params);
  const address = addressIn(code);
  const response = await (method === 'GET' ? fetch(`${address}?${form.toString()}`) : fetch(address, { method, body: form }));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
  return response.text();
}

/** Whatever is answered is valid. */
async function ask(params: Params | [string, string][], code = network.code, method: 'GET' | 'POST' = 'GET'): Promise<string> {
  const xml = await sent(params, code, method);
  expect(await faultsOf(xml)).toEqual([]);
  return xml;
}

const every = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[^>/]*>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');
const one = (xml: string, name: string) => every(xml, name)[0] ?? '';
const errorOf = (xml: string) => /<error code="(\w+)"/.exec(xml)?.[1];
const dc = { metadataPrefix: 'oai_dc' };
const escaped = (name: string) => name.replaceAll('&', '&amp;');
const recordOf = (code: string, id = '') =>
  ask({ verb: 'GetRecord', identifier: `oai:${new URL(world.origin).hostname}:${code}/${id}`, ...dc }, code);

interface Seen {
  readonly identifier: string;
  readonly deleted: boolean;
  readonly title: string;
}

function seenIn(xml: string): Seen[] {
  return [...xml.matchAll(/<record>(.*?)<\/record>/gs)].map(([, record = '']) => ({
    identifier: one(record, 'identifier'),
    deleted: record.includes('status="deleted"'),
    title: one(record, 'dc:title'),
  }));
}

/** Walks a list to its end; `between` happens after each part. */
async function walk(params: Params, code = network.code, between: (part: number) => Promise<void> = () => Promise.resolve()) {
  const parts = [await ask(params, code)];
  for (let token = one(parts[0]!, 'resumptionToken'); token !== ''; token = one(parts.at(-1)!, 'resumptionToken')) {
    expect(parts.length).toBeLessThan(30);
    await between(parts.length);
    parts.push(await ask({ verb: params.verb!, resumptionToken: token }, code, 'POST'));
  }
  return parts;
}

describe('the repository', () => {
  it('says what it is and what it can', async () => {
    const xml = await ask({ verb: 'Identify' });
    expect([one(xml, 'baseURL'), one(xml, 'deletedRecord'), one(xml, 'granularity')]).toEqual([
      addressIn(network.code),
      'persistent',
      'YYYY-MM-DDThh:mm:ssZ',
    ]);
    expect(one(await ask({ verb: 'ListMetadataFormats' }), 'metadataPrefix')).toBe('oai_dc');
    expect(every(await ask({ verb: 'ListSets' }), 'setSpec')).toEqual(expect.arrayContaining(['type:law-policy', 'fiveR:reduce']));
    const empty = await world.people.openNetwork();
    expect(Date.parse(one(await ask({ verb: 'Identify' }, empty.code), 'earliestDatestamp'))).not.toBeNaN();
    expect(errorOf(await ask({ verb: 'ListRecords', ...dc }, empty.code))).toBe('noRecordsMatch');
    expect((await fetch(`${addressIn('no-hay-tal-red')}?verb=Identify`)).status).toBe(404);
  });

  it('gives every record once, in every language in which it is written, with licence and identifiers', async () => {
    const parts = await walk({ verb: 'ListRecords', ...dc });
    expect(parts.length).toBeGreaterThan(1);
    const seen = parts.flatMap(seenIn);
    expect([seen.length, new Set(seen.map(({ identifier }) => identifier)).size]).toEqual([all.length, all.length]);
    expect(new Set(seen.map(({ title }) => title)).size).toBe(all.length);
    const identifiers = (await walk({ verb: 'ListIdentifiers', ...dc })).flatMap((xml) => every(xml, 'identifier'));
    expect(identifiers.toSorted()).toEqual(seen.map(({ identifier }) => identifier).toSorted());
    const xml = await ask({ verb: 'GetRecord', identifier: identifiers[0]!, ...dc });
    const id = identifiers[0]!.split('/')[1]!;
    expect(every(xml, 'dc:identifier')[0]).toBe(`${world.origin}/${network.code}/id/${id}`);
    expect(one(xml, 'dc:rights')).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(xml).toMatch(/<dc:title xml:lang="es">/);
    expect((await fetch(every(xml, 'dc:identifier')[0]!)).url).toBe(every(xml, 'dc:identifier')[1]);
  });

  it('says on which day of the network it was published and the terms were accepted', async () => {
    const slug = all[3]!.slug;
    const night = '2026-03-02T03:00:00.000Z';
    const accepted = `update published_practice set terms = $3, published_at = $4 where network_id = $1 and slug = $2 returning practice_id as id`;
    const values = [changing.id, slug, JSON.stringify({ version: 1, acceptedAt: night }), night];
    const [row] = await rowsOf<{ id: string }>('repository', accepted, values);
    const xml = await recordOf(changing.code, row?.id);
    expect(every(xml, 'dc:rights').filter((said) => said.includes('2026-03-01'))).toHaveLength(2);
    expect(every(xml, 'dc:date')).toEqual(['2026-03-01']);
  });

  it('calls whoever answers for a record its author: the network of what it imported, an organisation of its own', async () => {
    const { slug, content } = all.find(({ content: { organizations } }) => organizations.length > 1)!;
    const { id } = await world.edge.call<{ id: string }>(getPractice, { slug }, { network: network.code });
    const imported = await recordOf(network.code, id);
    expect([every(imported, 'dc:creator'), every(imported, 'dc:contributor')]).toEqual([
      every(imported, 'dc:publisher'),
      [...new Set(content.organizations)].map(escaped),
    ]);
    const own = await openSetting(world);
    const name = `Organización ${own.organization.slug} (ficticia)`;
    const practice = await published(own, { organizations: [name, 'Red Ejemplo (ficticia)'] });
    const xml = await recordOf(own.network.code, practice.id);
    expect([every(xml, 'dc:creator'), every(xml, 'dc:contributor')]).toEqual([[name, 'Red Ejemplo (ficticia)'], []]);
  });

  it('keeps sets apart', async () => {
    const laws = all.filter(({ content }) => content.type === 'law-policy').length;
    const reducing = all.filter(({ content }) => content.fiveRs.includes('reduce')).length;
    const count = async (set: string) => (await walk({ verb: 'ListRecords', set, ...dc })).flatMap(seenIn).length;
    expect([await count('type:law-policy'), await count('fiveR:reduce')]).toEqual([laws, reducing]);
    expect(errorOf(await ask({ verb: 'ListRecords', set: 'type', ...dc }))).toBe('noRecordsMatch');
  });

  it.each<[string, Params | [string, string][], string]>([
    ['no verb', {}, 'badVerb'],
    ['no such verb', { verb: 'Nonsense' }, 'badVerb'],
    [
      'two verbs',
      [
        ['verb', 'Identify'],
        ['verb', 'ListSets'],
      ],
      'badVerb',
    ],
    ['an argument too many', { verb: 'Identify', set: 'x' }, 'badArgument'],
    [
      'an argument twice',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'oai_dc'],
        ['metadataPrefix', 'oai_dc'],
      ],
      'badArgument',
    ],
    ['no format', { verb: 'ListRecords' }, 'badArgument'],
    ['no identifier', { verb: 'GetRecord', ...dc }, 'badArgument'],
    ['a token and more', { verb: 'ListRecords', resumptionToken: 'x', ...dc }, 'badArgument'],
    ['a day that is none', { verb: 'ListRecords', from: '2026-02-30', ...dc }, 'badArgument'],
    ['a date of no granularity', { verb: 'ListRecords', from: '2026-02-03T10:00Z', ...dc }, 'badArgument'],
    ['the year 0', { verb: 'ListRecords', from: '0000-01-01', ...dc }, 'badArgument'],
    ['two granularities', { verb: 'ListRecords', from: '2026-01-01', until: '2026-02-01T00:00:00Z', ...dc }, 'badArgument'],
    ['from after until', { verb: 'ListRecords', from: '2026-02-01', until: '2026-01-01', ...dc }, 'badArgument'],
    ['a format that is not written like that', { verb: 'ListRecords', metadataPrefix: 'a b' }, 'badArgument'],
    ['a set that is not written like that', { verb: 'ListRecords', set: 'a b', ...dc }, 'badArgument'],
    ['another format', { verb: 'ListRecords', metadataPrefix: 'marc21' }, 'cannotDisseminateFormat'],
    ['a record that is none', { verb: 'GetRecord', identifier: 'oai:x:y', ...dc }, 'idDoesNotExist'],
    ['a record that could be none', { verb: 'GetRecord', identifier: '"><x y="&\u0001 á', ...dc }, 'idDoesNotExist'],
    ['formats of none', { verb: 'ListMetadataFormats', identifier: 'oai:x:y' }, 'idDoesNotExist'],
    ['nothing so early', { verb: 'ListRecords', until: '2001-01-01', ...dc }, 'noRecordsMatch'],
    ['nothing so late', { verb: 'ListIdentifiers', from: '2999-01-01T00:00:00Z', ...dc }, 'noRecordsMatch'],
    ['a made-up token', { verb: 'ListRecords', resumptionToken: 'e30.x' }, 'badResumptionToken'],
    ['a token for sets', { verb: 'ListSets', resumptionToken: 'e30.x' }, 'badResumptionToken'],
  ])('refuses %s by the protocol, asked either way', async (_what, params, code) => {
    const undated = (xml: string) => xml.replace(/<responseDate>.*?<\/responseDate>/, '');
    const xml = await ask(params);
    expect([errorOf(xml), undated(await sent(params, network.code, 'POST'))]).toEqual([code, undated(xml)]);
  });

  it('takes a token only as it gave it: unchanged, for the same verb and network', async () => {
    const token = one(await ask({ verb: 'ListRecords', ...dc }), 'resumptionToken');
    const [body = '', digest = ''] = token.split('.');
    const state = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...state, set: 'type:dataset' })).toString('base64url');
    for (const [verb, resumptionToken, code] of [
      ['ListRecords', `${forged}.${digest}`, network.code],
      ['ListIdentifiers', token, network.code],
      ['ListRecords', token, changing.code],
    ] as const)
      expect(errorOf(await ask({ verb, resumptionToken }, code))).toBe('badResumptionToken');
    expect(errorOf(await ask({ verb: 'ListRecords', resumptionToken: token }))).toBeUndefined();
  });

  it('takes a form there and nowhere else, and nothing but a form', async () => {
    const json = await fetch(addressIn(network.code), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(json.status).toBe(400);
    const form = await fetch(`${world.origin}/api/v1/${network.code}/applications`, {
      method: 'POST',
      body: new URLSearchParams({ verb: 'Identify' }),
    });
    expect(form.status).toBe(400);
  });
});

const title = { original: 'es' as const, es: 'Cambió durante la cosecha (ficticia)' };
/** As who writes the network's own records reads it. */
async function toWrite(slug: string): Promise<{ practice: EditablePractice; by: Person }> {
  const { id } = await world.edge.call<{ id: string }>(getPractice, { slug }, { network: changing.code });
  const by = await asSecretariat(changed);
  return { practice: await world.edge.call<EditablePractice>(readPractice, { id }, by), by };
}

/** Its next version, written, handed in and published. */
async function edit(slug: string): Promise<void> {
  const { practice, by } = await toWrite(slug);
  const { id } = practice;
  let { version } = practice;
  for (const [operation, input, who] of [
    [beginVersion, { id }, by],
    [editPractice, { id, content: completeContent({ title }) }, by],
    [submitPractice, { id, terms: 1 }, by],
    [publishPractice, { id }, await asReviewer(changed)],
  ] as const)
    ({ version } = await world.edge.call<EditablePractice>(operation, input, { ...who, version }));
}

async function withdraw(slug: string): Promise<void> {
  const { practice, by } = await toWrite(slug);
  await world.edge.call(withdrawPractice, { ...withdrawPractice.example.input, id: practice.id }, by);
}

describe('a harvest while records change', () => {
  it('misses nothing, repeats only what changed, and hears of what was withdrawn; the next one brings only what is new', async () => {
    const [first, , later] = [all[0]!, all[1]!, all[69]!];
    const started = await ask({ verb: 'ListIdentifiers', ...dc }, changing.code);
    const parts = await walk({ verb: 'ListRecords', ...dc }, changing.code, async (part) => {
      if (part > 1) return;
      await edit(first.slug); // told already: once more
      await edit(later.slug); // not told yet: once, as it is now
      await withdraw(all[1]!.slug); // told already: once more, as withdrawn
      await withdraw(all[68]!.slug); // not told yet: as withdrawn
      await publish(changing.code, all.slice(70, 75));
    });
    const last = new Map(parts.flatMap(seenIn).map((seen) => [seen.identifier, seen]));
    expect([parts.flatMap(seenIn).length, last.size]).toEqual([77, 75]);
    const gone = [...last.values()].filter(({ deleted }) => deleted);
    expect([gone.length, gone.every((seen) => seen.title === '')]).toEqual([2, true]);
    expect([...last.values()].filter((seen) => seen.title === title.es)).toHaveLength(2);
    const since = await ask(
      { verb: 'ListRecords', from: one(started, 'responseDate'), until: one(parts.at(-1)!, 'responseDate'), ...dc },
      changing.code,
    );
    expect(seenIn(since).length).toBeGreaterThanOrEqual(9);
    const tomb = await ask({ verb: 'GetRecord', identifier: gone[0]!.identifier, ...dc }, changing.code);
    expect([tomb.includes('status="deleted"'), tomb.includes('<metadata>')]).toEqual([true, false]);
    expect(every(tomb, 'setSpec').length).toBeGreaterThan(0);
    const days = one(tomb, 'datestamp').slice(0, 10);
    expect(seenIn(await ask({ verb: 'ListRecords', from: days, until: days, ...dc }, changing.code)).length).toBeGreaterThan(0);
  });

  it('hears of a record that its organisation took back', async () => {
    const setting = await openSetting(world);
    const { practiceId = '' } = await states['withdrawn-practice']!(setting, null);
    const xml = await ask({ verb: 'ListRecords', ...dc }, setting.network.code);
    expect(seenIn(xml)).toEqual([
      { identifier: expect.stringContaining(`${setting.network.code}/${practiceId}`), deleted: true, title: '' },
    ]);
  });

  it('waits for a change that is noted and not yet committed, so that the next harvest cannot pass it by', async () => {
    const client = new pg.Client(await mightyDatabase('repository'));
    await client.connect();
    await client.query('begin');
    await client.query(`update published_practice set content = content || $3 where network_id = $1 and slug = $2`, [
      changing.id,
      all[5]!.slug,
      JSON.stringify({ title: { original: 'es', es: 'Apenas a tiempo (ficticia)' } }),
    ]);
    const { rows } = await client.query<{ at: Date }>('select max(changed_at) as at from published_change where network_id = $1', [
      changing.id,
    ]);
    const from = `${rows[0]!.at.toISOString().slice(0, 19)}Z`;
    const asked = ask({ verb: 'ListRecords', from, ...dc }, changing.code);
    const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
    for (let tries = 0, n = 0; n === 0 && tries < 200; tries++) n = (await rowsOf<{ n: number }>('repository', waiting))[0]!.n;
    await client.query('commit');
    await client.end();
    expect(seenIn(await asked).map((seen) => seen.title)).toContain('Apenas a tiempo (ficticia)');
  });
});
