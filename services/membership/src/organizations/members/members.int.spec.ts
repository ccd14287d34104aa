import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptApplication } from '@alianza/contracts/membership/applications';
import { listRoles, type OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import { disablePerson } from '@alianza/contracts/membership/people';
import {
  changeCategory,
  correctMember,
  exportMembers,
  getMember,
  listMembers,
  type MemberFile,
  type MemberRow,
} from '@alianza/contracts/membership/directory/members';
import {
  findNamedOrganizations,
  getOrganization,
  suspendOrganization,
  type ShownOrganization,
} from '@alianza/contracts/membership/organizations';
import { editProfile, getProfile, openLogo, type Profile } from '@alianza/contracts/membership/directory/profiles';
import { logoAddress } from '@alianza/contracts/repository/files/picture-files';
import { confirmed } from '@alianza/testing/builders/applications';
import { uploadFor } from '@alianza/testing/builders/files/record-files';
import { aSecondAndOneToSpare, eventually, lastOtherwise } from '@alianza/testing/eventually';
import type { TestOrganization } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { ExportService } from './export.service.js';

interface Page {
  items: MemberRow[];
  nextCursor: string | null;
  total: number;
  countries: string[];
}

let world: World;
let setting: Setting;
let kenya: TestOrganization;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  const register = (over: object) => world.people.openOrganization(setting.network, over);
  kenya = await register({
    name: { original: 'es', es: 'Ñandú de Nairobi (ficticia)', en: 'Nairobi Rhea (fictional)' },
    acronym: 'ÑN',
    country: 'KE',
  });
  await register({ name: { original: 'es', es: 'Academia de Cuidados (ficticia)' }, sector: 'academia', category: 'guest', country: 'CO' });
  await register({ name: { original: 'es', es: 'Actora del mapa (ficticia)' }, kind: 'actor', category: null });
}, 60_000);
afterAll(() => world.close());

const list = async (input: Readonly<Record<string, unknown>>) => world.edge.call<Page>(listMembers, input, await setting.as('secretariat'));
const namesOf = ({ items }: Page) => items.map(({ name }) => name.replace(' (ficticia)', ''));
const fileOf = async (id: string) => world.edge.call<MemberFile>(getMember, { id }, await setting.as('secretariat'));
const validUntil = (role: string, days: number) =>
  rowsOf('membership', `update role set letter_valid_until = now() + make_interval(days => $3) where network_id = $1 and role = $2`, [
    setting.network.id,
    role,
    days,
  ]);

