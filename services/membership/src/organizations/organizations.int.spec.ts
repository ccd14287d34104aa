import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findNamedOrganizations,
  getOrganization,
  listOrganizations,
  registerOrganization,
  withdrawOrganization,
  type ListedOrganization,
  type ShownOrganization,
} from '@alianza/contracts/membership/organizations';
import { getNetwork, listNetworks, openNetwork, type Network } from '@alianza/contracts/membership/networks';
import { findDuplicates, type Likenesses } from '@alianza/contracts/membership/application-desk';
import { acceptApplication } from '@alianza/contracts/membership/applications';
import { getMember, listDirectory, type MemberFile } from '@alianza/contracts/membership/directory/members';
import { charted } from '@alianza/testing/builders/actors';
import { confirmed } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import type { TestNetwork } from '@alianza/testing/people';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

interface Page {
  items: ListedOrganization[];
  nextCursor: string | null;
  total: number;
  facets: Record<'kind' | 'sector' | 'country', { value: string; label: string; count: number }[]>;
}

let world: World;
let network: TestNetwork;
let other: TestNetwork;

const entries = [
  { slug: 'ninez', name: { original: 'es', es: 'Ñandú por la Niñez', en: 'Rhea for Childhood' }, acronym: 'ÑN', country: 'UY' },
  { slug: 'zona', name: { original: 'es', es: 'Zona de Cuidados' }, sector: 'academia', country: 'MX' },
  {
    slug: 'arbol',
    name: { original: 'es', es: 'Árbol' },
    kind: 'actor',
    category: null,
    role: { original: 'es', es: 'Acompaña.' },
    country: null,
  },
  { slug: 'oculta', name: { original: 'es', es: 'Oculta' }, listed: false },
] as const;

const register = async (entry: object) =>
  world.edge.call<{ id: string; registered: boolean }>(
    registerOrganization,
    { ...registerOrganization.example.input, ...entry },
    { network: network.code, token: await world.people.operator() },
  );
const list = (input: Record<string, unknown>, lang = 'es', at = network) =>
  world.edge.call<Page>(listOrganizations, input, { network: at.code, lang });
const namesOf = ({ items }: Page) => items.map(({ name }) => name);

beforeAll(async () => {
  world = await openWorld();
  [network, other] = [await world.people.openNetwork(), await world.people.openNetwork()];
  for (const entry of entries) await register(entry);
  await eventually(async () => (await list({})).total === 3);
}, 60_000);
afterAll(() => world.close());

