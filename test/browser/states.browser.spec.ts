import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { listAuditEntries } from '@alianza/contracts/audit/entries';
import { listApplications } from '@alianza/contracts/membership/applications';
import { listLetters } from '@alianza/contracts/membership/representation/letters';
import { listNotices } from '@alianza/contracts/notifications/notices';
import type { Operation } from '@alianza/contracts/operation';
import { listOwnPractices } from '@alianza/contracts/repository/practices';
import { listReviews } from '@alianza/contracts/repository/reviews';
import { openBrowser } from '@alianza/testing/browser';
import { accreditedTitular } from '@alianza/testing/builders/representatives';
import { published } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { enter, openContext } from './stage.js';

jest.setTimeout(30_000);

let world: World;
let setting: Setting;
let browser: Browser;
let as: Readonly<Record<'titular' | 'reviewer' | 'lead', BrowserContext>>;

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
  };
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const at = (path: string) => `${world.origin}/${setting.network.code}/${path}`;

interface List {
  readonly name: string;
  readonly who: keyof typeof as;
  readonly path: string;
  /** What it asks the platform for. */
  readonly asks: Operation;
  readonly empty: string;
  readonly failed: string;
  /** Somebody whose role the platform itself refuses; without, everybody may read it. */
  readonly stranger?: keyof typeof as;
}

const lists: readonly List[] = [
  {
    name: 'what is due',
    who: 'titular',
    path: 'miembro',
    asks: listOwnPractices,
    empty: 'No hay nada pendiente',
    failed: 'No se pudo traer la lista de pendientes',
  },
  {
    name: 'what is new',
    who: 'titular',
    path: 'miembro',
    asks: listNotices,
    empty: 'No hay avisos.',
    failed: 'No se pudieron traer los avisos',
  },
  {
    name: 'own practices',
    who: 'titular',
    path: 'miembro/practicas',
    asks: listOwnPractices,
    empty: 'Todavía no hay prácticas',
    failed: 'No se pudo traer la lista de prácticas',
    stranger: 'reviewer',
  },
  {
    name: 'notices',
    who: 'titular',
    path: 'miembro/avisos',
    asks: listNotices,
    empty: 'No hay avisos.',
    failed: 'No se pudieron traer los avisos',
  },
  {
    name: 'applications',
    who: 'lead',
    path: 'secretaria/solicitudes',
    asks: listApplications,
    empty: 'No hay solicitudes por resolver',
    failed: 'No se pudieron traer las solicitudes',
    stranger: 'titular',
  },
  {
    name: 'letters to accredit',
    who: 'lead',
    path: 'secretaria/oficios',
    asks: listLetters,
    empty: 'No hay oficios por acreditar',
    failed: 'No se pudieron traer los oficios',
    stranger: 'titular',
  },
  {
    name: 'practices in review',
    who: 'lead',
    path: 'secretaria/practicas',
    asks: listReviews,
    empty: 'No hay prácticas por revisar',
    failed: 'No se pudieron traer las prácticas',
    stranger: 'titular',
  },
  {
    name: 'audit log',
    who: 'lead',
    path: 'secretaria/bitacora',
    asks: listAuditEntries,
    empty: 'Todavía no hay nada en la bitácora.',
    failed: 'No se pudo traer la bitácora',
    stranger: 'reviewer',
  },
];

/** Opens the page of a list, with what stands between it and the platform answering for the platform. */
async function open(
  { path, asks }: List,
  who: keyof typeof as,
  answer?: (route: Route) => Promise<void>,
  { ownClock = false } = {},
): Promise<Page> {
  const page = await as[who].newPage();
  if (ownClock) await page.clock.install();
  if (answer) await page.route((url) => url.pathname === `/api/v1${asks.path.replace('{network}', setting.network.code)}`, answer);
  await page.goto(at(path));
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
  it('says what it is for while it is empty', async () => {
    const page = await open(list, list.who, (route) => route.fulfill({ json: { items: [], nextCursor: null, total: 0, unread: 0 } }));
    await page.locator('main').getByText(list.empty).waitFor();
    expect(await page.locator('main table, main [role=alert]').count()).toBe(0);
    await page.close();
  });

  it('shows its own shape while it is on its way', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const page = await open(list, list.who, async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('main .skeleton').first().waitFor();
    expect(await page.locator('main').getByRole('status').filter({ hasText: 'Cargando' }).count()).toBe(1);
    letGo();
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
    await page.close();
  });

  it('says what to do when it fails, with a code to dictate, and comes back', async () => {
    let broken = true;
    const refuse = refusing(503, 'unavailable');
    const page = await open(list, list.who, (route) => (broken ? refuse(route) : route.continue()), { ownClock: true });
    const alert = page.locator('main').getByRole('alert').filter({ hasText: list.failed });
    // It asks again after a second and after two more before it says so: its clock runs ahead.
    await eventually(async () => {
      await page.clock.fastForward(1000);
      return alert.isVisible();
    }, 15_000);
    expect(await alert.locator('.trace').textContent()).toBe(traceId);
    broken = false;
    await alert.getByRole('button', { name: 'Intentar de nuevo' }).click();
    await alert.waitFor({ state: 'detached' });
    await page.close();
  });

  it('says who can open it where the role is another', async () => {
    const page = await open(list, list.stranger ?? list.who, list.stranger ? undefined : refusing(403, 'forbidden'));
    await page.locator('main').getByText('Esta página es para otro papel').first().waitFor();
    expect(await page.locator('main').getByRole('button', { name: 'Intentar de nuevo' }).count()).toBe(0);
    await page.close();
  });
});

describe('the taxonomy', () => {
  it('calls a concept as the secretariat writes it, for whoever reads and for whoever searches', async () => {
    const { slug } = await published(setting, { populations: ['migrants'] });
    const page = await as.lead.newPage();
    await page.goto(at('secretaria/taxonomia?lista=population&abierta=migrants'));
    await page.getByLabel('En español', { exact: true }).fill('Personas en movilidad');
    await page.getByLabel('Otras palabras en español').fill('transterradas');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Guardar el concepto' }).click();
    await page.getByRole('link', { name: 'Personas en movilidad transterradas' }).waitFor();
    const reads = async (path: string, words: string) => {
      await page.goto(at(path));
      return (await page.locator('main').innerHTML()).includes(words);
    };
    await eventually(() => reads(`practicas/${slug ?? ''}`, 'Personas en movilidad'));
    await eventually(() => reads('practicas?q=transterradas', slug ?? ''));
    await page.close();
  });
});