describe('the table of members', () => {
  it.each([
    [{ q: 'nandu' }, ['Ñandú de Nairobi']],
    [{ q: 'nairobi rhea' }, ['Ñandú de Nairobi']],
    [{ q: 'ñn' }, ['Ñandú de Nairobi']],
    [{ region: ['africa'] }, ['Ñandú de Nairobi']],
    [{ sector: ['academia'], category: ['guest'] }, ['Academia de Cuidados']],
    [{ country: ['CO', 'KE'] }, ['Academia de Cuidados', 'Ñandú de Nairobi']],
    [{ country: ['CO', 'KE'], order: 'desc' }, ['Ñandú de Nairobi', 'Academia de Cuidados']],
    [{ country: ['CO', 'KE'], sort: 'country', order: 'desc' }, ['Ñandú de Nairobi', 'Academia de Cuidados']],
    [{ q: 'actora' }, []],
    [{ country: ['CO'], region: ['africa'] }, []],
  ])('asked for %j shows %j', async (input, names) => {
    const page = await list(input);
    expect([namesOf(page), page.total]).toEqual([names, names.length]);
    expect(page.countries).toEqual(expect.arrayContaining(['CO', 'KE', 'MX']));
  });

  it.each(['name', 'country', 'since', 'letter'])('gives everyone once, page by page, by %s and backwards', async (sort) => {
    const read = async (order: string) => {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Page = await list({ limit: 2, sort, order, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      return seen;
    };
    const forwards = await read('asc');
    expect(new Set(forwards).size).toBe((await list({})).total);
    expect(await read('desc')).toEqual(forwards.reverse());
  });

  it.each([
    [-1, 'expired'],
    [29, 'expiring'],
    [31, 'valid'],
  ])('finds by the letter that ends in %i days: %s', async (days, letter) => {
    await setting.as('titular');
    await validUntil('titular', days);
    const found = await list({ letter });
    expect(found.items).toEqual([expect.objectContaining({ id: setting.organization.id, letter })]);
    expect(found.items[0]?.letterValidUntil).not.toBeNull();
    expect((await list({ letter: 'missing' })).items.map(({ id }) => id)).not.toContain(setting.organization.id);
    expect((await fileOf(setting.organization.id)).letter).toBe(letter);
  });

  it('tells a suplente’s letter apart from that of the titular, whose own has run out or never came', async () => {
    const both = await world.people.openOrganization(setting.network);
    await world.people.enrol('titular', setting.network, both);
    await world.people.enrol('suplente', setting.network, both);
    const until = `update role set letter_valid_until = now() + make_interval(days => case role when 'titular' then $2::int else $3::int end)
      where organization_id = $1 returning id`;
    for (const [own, alternates, letter] of [
      [null, 90, 'alternate'],
      [-1, 90, 'alternate'],
      [5, 90, 'expiring'],
      [-1, -9, 'expired'],
    ] as const) {
      await rowsOf('membership', until, [both.id, own, alternates]);
      expect((await list({ letter, q: both.slug })).items).toMatchObject([{ id: both.id, letter }]);
      expect((await fileOf(both.id)).letter).toBe(letter);
    }
    await rowsOf('membership', `update organization set status = 'withdrawn' where id = $1 returning id`, [both.id]);
  });

  it('has no titular in somebody who is disabled', async () => {
    const one = await world.people.openOrganization(setting.network);
    const { id } = await world.people.enrol('titular', setting.network, one);
    const titularOf = async () => (await list({ q: one.slug })).items[0]?.titular;
    expect(await titularOf()).toBe('present');
    await world.edge.call(
      disablePerson,
      { id, reason: 'Equipo perdido.' },
      { network: setting.network.code, token: await world.people.operator() },
    );
    expect([await titularOf(), (await list({ q: one.slug, titular: 'present' })).total]).toEqual(['missing', 0]);
    expect((await list({ q: one.slug, titular: 'missing' })).items.map((row) => row.id)).toEqual([one.id]);
    expect((await fileOf(one.id)).people).toMatchObject([{ personId: id, role: 'titular', disabled: true }]);
    const { items } = await world.edge.call<OrganizationPeople>(listRoles, { organizationId: one.id }, await setting.as('secretariat'));
    expect(items).toMatchObject([{ personId: id, role: 'titular', disabled: true }]);
    await rowsOf('membership', `update organization set status = 'withdrawn' where id = $1 returning id`, [one.id]);
  });

  it('is taken as a spreadsheet with the columns that are wanted, once, in the language asked, and forgotten', async () => {
    await rowsOf(
      'membership',
      `update organization set category_since = '2026-01-01T03:00:00Z' where network_id = $1 and sector = 'academia'`,
      [setting.network.id],
    );
    const input = { sector: ['academia'], columns: ['name', 'sector', 'region', 'since', 'status'] };
    const take = async (format: string, lang: string) => {
      const as = { ...(await setting.as('auditor')), lang };
      const { url } = await world.edge.call<{ url: string }>(exportMembers, { ...input, format }, as);
      const answer = await fetch(world.origin + url);
      return {
        type: answer.headers.get('content-type'),
        bytes: Buffer.from(await answer.arrayBuffer()),
        again: (await fetch(world.origin + url)).status,
      };
    };
    const csv = await take('csv', 'es');
    expect([csv.type, csv.again]).toEqual(['text/csv; charset=utf-8', 404]);
    expect(csv.bytes.toString()).toBe(
      '\uFEFFOrganización,Sector,Región,Desde,Estado\r\nAcademia de Cuidados (ficticia),Academia,América Latina y el Caribe,2025-12-31,Activa\r\n',
    );
    const xlsx = await take('xlsx', 'en');
    expect([xlsx.type?.includes('spreadsheetml'), xlsx.bytes.subarray(0, 2).toString()]).toEqual([true, 'PK']);
    const files = () =>
      rowsOf('membership', `select 1 from file where network_id = $1 and key like 'membership/exports/%'`, [setting.network.id]);
    expect(await files()).toHaveLength(2);
    await rowsOf('membership', `update file set created_at = now() - interval '2 hours' where network_id = $1`, [setting.network.id]);
    await world.service('membership').get(ExportService, { strict: false }).purge();
    expect(await files()).toEqual([]);
  });
});

describe('the file of a member', () => {
  it('keeps each category from when to when, by which agreement, and who decided it', async () => {
    const { id } = await world.people.openOrganization(setting.network);
    const secretariat = await setting.as('secretariat');
    const change = (version: number, over: object = {}) =>
      world.edge.send<MemberFile & { code?: string }>(
        changeCategory,
        { ...changeCategory.example.input, id, ...over },
        { ...secretariat, version },
      );
    const changed = await change(1);
    expect(changed).toMatchObject({ status: 200, body: { category: 'guest', version: 2 } });
    expect((await change(2, { since: '2026-01-14' })).body.code).toBe('category-period-taken');
    expect((await change(2, { since: '2999-01-01' })).body).toMatchObject({ code: 'input-invalid', errors: [{ pointer: '/since' }] });
    expect((await change(2, { category: 'nada' })).status).toBe(400);
    await change(2, { category: 'member', since: '2026-03-01', reference: '13:01/03/2026', referenceDate: '2026-02-27' });
    const file = await fileOf(id);
    expect(file.categories).toEqual([
      { category: 'member', since: '2026-03-01', until: null, reference: '13:01/03/2026', referenceDate: '2026-02-27' },
      { category: 'guest', since: '2026-01-15', until: '2026-03-01', reference: '12:15/01/2026', referenceDate: '2026-01-15' },
      { category: 'member', since: null, until: '2026-01-15', reference: null, referenceDate: null },
    ]);
    expect(file.history.map(({ what, by }) => [what, by])).toEqual([
      ['category-changed', 'secretariat'],
      ['category-changed', 'secretariat'],
      ['registered', expect.any(String)],
    ]);
    expect(file.history[0]).toMatchObject({
      reference: '13:01/03/2026',
      changes: [{ field: 'category', before: 'guest', after: 'member' }],
    });
  });

  it('holds a category no longer than it stays, also where it left before periods were kept, and comes back', async () => {
    const { applicationId } = await confirmed(setting);
    const [application] = await rowsOf<{ es: string; version: number }>(
      'membership',
      'select organization as es, version from application where id = $1',
      [applicationId],
    );
    const { id } = await world.people.openOrganization(setting.network, { name: { original: 'es', es: application?.es } });
    await rowsOf('membership', 'delete from category_period where organization_id = $1', [id]);
    await rowsOf('membership', `update organization set status = 'withdrawn', decided_at = '2026-02-04T03:00:00Z' where id = $1`, [id]);
    expect((await fileOf(id)).categories).toMatchObject([{ category: 'member', since: null, until: '2026-02-03' }]);
    const decides = { ...(await setting.as('secretariat')), version: application?.version };
    await world.edge.call(
      acceptApplication,
      { id: applicationId, category: 'guest', reference: 'Acuerdo 7', grantedOn: '2026-02-27' },
      decides,
    );
    expect((await fileOf(id)).categories).toMatchObject([
      { category: 'guest', since: expect.any(String), until: null },
      { category: 'member', since: null, until: '2026-02-03' },
    ]);
  });

  it('says why it was suspended, and by whom, and who acts for it', async () => {
    const organization = await world.people.openOrganization(setting.network);
    await world.people.enrol('titular', setting.network, organization);
    const lead = { ...(await setting.as('secretariat-lead')), version: 1 };
    await world.edge.call(suspendOrganization, { id: organization.id, reason: 'Sin oficio.' }, lead);
    const file = await fileOf(organization.id);
    expect(file).toMatchObject({ status: 'suspended', decided: { reason: 'Sin oficio.' }, letter: 'missing' });
    expect(file.people).toEqual([expect.objectContaining({ name: 'titular', role: 'titular', letterValidUntil: null, disabled: false })]);
    expect(file.history[0]).toMatchObject({ what: 'suspended', reason: 'Sin oficio.', by: 'secretariat-lead', own: false });
  });
});

describe('what the secretariat puts right', () => {
  const said = { sector: 'academia', country: 'CO', region: null, languages: [], work: null, website: null, links: [], acronym: 'RC' };
  const correct = async (id: string, over: object) => {
    const { called, version } = await fileOf(id);
    const input = { id, name: called, reason: 'Cambió su denominación.', ...said, ...over };
    return world.edge.send<MemberFile>(correctMember, input, { ...(await setting.as('secretariat')), version });
  };

  it('stands in the history with its reason, and the name before is found in the table, in public and in records', async () => {
    const before = 'Red de Antes (ficticia)';
    const { id, slug } = await world.people.openOrganization(setting.network, { name: { original: 'es', es: before } });
    const name = { original: 'es', es: 'Red de Ahora (ficticia)', en: 'Network of Today (fictional)' };
    const slip = await correct(id, { name: { original: 'es', es: 'Rde de Ahora (ficticia)' } });
    expect(slip.body.formerNames).toEqual([]);
    await correct(id, { name: { original: 'es', es: before } });
    const { body } = await correct(id, { name, wasCalled: true });
    expect(body).toMatchObject({ name: name.es, slug, acronym: 'RC', sector: 'academia', formerNames: [before] });
    expect(body.history[0]).toMatchObject({ what: 'edited', own: false, by: 'secretariat', reason: 'Cambió su denominación.' });
    expect(body.history[0]?.changes).toEqual(expect.arrayContaining([{ field: 'name', before, after: name.es }]));
    for (const q of ['red de antes', 'network of today']) expect((await list({ q })).items.map((row) => row.id)).toEqual([id]);
    const named = await world.edge.call<{ items: { slug: string; names: string[] }[] }>(
      findNamedOrganizations,
      { name: [before] },
      { network: setting.network.code },
    );
    expect(named.items).toEqual([
      { slug, name: name.es, current: expect.arrayContaining([name.es]), names: expect.arrayContaining([before, name.es]) },
    ]);
    const copied = 'select name from organization_copy where id = $1';
    await eventually(async () => (await rowsOf<{ name: { es: string } }>('repository', copied, [id]))[0]?.name.es === name.es);
    const back = await correct(id, { name: { original: 'es', es: before } });
    expect(back.body.formerNames).not.toContain(before);
  });

  it('shows no more and no less than the organisation consents to', async () => {
    const { id, slug } = await world.people.openOrganization(setting.network);
    await rowsOf('membership', `update organization set shows = '["work"]' where id = $1`, [id]);
    await correct(id, { work: { original: 'es', es: 'Cuida.' }, languages: ['es'] });
    const { body } = await world.edge.send<ShownOrganization>(getOrganization, { key: slug }, { network: setting.network.code });
    expect(body).toMatchObject({ sector: 'academia', work: 'Cuida.', country: null, region: null, languages: [] });
  });

  it('is no name that another has, nothing of an actor, of the own organisation or of who read an older version', async () => {
    const { id } = await world.people.openOrganization(setting.network);
    const { called } = await fileOf(kenya.id);
    const taken = await correct(id, { name: called });
    expect([taken.status, taken.body]).toEqual([409, expect.objectContaining({ code: 'organization-name-taken' })]);
    const asked = await setting.as('secretariat');
    const input = { name: called, reason: 'x', ...said };
    const own = await world.edge.send(correctMember, { id: setting.secretariat.id, ...input }, { ...asked, version: 1 });
    expect([own.status, own.body.code]).toEqual([409, 'organization-is-own']);
    const old = await world.edge.send(correctMember, { id, ...input }, { ...asked, version: 99 });
    expect(old.body.code).toBe('version-stale');
    const actor = await world.people.openOrganization(setting.network, { kind: 'actor', category: null });
    const outside = await world.edge.send(
      correctMember,
      { id: actor.id, ...input, name: { original: 'es', es: 'Otra' } },
      { ...asked, version: 1 },
    );
    expect(outside.body.code).toBe('organization-not-found');
  });

  it('may be its logo, which the secretariat uploads', async () => {
    const { id } = await world.people.openOrganization(setting.network);
    const logoUploadId = await uploadFor(setting, await setting.as('secretariat'), 'organization-logo');
    expect((await correct(id, { logoUploadId })).body.logo).toMatchObject({ hash: expect.any(String) });
    expect((await correct(id, { logoUploadId: null })).body.logo).toBeNull();
  });
});

describe('what an organisation says of itself', () => {
  const work = { original: 'es', es: 'Acompaña a quienes cuidan en casa (ficticio).' };
  const [website, links] = ['https://red-ejemplo.example.org/', [{ title: 'Informe', url: 'https://red-ejemplo.example.org/informe' }]];
  const said = { sector: 'trade-union', country: 'KE', region: null, languages: ['es'], work, website, links, shows: [], listed: true };
  const edit = async (over: object) => {
    const titular = await setting.as('titular');
    const { version } = await world.edge.call<Profile>(getProfile, {}, titular);
    return world.edge.call<Profile>(editProfile, { ...said, ...over }, { ...titular, version });
  };
  const shown = () =>
    world.edge.send<ShownOrganization & { code?: string }>(
      getOrganization,
      { key: setting.organization.slug },
      { network: setting.network.code },
    );
  /** An answer may be a second old. */
  const withinASecond = async (holds: () => Promise<boolean>) => expect(await lastOtherwise(holds)).toBeLessThan(aSecondAndOneToSpare);
  const untilShown = (facts: object) =>
    withinASecond(async () => {
      const { body } = await shown();
      return Object.entries(facts).every(([name, value]) => JSON.stringify((body as never)[name]) === JSON.stringify(value));
    });

  it('is what was entered from public sources, and public, until it says otherwise', async () => {
    const { shows, sector } = await fileOf(kenya.id);
    expect([shows, sector]).toEqual([['country', 'region', 'website'], 'civil-society']);
    const { body } = await world.edge.send<ShownOrganization>(getOrganization, { key: kenya.slug }, { network: setting.network.code });
    expect(body).toMatchObject({ country: 'KE', region: 'africa', languages: [], work: null, logo: null });
  });

  it('is shown fact by fact where it consents, and nowhere else, within a second', async () => {
    await edit({ shows: [] });
    const hidden = { country: null, region: null, website: null, work: null, links: [], languages: [], logo: null };
    await untilShown({ sector: 'trade-union', ...hidden });
    await edit({ shows: ['region', 'work'] });
    await untilShown({ ...hidden, region: 'africa', work: work.es });
    await edit({ shows: ['country', 'languages', 'website', 'links'] });
    await untilShown({ country: 'KE', region: 'africa', website, work: null, languages: ['es'], links });
    await edit({ listed: false });
    await withinASecond(async () => (await shown()).status === 404);
    await edit({ listed: true, shows: [] });
    await untilShown(hidden);
  });

  it('is the titular’s and the suplentes’ to say, and stands in its history', async () => {
    const editor = await world.edge.send(getProfile, {}, await setting.as('editor'));
    expect([editor.status, editor.body.code]).toEqual([403, 'forbidden']);
    await edit({ sector: 'youth', languages: ['es', 'en'] });
    const [last] = (await fileOf(setting.organization.id)).history;
    expect(last).toMatchObject({ what: 'edited', by: 'titular', own: true });
    expect(last?.changes).toEqual(expect.arrayContaining([{ field: 'languages', before: null, after: null }]));
    const same = await edit({ sector: 'youth', languages: ['es', 'en'] });
    expect((await edit({ sector: 'youth', languages: ['es', 'en'] })).version).toBe(same.version);
  });

  it('has a logo that only itself sees until it consents; the one before is gone', async () => {
    const titular = await setting.as('titular');
    const uploaded = async () => uploadFor(setting, titular, 'organization-logo');
    const at = ({ logo }: Profile) => world.origin + logoAddress(setting.network.code, logo?.hash ?? '', '480.webp');
    const first = await edit({ shows: [], logoUploadId: await uploaded() });
    expect((await fetch(at(first))).status).toBe(404);
    const { url } = await world.edge.call<{ url: string }>(openLogo, {}, titular);
    expect((await fetch(world.origin + url)).headers.get('content-type')).toBe('image/webp');
    const consented = await edit({ shows: ['logo'] });
    expect(consented.logo).toEqual(first.logo);
    const public_ = await fetch(at(first));
    expect([public_.status, public_.headers.get('content-type')]).toEqual([200, 'image/webp']);
    const none = await edit({ shows: ['logo'], logoUploadId: null });
    expect([none.logo, (await fetch(at(first))).status]).toEqual([null, 404]);
    expect((await world.edge.send(openLogo, {}, titular)).body.code).toBe('logo-not-found');
  });
});