describe('the directory', () => {
  it('lists in the order of the language what consents to be listed, of this network alone', async () => {
    expect(namesOf(await list({}))).toEqual(['Árbol', 'Ñandú por la Niñez', 'Zona de Cuidados']);
    expect(namesOf(await list({}, 'en'))).toEqual(['Árbol', 'Rhea for Childhood', 'Zona de Cuidados']);
    expect((await list({}, 'es', other)).total).toBe(0);
  });

  it('gives every one once, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await list({ limit: 1, ...(cursor === null ? {} : { cursor }) });
      seen.push(...namesOf(page));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(['Árbol', 'Ñandú por la Niñez', 'Zona de Cuidados']);
  });

  it.each(['nandu', 'ÑANDÚ', 'childhood', 'ñn', 'NINEZ'])('finds by %s, whatever accents, case and language', async (q) => {
    expect(namesOf(await list({ q }))).toEqual(['Ñandú por la Niñez']);
  });

  it.each(['%', '_', "'", '\\'])('takes %s for the character it is', async (q) => {
    expect((await list({ q })).total).toBe(0);
  });

  it('counts each facet under all filters but its own, with labels that are read', async () => {
    const { total, facets } = await list({ country: ['MX'] });
    expect(total).toBe(1);
    expect(facets.country).toEqual([
      { value: 'MX', label: 'México', count: 1 },
      { value: 'UY', label: 'Uruguay', count: 1 },
    ]);
    expect(facets.sector).toEqual([{ value: 'academia', label: expect.any(String), count: 1 }]);
    expect((await list({ country: ['MX', 'UY'], kind: 'member' }, 'en')).facets.country[0]?.label).toBe('Mexico');
  });

  it('shows one by its address or its id, in the language asked; whoever consents to nothing, or is elsewhere, is not found', async () => {
    const shown = (key: string, lang = 'es', at = network) =>
      world.edge.send<ShownOrganization>(getOrganization, { key }, { network: at.code, lang });
    const { body: rhea } = await shown('ninez', 'en');
    expect(rhea).toMatchObject({ name: 'Rhea for Childhood', country: 'UY', categorySince: null });
    expect(rhea.names).toEqual(['Ñandú por la Niñez', 'Rhea for Childhood', 'ÑN']);
    expect((await shown(rhea.id)).body).toMatchObject({ slug: 'ninez', name: 'Ñandú por la Niñez' });
    expect((await shown('arbol')).body).toMatchObject({ kind: 'actor', role: 'Acompaña.', country: null });
    const missing = [await shown('oculta'), await shown('no-hay'), await shown('ninez', 'es', other), await shown(rhea.id, 'es', other)];
    expect(missing.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('knows organisations by the names and acronyms that records write, and no others', async () => {
    const named = (...name: string[]) =>
      world.edge.call<{ items: { slug: string; names: string[] }[] }>(findNamedOrganizations, { name }, { network: network.code });
    expect((await named('Rhea for Childhood', 'ÑN', 'Árbol', 'Oculta', 'zona de cuidados')).items.map(({ slug }) => slug)).toEqual([
      'arbol',
      'ninez',
    ]);
    expect((await named()).items).toEqual([]);
  });

  it('refuses a cursor that is not ours', async () => {
    const { status, body } = await world.edge.send(listOrganizations, { cursor: 'xx' }, { network: network.code });
    expect([status, body.code]).toEqual([400, 'input-invalid']);
  });
});

it('members read where the others are, as far as each shows it', async () => {
  const alone = await openSetting(world);
  const shown = await world.people.openOrganization(alone.network, { country: 'KE', sector: 'youth' });
  const hidden = await world.people.openOrganization(alone.network, { country: 'PE' });
  await rowsOf('membership', `update organization set shows = '["work"]' where id = $1`, [hidden.id]);
  await rowsOf('membership', `update organization set shows = '["region"]' where id = $1`, [alone.organization.id]);
  await rowsOf('membership', `update organization set status = 'suspended' where id = $1`, [shown.id]);
  const titular = await alone.as('titular');
  const found = (asked: Readonly<Record<string, unknown>>) =>
    world.edge.call<{ items: { id: string }[]; total: number; counts: object }>(listDirectory, asked, titular);
  expect((await found({})).counts).toMatchObject({
    country: [
      { value: 'KE', count: 1 },
      { value: 'MX', count: 1 },
    ],
    region: [
      { value: 'latin-america-caribbean', count: 2 },
      { value: 'africa', count: 1 },
    ],
  });
  const inKenya = { sector: [{ value: 'youth', count: 1 }], country: [expect.anything(), expect.anything()] };
  expect(await found({ country: ['KE'] })).toMatchObject({ items: [{ id: shown.id }], total: 1, counts: inKenya });
  const latin = await found({ region: ['latin-america-caribbean'] });
  expect(latin.items.map(({ id }) => id).sort()).toEqual([alone.organization.id, alone.secretariat.id].sort());
  expect(latin.counts).toMatchObject({ country: [{ value: 'MX', count: 1 }], region: [{ count: 2 }, { value: 'africa', count: 1 }] });
  expect((await found({ country: ['MX'] })).items).toEqual([expect.objectContaining({ id: alone.secretariat.id })]);
  expect((await found({ country: ['PE'] })).total + (await found({ region: ['africa'], sector: ['academia'] })).total).toBe(0);
});

describe('registering', () => {
  it('takes no category that the network does not have', async () => {
    const input = { ...registerOrganization.example.input, slug: 'sin-categoria', category: 'coadyuvante' };
    const asked = { network: network.code, token: await world.people.operator() };
    const { status, body } = await world.edge.send(registerOrganization, input, asked);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/category', reason: 'not-allowed' })]]);
  });

  it('leaves an organisation of the same address or the same name as it is', async () => {
    const [known] = await Promise.all([
      register(entries[1]),
      register({ ...entries[1], slug: 'otra-zona', name: { original: 'es', es: 'ZONA DE CUIDADOS' } }),
    ]);
    const again = await register({ ...entries[1], sector: 'youth' });
    expect([known.registered, again]).toEqual([false, known]);
    expect((await list({ q: 'zona' })).items).toMatchObject([{ slug: 'zona', sector: 'academia' }]);
  });
});

describe('a network', () => {
  it('names how one takes part, in its order and in the language asked, else in its own', async () => {
    const named = async (lang: string) =>
      (await world.edge.call<Network>(getNetwork, {}, { network: network.code, lang })).categories.map(({ code, label }) => [code, label]);
    expect(await named('es')).toEqual([
      ['member', 'Integrante'],
      ['guest', 'Invitada'],
    ]);
    expect(await named('en')).toEqual([
      ['member', 'Member'],
      ['guest', 'Invitada'],
    ]);
  });

  it('has each category once', async () => {
    const { categories } = openNetwork.example.input as { categories: object[] };
    const input = { ...openNetwork.example.input, categories: [...categories, ...categories] };
    const { status, body } = await world.edge.send(openNetwork, input, { token: await world.people.operator() });
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/categories', reason: 'repeated-code' })]]);
  });

  it('is opened once under its code, also by two at once', async () => {
    const input = { ...openNetwork.example.input, code: `${network.code.slice(0, 12)}-b` };
    const token = await world.people.operator();
    const open = () => world.edge.call<{ id: string; opened: boolean }>(openNetwork, input, { token });
    const answers = await Promise.all([open(), open(), open()]);
    expect(answers.filter(({ opened }) => opened)).toHaveLength(1);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('says who it is to anybody, and stands in the list', async () => {
    expect(await world.edge.call(getNetwork, {}, { network: network.code })).toMatchObject({ code: network.code, languages: ['es', 'en'] });
    const listed = await eventually(async () => {
      const { items } = await world.edge.call<{ items: { code: string }[] }>(listNetworks, {});
      return items.some(({ code }) => code === network.code);
    });
    expect(listed).toBe(true);
  });
});

describe('whoever is accepted as one that is known already', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting(world);
  });
  const mark = () => randomUUID().slice(0, 8);
  const applying = async (over: object) => (await confirmed(setting, over)).applicationId;
  const accept = async (id: string, organizationId?: string | null) =>
    world.edge.send(
      acceptApplication,
      { ...acceptApplication.example.input, id, organizationId },
      { ...(await asSecretariat(setting)), version: 2 },
    );
  const codeOf = async (id: string, organizationId?: string | null) => {
    const { status, body } = await accept(id, organizationId);
    return status === 200 ? status : [status, body.code];
  };
  const file = async (id: string) => world.edge.call<MemberFile>(getMember, { id }, await asSecretariat(setting));

  async function left(es: string, over: object = {}) {
    const organization = await world.people.openOrganization(setting.network, { name: { original: 'es', es }, ...over });
    const asked = { ...(await setting.as('secretariat-lead')), version: 1 };
    await world.edge.call(withdrawOrganization, { id: organization.id, reason: 'Comunicó su salida.' }, asked);
    return organization;
  }

  it('and had left comes back by what it calls itself now, with what it says of itself, and its history goes on', async () => {
    const name = mark();
    const known = await left(`Casa ${name} (ficticia)`, { acronym: 'CASA', sector: 'academia', country: 'CL', website: null });
    const [website, work] = [`https://${name}.example.org/`, 'Cuida de día.'];
    const said = { acronym: 'CDC', sector: 'philanthropy', country: 'PE', website };
    const id = await applying({ organization: `Casa de Día ${name}, A. C. (ficticia)`, ...said, work, shows: undefined });
    const { applicationId: alike } = await confirmed(setting, { organization: `Casa ${name} (ficticia)` });
    expect(await codeOf(alike, null)).toEqual([409, 'organization-name-taken']);
    expect(await codeOf(id, known.id)).toBe(200);
    const { organizations } = await world.edge.call<Likenesses>(findDuplicates, { id: alike }, await asSecretariat(setting));
    expect(organizations).toMatchObject([{ id: known.id, by: ['name'] }]);
    const back = await file(known.id);
    expect(back).toMatchObject({ ...said, slug: known.slug, status: 'active', name: `Casa de Día ${name}, A. C. (ficticia)` });
    expect(back).toMatchObject({ work: { original: 'es', es: work }, formerNames: [`Casa ${name} (ficticia)`, 'CASA'] });
    expect(back.shows).not.toContain('work');
    const happened = back.history.map(({ what, changes }) => [what, changes.map(({ field }) => field)]);
    expect(happened.slice(0, 3)).toEqual([
      ['admitted', []],
      ['edited', ['name', 'acronym', 'sector', 'country', 'website', 'work', 'shows']],
      ['withdrawn', []],
    ]);
    const like = 'select id from organization where network_id = $1 and plain like $2';
    expect(await rowsOf('membership', like, [setting.network.id, `%${name}%`])).toEqual([{ id: known.id }]);
  });

  it('and had left under another name comes back by the one it had before, where nobody says who it is', async () => {
    const [name, now] = [`Ronda ${mark()} (ficticia)`, `Rueda ${mark()} (ficticia)`];
    const known = await left(name);
    expect(await codeOf(await applying({ organization: now }), known.id)).toBe(200);
    const stays = await applying({ organization: name });
    const asked = { ...(await setting.as('secretariat-lead')), version: (await file(known.id)).version };
    await world.edge.call(withdrawOrganization, { id: known.id, reason: 'Comunicó su salida.' }, asked);
    expect(await codeOf(stays)).toBe(200);
    expect(await file(known.id)).toMatchObject({ status: 'active', name, formerNames: [now] });
    expect(await codeOf(await applying({ organization: now.toUpperCase() }))).toBe(200);
    expect(await file(known.id)).toMatchObject({ status: 'active', name });
  });

  it('consents to what it says: an address of before that was not public is not made so by a question left open', async () => {
    const [hidden, open] = ['[]', '["website"]'];
    for (const [before, shows] of [
      [hidden, []],
      [open, ['website']],
    ] as const) {
      const known = await left(`Aula ${mark()} (ficticia)`, { website: 'https://antes.example.org/' });
      await rowsOf('membership', 'update organization set shows = $2 where id = $1', [known.id, before]);
      expect(await codeOf(await applying({ website: undefined, shows: ['country', 'website'] }), known.id)).toBe(200);
      expect(await file(known.id)).toMatchObject({ website: 'https://antes.example.org/', shows: [...shows, 'country'] });
    }
  });

  it('and stands on the map is found there, and comes in by what it calls itself', async () => {
    const actor = await charted(setting, { shown: true });
    const id = await applying({ organization: `Otro nombre ${mark()} (ficticio)`, website: actor.website });
    const { organizations } = await world.edge.call<Likenesses>(findDuplicates, { id }, await asSecretariat(setting));
    expect(organizations).toMatchObject([{ id: actor.organizationId, kind: 'actor', actorId: actor.id, by: ['domain'] }]);
    expect(await codeOf(id, actor.organizationId)).toBe(200);
    expect((await file(actor.organizationId)).formerNames).toContain(actor.title);
    expect(await rowsOf('membership', 'select state from actor where id = $1', [actor.id])).toEqual([{ state: 'member' }]);
  });

  it('is no member that takes part, nobody of elsewhere, and takes nobody’s name; two at once do not both become it', async () => {
    const name = `Red ${mark()} (ficticia)`;
    const known = await left(`Ronda ${mark()} (ficticia)`);
    await world.people.openOrganization(setting.network, { name: { original: 'es', es: name } });
    const id = await applying({ organization: name });
    expect(await codeOf(id, setting.organization.id)).toEqual([409, 'organization-takes-part']);
    expect(await codeOf(id, randomUUID())).toEqual([404, 'organization-not-found']);
    expect(await codeOf(id, (await openSetting(world)).organization.id)).toEqual([404, 'organization-not-found']);
    expect(await codeOf(id, known.id)).toEqual([409, 'organization-name-taken']);
    const two = [await applying({}), await applying({})];
    const answers = await Promise.all(two.map((one) => codeOf(one, known.id)));
    expect(answers).toContainEqual([409, 'organization-takes-part']);
    expect(answers).toContain(200);
  });
});
