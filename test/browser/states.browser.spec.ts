import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { listRoles } from '@alianza/contracts/membership/representation/roles';
import { listInquiries } from '@alianza/contracts/repository/inquiries';
import { openBrowser } from '@alianza/testing/browser';
import { accreditedTitular } from '@alianza/testing/builders/representatives';
import { published } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { operatorAccount } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { lists, nothing, type List, type Reader } from './lists.js';
import { overflow } from './overflow.js';
import { tabFor } from './sights/sight.js';
import { enter, openContext } from './stage.js';

jest.setTimeout(30_000);

let world: World;
let setting: Setting;
let browser: Browser;
let as: Readonly<Record<Reader, BrowserContext>>;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  await accreditedTitular(setting); // else its letter would be due
  browser = await openBrowser();
  const home = at('miembro');
  as = {
    titular: await enter(await openContext(browser), home, await setting.as('titular')),
    reviewer: await enter(await openContext(browser), home, await setting.as('reviewer')),
    lead: await enter(await openContext(browser), home, await setting.as('secretariat-lead'), true),
    operator: await enter(await openContext(browser), `${world.origin}/operacion`, operatorAccount, true),
  };
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const at = (path: string) => `${world.origin}/${setting.network.code}/${path}`;

const pathOf = (path: string) => `/api/v1${path.replace('{network}', setting.network.code)}`;

/** Opens the page of a list, with what stands between it and the platform answering for the platform. */
async function open({ path, asks }: List, who: Reader, answer?: (route: Route) => Promise<void>, { ownClock = false } = {}): Promise<Page> {
  const address = path.startsWith('/') ? world.origin + path : at(path);
  const paths = asks.map((operation) => pathOf(operation.path));
  const bring = async (page: Page) => {
    if (answer) await page.route(({ pathname }) => paths.includes(pathname), answer);
    await page.goto(address);
  };
  if (!ownClock) return tabFor(as[who], address, bring);
  const page = await as[who].newPage();
  await page.clock.install();
  await bring(page);
  return page;
}

const traceId = 'a1b2c3d4-prueba';
const refusing = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: `/api/problems/${code}`,
      code,
      title: 'No se pudo',
      detail: 'El servicio está en mantenimiento.',
      status,
      traceId,
    }),
  });

describe.each(lists)('the list: $name', (list) => {
  it('shows its own shape while it is on its way, what to do when it fails, and what it is for while it is empty', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let [broken, isAsked] = [true, false];
    const refuse = refusing(503, 'unavailable');
    const answer = async (route: Route) => {
      isAsked = true;
      await held;
      await (broken ? refuse(route) : route.fulfill({ json: nothing }));
    };
    const page = await open(list, list.who, answer, { ownClock: true });
    const main = page.locator('main');
    await eventually(async () => {
      await page.clock.fastForward(400);
      const said = main.getByRole('status').filter({ hasText: 'Cargando' });
      return isAsked && (await main.locator('.skeleton').count()) > 0 && (await said.count()) > 0;
    });
    letGo();
    const alert = main.getByRole('alert').filter({ hasText: list.failed });
    // It asks again after a second and after two more before it says so: its clock runs ahead.
    await eventually(async () => {
      await page.clock.fastForward(1000);
      return alert.isVisible();
    }, 15_000);
    expect(await alert.locator('.trace').textContent()).toBe(traceId);
    expect(await overflow(page)).toBe(0);
    broken = false;
    await alert.getByRole('button', { name: 'Intentar de nuevo' }).click();
    await main.getByText(list.empty).first().waitFor();
    expect([await main.getByRole('alert').count(), await main.locator('table').count()]).toEqual([0, 0]);
    expect(await overflow(page)).toBe(0);
    await page.close();
  });

  it('says who can open it where the role is another', async () => {
    const page = await open(list, list.stranger ?? list.who, list.stranger ? undefined : refusing(403, 'forbidden'));
    await page.locator('main').getByText('Esta página es para otro papel').first().waitFor();
    expect(await page.locator('main').getByRole('button', { name: 'Intentar de nuevo' }).count()).toBe(0);
  });
});

describe('the tab that pages of one reader share', () => {
  it('is another one after something failed in it', async () => {
    const home = at('miembro');
    await expect(tabFor(as.titular, home, (page) => page.goto('http://127.0.0.1:1/'))).rejects.toThrow();
    const page = await tabFor(as.titular, home, (tab) => tab.goto(home));
    await page.locator('h1').first().waitFor();
  });
});

describe('what is due', () => {
  it('is not said to be nothing where part of it could not be read', async () => {
    const page = await as.titular.newPage();
    let broken = true;
    const refuse = refusing(422, 'unreadable');
    const parts = [listInquiries, listRoles].map(({ path }) => pathOf(path));
    await page.route(
      ({ pathname }) => parts.includes(pathname),
      (route) => (broken ? refuse(route) : route.continue()),
    );
    await page.goto(at('miembro'));
    const alert = page.locator('main').getByRole('alert');
    await alert.filter({ hasText: 'No se sabe si hay algo pendiente en las personas y su acreditación y las consultas' }).waitFor();
    expect(await page.locator('main').getByText('No hay nada pendiente').count()).toBe(0);
    broken = false;
    await page.reload();
    await page.locator('main').getByText('No hay nada pendiente').waitFor();
    await page.close();
  });
});

describe('the taxonomy', () => {
  it('calls a concept as the secretariat writes it, for whoever reads and for whoever searches', async () => {
    const { slug } = await published(setting, { populations: ['migrants'] });
    const page = await as.lead.newPage();
    await page.goto(at('secretaria/taxonomia?lista=population&abierta=migrants'));
    await page.getByLabel('En español', { exact: true }).fill('Personas en movilidad');
    await page.getByLabel('Otras palabras en español').fill('transterradas'); // not added with its button: it counts all the same
    await page.getByRole('button', { name: 'Guardar el concepto' }).click();
    await page.getByRole('link', { name: 'Personas en movilidad transterradas' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'El concepto se guardó.' }).waitFor();
    const reads = async (path: string, words: string) => {
      await page.goto(at(path));
      return (await page.locator('main').innerHTML()).includes(words);
    };
    await eventually(() => reads(`practicas/${slug ?? ''}`, 'Personas en movilidad'));
    await eventually(() => reads('practicas?q=transterradas', slug ?? ''));
    await page.close();
  });
});
