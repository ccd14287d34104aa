import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptInvitation, describeInvitation, type InvitationRow } from '@alianza/contracts/membership/invitations';
import { getNetwork, networkChanged, openNetwork, type Network } from '@alianza/contracts/membership/networks';
import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { inviteSecretariat, listSecretariat, revokeSecretariatInvitation } from '@alianza/contracts/membership/settings/first-people';
import { editSettings, getSettings, type KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import {
  getStatement,
  listStatements,
  publishStatement,
  statementPublished,
  type KeptStatementPage,
  type Statement,
} from '@alianza/contracts/membership/settings/statements';
import { secretFor } from '@alianza/testing/builders/applications';
import { uploadFor } from '@alianza/testing/builders/files/record-files';
import { codeOf } from '@alianza/testing/edge';
import { aSecondAndOneToSpare, eventually, lastOtherwise } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

let world: World;
let setting: Setting;
let other: Setting;

beforeAll(async () => {
  world = await openWorld();
  [setting, other] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterAll(() => world.close());

/** Is so once somebody asks a second later at most. */
const withinASecond = async (holds: () => Promise<boolean>) => expect(await lastOtherwise(holds)).toBeLessThan(aSecondAndOneToSpare);
const page = async (address: string) => {
  const response = await fetch(world.origin + address);
  return { status: response.status, html: await response.text() };
};
const operator = async (network: string) => ({ token: await world.people.operator(), network });
const lead = (where = setting) => where.as('secretariat-lead');
const settingsOf = async (where = setting) => world.edge.call<KeptNetwork>(getSettings, {}, await lead(where));
const said = async (where = setting) => {
  const { code, demo, mark, version, categories, ...kept } = await settingsOf(where);
  const input = { ...kept, categories: categories.map(({ held: _held, ...category }) => category) };
  return { input, version, code, demo, mark };
};
const edit = async (over: object, where = setting) => {
  const { input, version } = await said(where);
  return world.edge.send<KeptNetwork & { errors?: { pointer: string }[] }>(
    editSettings,
    { ...input, ...over },
    { ...(await lead(where)), version },
  );
};
const told = async (subject: string, networkId: string) =>
  (
    await rowsOf<{ event: { data: object; aggregateVersion: number } }>(
      'membership',
      `select event from outbox where event ->> 'subject' = $1 and event ->> 'networkId' = $2 order by position`,
      [subject, networkId],
    )
  ).map(({ event }) => event);

describe('a network that an operator opens', () => {
  it('is there at once: pages, empty results, harvest, feeds, copies', async () => {
    const { code, id } = await world.people.openNetwork({ zone: 'America/Lima', calendar: 'mx-lft-74', accent: '#0b4f6b' });
    for (const address of ['', '/en', '/practicas', '/organizaciones', '/replicas', '/privacidad', '/datos-abiertos', '/solicitud'])
      expect([address, (await page(`/${code}${address}`)).status]).toEqual([address, 200]);
    expect((await page(`/${code}`)).html).toContain('Todavía no hay prácticas publicadas');
    expect((await page(`/oai/${code}?verb=Identify`)).html).toContain('<repositoryName>');
    expect((await page(`/${code}/practicas.atom`)).status).toBe(200);
    expect((await page('/sitemap.xml')).html).toContain(`/${code}`);
    await eventually(async () => (await rowsOf('notifications', 'select code from network where network_id = $1', [id])).length === 1);
    expect(await world.edge.call<Network>(getNetwork, {}, { network: code })).toMatchObject({
      zone: 'America/Lima',
      brand: { accent: { light: '#0b4f6b', dark: expect.stringMatching(/^#[0-9a-f]{6}$/) }, mark: null },
      privacy: { version: 1, publishedAt: expect.any(String) },
    });
    expect((await page(`/${code}/marca.css`)).html).toMatch(/^:root\{--plum:light-dark\(#0b4f6b,#[0-9a-f]{6}\)\}/);
    expect((await page(`/${code}`)).html).toContain(`/${code}/marca.css?v=0b4f6b`);
    expect((await page(`/${setting.network.code}`)).html).not.toContain('marca.css');
  });

  it.each([
    ['a colour that cannot be read', { accent: '#ffd700' }, '/accent'],
    ['an address of the platform', { code: 'operacion' }, '/code'],
    ['a zone that is none', { zone: 'Luna/Mar' }, '/zone'],
    ['a calendar that is none', { calendar: 'luna' }, '/calendar'],
    ['a language twice', { languages: ['es', 'es'] }, '/languages'],
  ])('is refused with %s', async (_what, over, pointer) => {
    const input = { ...openNetwork.example.input, code: `red-${randomUUID().slice(0, 8)}`, ...over };
    const { status, body } = await world.edge.send<{ errors: { pointer: string }[] }>(openNetwork, input, {
      token: await world.people.operator(),
    });
    expect([status, body.errors.map((error) => error.pointer)]).toEqual([400, [pointer]]);
  });
});

describe('its first secretariat', () => {
  it('is invited by the operator, accepts by mail, and may then say what the network is', async () => {
    const opened = await world.people.openNetwork();
    const { code } = opened;
    const asked = await operator(code);
    const email = `primera-${randomUUID().slice(0, 8)}@example.org`;
    const invite = () => world.edge.call<InvitationRow>(inviteSecretariat, { email, role: 'secretariat-lead', language: 'es' }, asked);
    const first = await invite();
    const second = await invite(); // the one before is replaced
    const { invitations, items } = await world.edge.call<{ invitations: InvitationRow[]; items: object[] }>(listSecretariat, {}, asked);
    expect([invitations.map(({ id }) => id), items]).toEqual([[second.id], []]);
    const secret = await secretFor({ ...setting, network: opened }, 'accept-invitation', second.id);
    const { token } = await world.people.stranger();
    const accepted = await world.edge.send(acceptInvitation, { secret, name: 'Coordinación', language: 'es' }, { network: code, token });
    expect(codeOf(accepted)).toEqual([200, undefined]);
    const after = await world.edge.call<{ invitations: InvitationRow[]; items: { name: string; role: string }[] }>(
      listSecretariat,
      {},
      asked,
    );
    expect(after).toMatchObject({ invitations: [], items: [{ name: 'Coordinación', role: 'secretariat-lead' }] });
    // An account without a second factor does not get to its role.
    expect(codeOf(await world.edge.send(getSettings, {}, { network: code, token }))).toEqual([401, 'second-factor-required']);
    expect(first.id).not.toBe(second.id);
  });

  it('is not, where the invitation was taken back; and nobody else’s invitation is taken back this way', async () => {
    const asked = await operator(setting.network.code);
    const email = `nadie-${randomUUID().slice(0, 8)}@example.org`;
    const { id } = await world.edge.call<InvitationRow>(inviteSecretariat, { email, role: 'secretariat', language: 'en' }, asked);
    const secret = await secretFor(setting, 'accept-invitation', id);
    expect(codeOf(await world.edge.send(revokeSecretariatInvitation, { id }, { ...asked, network: other.network.code }))).toEqual([
      404,
      'invitation-not-found',
    ]);
    await world.edge.call(revokeSecretariatInvitation, { id }, asked);
    expect((await world.edge.send(describeInvitation, { secret }, { network: setting.network.code })).status).toBeGreaterThanOrEqual(404);
    expect(codeOf(await world.edge.send(revokeSecretariatInvitation, { id }, asked))).toEqual([409, 'invitation-not-open']);
  });
});

describe('what a network is', () => {
  it('is said anew, shows on its home within a second, and copies follow; the code stays', async () => {
    const name = { original: 'es', es: `Red Nueva ${randomUUID().slice(0, 8)}`, en: 'New Network' };
    const { status, body } = await edit({ name, acronym: 'RN', zone: 'America/Bogota' });
    expect([status, body.name, body.zone, body.code]).toEqual([200, name, 'America/Bogota', setting.network.code]);
    await withinASecond(async () => (await page(`/${setting.network.code}`)).html.includes(name.es));
    await eventually(async () => {
      const [copy] = await rowsOf<{ name: { es: string } }>('notifications', 'select name from network where network_id = $1', [
        setting.network.id,
      ]);
      return copy?.name.es === name.es;
    });
    expect((await told(networkChanged.subject, setting.network.id)).at(-1)).toMatchObject({
      data: { code: setting.network.code, name, zone: 'America/Bogota' },
      aggregateVersion: body.version,
    });
    expect((await page(`/${other.network.code}`)).html).not.toContain(name.es);
    expect(codeOf(await edit({ code: 'otra-red' }))).toEqual([400, 'input-invalid']);
  });

  it('said again as it was, changes nothing and tells nobody', async () => {
    await edit({ acronym: 'IGUAL' });
    const { version } = await said();
    const before = await told(networkChanged.subject, setting.network.id);
    expect((await edit({})).body.version).toBe(version);
    expect(await told(networkChanged.subject, setting.network.id)).toHaveLength(before.length);
  });

  it('is said by one at a time: whoever read it before is told so', async () => {
    const { input, version } = await said();
    const asked = { ...(await lead()), version };
    const [one, two] = await Promise.all(['UNA', 'DOS'].map((acronym) => world.edge.send(editSettings, { ...input, acronym }, asked)));
    expect([one!.status, two!.status].sort()).toEqual([200, 412]);
  });

  it('keeps its categories: one ends, nobody gets it any more, and it is not deleted', async () => {
    const { input } = await said();
    const [member, guest] = input.categories;
    expect(codeOf(await edit({ categories: [member] }))).toEqual([409, 'category-stays']);
    expect((await edit({ categories: [member, { ...guest, ended: true }] })).status).toBe(200);
    const register = async (category: string) => {
      const slug = `organizacion-${randomUUID().slice(0, 8)}`;
      const organization = { ...registerOrganization.example.input, slug, name: { original: 'es', es: slug }, category };
      return world.edge.send(registerOrganization, organization, await operator(setting.network.code));
    };
    expect([(await register('guest')).status, (await register('member')).status]).toEqual([400, 200]);
    expect((await settingsOf()).categories.find(({ code }) => code === 'member')?.held).toBeGreaterThan(0);
    expect(codeOf(await edit({ categories: [member, guest].map((category) => ({ ...category, ended: true })) }))).toEqual([
      400,
      'input-invalid',
    ]);
    await edit({ categories: [member, guest] });
  });

  it('loses a language only by somebody who knows whom that concerns', async () => {
    const refused = await edit({ languages: ['en'] });
    expect(codeOf(refused)).toEqual([409, 'language-in-use']);
    expect(refused.body.errors).toMatchObject([
      { pointer: '/languages', detail: expect.stringMatching(/^En ese idioma están escritos los datos de \d+ organizaciones/) },
    ]);
    expect((await edit({ languages: ['en', 'es'] })).status).toBe(200); // only another comes first
    expect((await edit({ languages: ['en'], leaving: ['es'] })).body).toMatchObject({ languages: ['en'] });
    await edit({ languages: ['es', 'en'] });
  });

  it('bears a mark, which is public until there is another or none', async () => {
    const markUploadId = await uploadFor(setting, await lead(), 'network-mark');
    const { mark } = (await edit({ markUploadId })).body;
    const address = `/files/marks/${setting.network.code}/${mark!.hash}/480.webp`;
    const shown = await fetch(world.origin + address);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
    await shown.arrayBuffer();
    await withinASecond(async () => (await page(`/${setting.network.code}`)).html.includes(address));
    expect((await fetch(world.origin + address.replace(setting.network.code, other.network.code))).status).toBe(404);
    expect((await edit({ markUploadId })).status).toBe(200); // the same upload again: the same picture
    expect((await edit({ markUploadId: null })).body.mark).toBeNull();
    expect((await fetch(world.origin + address)).status).toBe(404);
    const theirs = await uploadFor(other, await lead(other), 'network-mark');
    expect(codeOf(await edit({ markUploadId: theirs }))).toEqual([422, 'upload-not-found']);
  });

  it('is for its lead and an operator to say, for nobody else', async () => {
    const { input, version } = await said(other);
    for (const role of ['titular', 'secretariat', 'auditor'] as const)
      expect((await world.edge.send(editSettings, input, { ...(await other.as(role)), version })).status).toBe(403);
    const foreign = { ...(await lead()), network: other.network.code, version };
    expect((await world.edge.send(editSettings, input, foreign)).status).toBe(403);
    const changed = { ...input, acronym: 'OP' };
    expect((await world.edge.send(editSettings, changed, { ...(await operator(other.network.code)), version })).status).toBe(200);
  });
});

describe('a page of law', () => {
  const words = (es: string) => ({ original: 'es', es });
  const kept = async (of: string) => {
    const { items } = await world.edge.call<{ items: KeptStatementPage[] }>(listStatements, {}, await lead());
    return items.find((item) => item.page === of)!;
  };
  const publish = async (of: string, content: object | null, version?: number) =>
    world.edge.send<KeptStatementPage>(
      publishStatement,
      { page: of, content },
      { ...(await lead()), version: version ?? (await kept(of)).version },
    );

  it('is in the product’s words until the network has its own, each a version with its date', async () => {
    expect(await world.edge.call<Statement>(getStatement, { page: 'privacy' }, { network: setting.network.code })).toMatchObject({
      version: 1,
      text: null,
    });
    expect((await page(`/${setting.network.code}/privacidad`)).html).toMatch(/Versión 1, del .*20\d\d\./);
    const { status, body } = await publish('privacy', words('## Qué guarda la red\n\nSolo lo **necesario**.\n\n<script>alert(1)</script>'));
    expect([status, body.version, body.earlier]).toEqual([200, 2, []]);
    const { code } = setting.network;
    await withinASecond(async () => (await page(`/${code}/privacidad`)).html.includes('Qué guarda la red'));
    const { html: shown } = await page(`/${code}/privacidad`);
    expect(shown).toContain('<h2>Qué guarda la red</h2>');
    expect(shown).toContain('&lt;script&gt;');
    expect(shown).toMatch(/Versión 2, del/);
    expect((await page(`/${setting.network.code}/en/privacidad`)).html).toContain('lang="es"');
    const { privacy } = await world.edge.call<Network>(getNetwork, {}, { network: setting.network.code });
    expect(privacy).toEqual({ version: 2, publishedAt: body.publishedAt });
    expect((await page(`/${other.network.code}/privacidad`)).html).not.toContain('Qué guarda la red');
  });

  it('of before is read by its number, says so, and leads to the one in force', async () => {
    await publish('terms', words('Las primeras palabras.'));
    const { version } = (await publish('terms', words('Las segundas palabras.'))).body;
    const read = (asked: object, network = setting.network.code) =>
      world.edge.send<Statement>(getStatement, { page: 'terms', ...asked }, { network });
    const first = await read({ version: version - 1 });
    expect(first.body).toMatchObject({ version: version - 1, inForce: version, text: { source: 'Las primeras palabras.' } });
    expect(first.body.readable.map((one) => one.version)).toEqual([version, version - 1, 1]);
    expect((await read({ version })).body.text?.source).toBe('Las segundas palabras.');
    for (const missing of [read({ version: version + 1 }), read({ version: version - 1 }, other.network.code)])
      expect(codeOf(await missing)).toEqual([404, 'statement-version-not-found']);
    const address = `/${setting.network.code}/condiciones`;
    await withinASecond(async () => (await page(address)).html.includes('Las segundas palabras.'));
    const { html: now } = await page(address);
    expect(now).toContain(`href="${address}/${String(version - 1)}"`);
    const before = (await page(`${address}/${String(version - 1)}`)).html;
    for (const said of ['Las primeras palabras.', 'ya no rige', `href="${address}"`, 'noindex']) expect(before).toContain(said);
    expect((await fetch(`${world.origin}${address}/${String(version + 7)}`)).status).toBe(404);
  });

  it('keeps the product’s words that were agreed to readable under their number, also between words of the network', async () => {
    const network = setting.network.code;
    const read = (version: number) => world.edge.call<Statement>(getStatement, { page: 'terms', version }, { network });
    const { version } = (await publish('terms', null)).body;
    await publish('terms', words('Las terceras palabras.'));
    expect(await read(1)).toMatchObject({ version: 1, inForce: version + 1, text: null });
    const { publishedAt, readable } = await read(version);
    expect(await read(version)).toMatchObject({ version, text: null });
    expect(readable.map((one) => one.version)).toEqual([version + 1, version, version - 1, version - 2, 1]);
    expect(readable[1]?.publishedAt).toBe(publishedAt);
    const before = (await page(`/${network}/condiciones/1`)).html;
    for (const said of ['Quién las acepta', 'Versión 1, del', 'ya no rige', `href="/${network}/condiciones"`, 'noindex'])
      expect(before).toContain(said);
    expect(before).not.toContain('terceras palabras');
  });

  it('in the same words again is no new version; back in the product’s it is one', async () => {
    await publish('legal', words('Estas son las condiciones.'));
    const { version } = await kept('legal');
    expect((await publish('legal', words('Estas son las condiciones.'))).body.version).toBe(version);
    expect(codeOf(await publish('legal', words('Otras.'), version - 1))).toEqual([412, 'version-stale']);
    const back = (await publish('legal', null)).body;
    expect(back).toMatchObject({
      version: version + 1,
      content: null,
      earlier: [{ version, own: true }],
    });
    expect((await publish('legal', null)).body.version).toBe(version + 1);
    expect((await told(statementPublished.subject, setting.network.id)).map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        { page: 'legal', version, own: true, edition: 1 },
        { page: 'legal', version: version + 1, own: false, edition: 1 },
      ]),
    );
  });

  it('is not changed by saying the rest of the network anew', async () => {
    const before = await kept('accessibility');
    await edit({ acronym: 'RL' });
    expect(await kept('accessibility')).toEqual(before);
    expect(codeOf(await publish('accessibility', words('Accesible.')))).toEqual([200, undefined]);
  });
});
