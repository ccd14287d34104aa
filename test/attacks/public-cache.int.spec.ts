import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isPublicRead, type Operation } from '@alianza/contracts/operation';
import { getMe } from '@alianza/contracts/membership/people';
import { importPractice } from '@alianza/contracts/repository/imports';
import { draftPractice, getPractice, readPractice, type PublishedPractice } from '@alianza/contracts/repository/practices';
import { searchPractices } from '@alianza/contracts/repository/search';
import { completeContent, drafted } from '@alianza/testing/builders/practices';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { personOf, prepare, routed, someCaller } from '../generic/matrix.js';

let world: World;
let ours: Setting;
let theirs: Setting;

const slug = 'la-misma-direccion';
const content = (where: string) =>
  completeContent({
    title: { original: 'es', es: `Práctica de ${where} (ficticia)`, en: `Practice of ${where} (fictitious)` },
    summary: { original: 'es', es: `Resumen de ${where}.`, en: `Summary of ${where}.` },
  });

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
  const operator = await world.people.operator();
  for (const [setting, where] of [
    [ours, 'aquí'],
    [theirs, 'allá'],
  ] as const)
    await world.edge.call(importPractice, { slug, content: content(where) }, { token: operator, network: setting.network.code });
}, 60_000);
afterAll(() => world.close());

const read = (setting: Setting, lang: string) =>
  world.edge.send<PublishedPractice>(getPractice, { slug }, { network: setting.network.code, lang });
const get = (path: string, headers: Record<string, string> = {}) => fetch(world.origin + path, { headers });

describe('an answer kept for everybody', () => {
  it('is of one network and one language, however closely they are asked for', async () => {
    const wanted = [
      [ours, 'es', 'Práctica de aquí (ficticia)'],
      [theirs, 'es', 'Práctica de allá (ficticia)'],
      [ours, 'en', 'Practice of aquí (fictitious)'],
      [theirs, 'en', 'Practice of allá (fictitious)'],
    ] as const;
    const asked = Array.from({ length: 5 }, () => wanted).flat();
    const answers = await Promise.all(asked.map(async ([setting, lang]) => (await read(setting, lang)).body.title));
    expect(answers).toEqual(asked.map(([, , title]) => title));
    const pages = asked.map(([{ network }, lang]) => get(`/${network.code}${lang === 'es' ? '' : '/en'}/practicas/${slug}`));
    const shown = await Promise.all(pages.map(async (page) => /<title>([^<]*)/.exec(await (await page).text())?.[1]));
    expect(shown.map((title, index) => title?.includes(asked[index]?.[2] ?? ''))).toEqual(asked.map(() => true));
  });

  it('is not in the language that somebody signed in prefers', async () => {
    const titular = await ours.as('titular');
    const first = world.edge.send<PublishedPractice>(getPractice, { slug }, { ...titular, lang: 'en' });
    const [theirsFirst, nobodys] = [(await first).body.title, (await read(ours, 'es')).body.title];
    expect([theirsFirst, nobodys]).toEqual(['Practice of aquí (fictitious)', 'Práctica de aquí (ficticia)']);
  });

  it('holds nothing that only its author sees, whoever asked first', async () => {
    const title = 'Borrador que nadie más lee (ficticia)';
    await drafted(ours, { title: { original: 'es', es: title } });
    const owner = await ours.as('titular');
    const { code } = ours.network;
    for (const asked of [owner, { network: code }]) {
      const { body } = await world.edge.send(searchPractices, { q: 'Borrador', sort: 'newest' }, asked);
      expect(JSON.stringify(body)).not.toContain(title);
    }
    for (const path of [`/${code}/practicas`, `/${code}/practicas?q=Borrador`, `/${code}`])
      expect(await (await get(path, { authorization: `Bearer ${owner.token}` })).text()).not.toContain(title);
  });

  it('takes nothing from headers that a stranger writes', async () => {
    const evil = 'evil.example.org';
    const poison = {
      'x-forwarded-host': evil,
      'x-forwarded-proto': 'gopher',
      'x-original-url': '/evil',
      'x-host': evil,
      forwarded: `host=${evil}`,
    };
    for (const path of [`/${ours.network.code}/practicas/${slug}`, `/${ours.network.code}`, '/']) {
      const poisoned = await get(path, poison);
      expect([poisoned.status, (await poisoned.text()).includes('evil')]).toEqual([200, false]);
      expect(await (await get(path)).text()).not.toContain('evil');
    }
  });
});

describe('a version tag', () => {
  it('of another network tells nothing here, and none tells that something exists', async () => {
    const { headers } = await read(theirs, 'es');
    const etag = headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const id = (await drafted(theirs)).id;
    const hidden = [`/api/v1/${ours.network.code}/practices/no-la-hay`, `/api/v1/${theirs.network.code}/practices/${id}/edit`];
    for (const path of hidden)
      for (const tag of [etag, '*', '"1"', 'W/"1"']) expect([401, 404]).toContain((await get(path, { 'if-none-match': tag })).status);
  });

  it('of somebody else’s record is not confirmed to a neighbour', async () => {
    const { id, version } = await drafted(ours);
    const neighbour = await theirs.as('titular');
    const stranger = await world.people.enrol('titular', ours.network, await world.people.openOrganization(ours.network));
    for (const { token, network } of [neighbour, stranger]) {
      const headers = { authorization: `Bearer ${token}`, 'if-none-match': `"${String(version)}"` };
      expect((await get(`/api/v1/${network ?? ''}/practices/${id}/edit`, headers)).status).toBe(404);
    }
  });
});

const personal = routed.filter((operation) => operation.method === 'GET' && !isPublicRead(operation));

describe('an answer to somebody', () => {
  it.each(personal.map((operation) => [operation.id, operation] as const))(
    'is kept by nobody on its way: %s',
    async (_id, operation: Operation) => {
      const person = await personOf(ours, someCaller(operation));
      const { input } = await prepare(operation, ours, person);
      const { status, headers } = await world.edge.send(operation, input, { ...person });
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      const nobody = await world.edge.send(operation, input, { network: ours.network.code });
      expect([nobody.status, nobody.headers.get('cache-control')]).toEqual([401, 'no-store']);
    },
  );

  it('who they are is never another’s, though all ask at once', async () => {
    const people = await Promise.all((['titular', 'editor', 'reviewer', 'auditor'] as const).map((role) => ours.as(role)));
    const asked = Array.from({ length: 6 }, () => people).flat();
    const answers = await Promise.all(
      asked.map(async (person) => (await world.edge.call<{ id: string }>(getMe, {}, { token: person.token })).id),
    );
    expect(answers).toEqual(asked.map(({ id }) => id));
  });

  it('is not given to who comes right after with nothing, or with the wrong organisation', async () => {
    const owner = await ours.as('titular');
    const { id } = await world.edge.call<{ id: string }>(draftPractice, draftPractice.example.input, owner);
    expect((await world.edge.send(readPractice, { id }, owner)).status).toBe(200);
    expect((await world.edge.send(readPractice, { id }, { network: owner.network })).status).toBe(401);
    const other = { ...owner, actingFor: ours.secretariat.id };
    expect([403, 404, 422]).toContain((await world.edge.send(readPractice, { id }, other)).status);
  });
});
