import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { known, published } from '@alianza/testing/builders/practices';
import { states } from '@alianza/testing/builders/states';
import { aSecondAndOneToSpare, lastOtherwise } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const open = async (path: string, headers: Record<string, string> = { accept: 'text/html' }) => {
  const response = await fetch(world.origin + path, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

describe('a public page', () => {
  it('is whole without a script, in the language of its address', async () => {
    const home = await open(`/${setting.network.code}`, { accept: 'text/html', 'accept-language': 'en' });
    expect([home.status, home.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(home.html).toContain('<html lang="es">');
    expect(home.headers.get('cache-control')).toBe('no-cache');
    expect(home.headers.get('content-security-policy')).not.toMatch(/unsafe|nonce/);
    expect(home.html).not.toMatch(/<style| style=|<script(?![^>]* (?:src=|type="application\/ld\+json"))/);
    expect((await open(`/${setting.network.code}/en`)).html).toContain('<html lang="en">');
    expect((await open('/')).status).toBe(200);
  });

  it('shows a practice within two seconds of its publication, and in no other network', async () => {
    const { slug } = await states['published-practice']!(setting, null);
    const address = `/${setting.network.code}/practicas/${slug ?? ''}`;
    expect(await lastOtherwise(async () => (await open(address)).status === 200)).toBeLessThan(aSecondAndOneToSpare);
    expect((await open(address)).headers.get('link')).toContain('rel="canonical"');
    const other = await world.people.openNetwork();
    expect((await open(`/${other.code}/practicas/${slug ?? ''}`)).status).toBe(404);
  });

  it('of an organisation says who it is to people and machines, holds its records, and is reached from them', async () => {
    const { slug, id } = setting.organization;
    const name = `Organización ${slug} (ficticia)`;
    await known(setting);
    const { slug: record, content } = await published(setting);
    const address = `/${setting.network.code}/organizaciones/${slug}`;
    const page = await open(address);
    expect([page.status, page.html.includes(content.title.es ?? 'none'), page.html.includes(`<h1>${name}</h1>`)]).toEqual([
      200,
      true,
      true,
    ]);
    expect(page.html).toContain(`<link rel="canonical" href="${world.origin}${address}"/>`);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page.html)?.[1] ?? '{}') as object;
    expect(data).toMatchObject({ '@type': 'Organization', name, memberOf: { '@type': 'Organization' } });
    for (const from of [`practicas/${record ?? ''}`, 'organizaciones', `practicas?q=${slug}`])
      expect([from, (await open(`/${setting.network.code}/${from}`)).html.includes(`href="${address}"`)]).toEqual([from, true]);
    const byId = await fetch(`${world.origin}/${setting.network.code}/en/organizaciones/${id}`, { redirect: 'manual' });
    expect([byId.status, byId.headers.get('location')]).toEqual([308, `/${setting.network.code}/en/organizaciones/${slug}`]);
    expect((await open(`/${setting.network.code}/organizaciones/no-hay`)).status).toBe(404);
  });

  it('of plain words says what this network is, and nothing of a demonstration where it is none', async () => {
    const read = async (page: string) => (await open(`/${setting.network.code}/${page}`)).html;
    for (const page of ['ayuda', 'aviso-legal', 'privacidad', 'accesibilidad', 'condiciones'])
      expect([page, (await read(page)).includes(`/${setting.network.code}/contacto"`)]).toEqual([page, true]);
    const isDemo = (await read('')).includes('class="demo"');
    expect((await read('privacidad')).includes('id="demostracion"')).toBe(isDemo);
  });

  it('that does not exist is a page too', async () => {
    expect((await open('/no-hay-tal-red')).status).toBe(404);
    expect((await open(`/${setting.network.code}/practicas/no-hay`)).status).toBe(404);
    const closed = await open('/files/no.ticket');
    expect([closed.status, closed.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(closed.html).toContain('Este enlace ya no sirve');
    expect((await open('/oai/verb', {})).status).toBe(404);
  });
});

describe('a workspace', () => {
  it('is lent a nonce of its own each time, and is never kept', async () => {
    const [first, second] = [await open(`/${setting.network.code}/miembro`), await open(`/${setting.network.code}/miembro`)];
    const nonceOf = ({ headers }: typeof first) => /'nonce-([\w-]+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    expect(first.html).toContain(`nonce="${nonceOf(first) ?? 'none'}"`);
    expect(first.html).not.toContain('NONCE');
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.headers.get('cache-control')).toBe('no-store');
  });
});

describe('files of the portal', () => {
  it('never change where their name says what they hold', async () => {
    const { html } = await open('/');
    const stylesheet = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? 'no stylesheet';
    const { status, headers } = await open(stylesheet);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers.get('content-type')).toContain('text/css');
    expect((await open('/assets/none.css', {})).status).toBe(404);
    expect((await open('/assets/..%2F..%2Fserver%2Fentry.js', {})).status).toBe(404);
  });

  it('stand at the root where they must', async () => {
    for (const file of ['favicon.svg', 'silent-check-sso.html', 'silent-check-sso.js', 'robots.txt'])
      expect({ file, status: (await open(`/${file}`)).status }).toEqual({ file, status: 200 });
    expect((await open('/robots.txt')).html).toContain('Disallow: /*/miembro');
  });

  it('lead to the issuer and the mailbox under the same origin', async () => {
    const discovery = await open('/realms/alianza/.well-known/openid-configuration', {});
    expect(JSON.parse(discovery.html)).toMatchObject({ issuer: `${world.origin}/realms/alianza` });
    expect((await open('/_correo')).status).toBe(200);
  });
});
