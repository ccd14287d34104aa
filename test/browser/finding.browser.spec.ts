import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser, visit } from '@alianza/testing/browser';
import { published } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

jest.setTimeout(30_000);

const banks = 'Bancos de horas (ficticia)';
const dining = 'Comedores de barrio (ficticia)';
const misspelt = 'banco de oras';

let world: World;
let setting: Setting;
let browser: Browser;
let complaints: string[][] = [];

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  await published(setting, { title: { original: 'es', es: banks, en: 'Time banks (fictional)' } });
  for (const title of [dining, 'Relevos de fin de semana (ficticia)']) await published(setting, { title: { original: 'es', es: title } });
  const place = 'Costa Zarzuela';
  await published(setting, { title: { original: 'es', es: 'Barcas que cuidan (ficticia)' }, place });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const at = (path: string) => `${world.origin}/${setting.network.code}${path}`;

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const opened = await visit(browser, options);
  opened.context.setDefaultTimeout(10_000);
  complaints = [...complaints, opened.complaints];
  await opened.page.goto(at(path));
  return opened.page;
}

/** On a phone and a desk, light and dark, for whoever looks at pictures. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of [360, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${process.env.SIGHTS ?? ''}/${name}-${String(width)}-${colorScheme}.png` });
    }
}

const titles = (page: Page) => page.locator('ol.results h3').allTextContents();
const field = (page: Page) => page.getByRole('searchbox');
const counted = (page: Page, words: string) => page.locator('#cuenta', { hasText: new RegExp(`^${words}$`) }).waitFor();
const asked = (page: Page) => new URL(page.url()).searchParams.get('q');
/** What a page that is left does not keep. */
const mark = (page: Page) => page.evaluate(() => document.body.setAttribute('data-kept', 'yes'));
const isKept = async (page: Page) => (await page.locator('body[data-kept=yes]').count()) === 1;

describe('as somebody types', () => {
  it('list and address follow misspelt words, one step back returns, and a step on leads there again', async () => {
    const page = await open('/practicas');
    await mark(page);
    await field(page).pressSequentially(misspelt, { delay: 30 });
    await counted(page, '1 registro');
    expect(await titles(page)).toEqual([banks]);
    await page.waitForURL((url) => url.searchParams.get('q') === misspelt);
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByText(`No hay registros con «${misspelt}»`).isVisible()).toBe(true);
    expect(await page.locator('#aviso').textContent()).toBe('1 registro');
    await page.goBack();
    await counted(page, '4 registros');
    expect([asked(page), await field(page).inputValue()]).toEqual([null, '']);
    await page.goForward();
    await counted(page, '1 registro');
    expect([asked(page), await field(page).inputValue(), await isKept(page)]).toEqual([misspelt, misspelt, true]);
    await page.getByRole('link', { name: banks }).click();
    await page.getByRole('heading', { level: 1, name: banks }).waitFor();
    await page.goBack();
    await counted(page, '1 registro');
    expect([asked(page), await field(page).inputValue(), await titles(page)]).toEqual([misspelt, misspelt, [banks]]);
    await page.context().close();
  });

  it('the correction says what it searched, and what is written can be searched alone until it changes', async () => {
    const page = await open(`/practicas?q=${encodeURIComponent(misspelt)}`);
    await page.getByText(/se entendió .*«horas»/).waitFor();
    await page.getByRole('link', { name: 'Buscar solo lo que está escrito' }).click();
    await page.getByText('Se buscó solo lo que está escrito.').waitFor();
    expect(new URL(page.url()).searchParams.get('exact')).toBe(misspelt);
    await page.getByRole('checkbox', { name: /Buena práctica/ }).click();
    await page.waitForURL(({ searchParams }) => searchParams.has('type') && searchParams.get('exact') === misspelt);
    await page.getByText('Se buscó solo lo que está escrito.').waitFor();
    await field(page).fill('banco de horras');
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === 'banco de horras' && !searchParams.has('exact'));
    await page.getByText(/se entendió .*«horas»/).waitFor();
    await page.context().close();
  });

  it.each([
    ['', 'es', banks, 'Un título debajo del campo'],
    ['/en', 'en', 'Time banks (fictional)', 'One title below the field'],
  ])('titles stand under the large field of %p, reached by keys, and Escape takes them away', async (lang, _lang, title, said) => {
    const page = await open(lang);
    const shown = page.locator('.suggested a');
    await field(page).pressSequentially(misspelt, { delay: 30 });
    await page.getByRole('status').filter({ hasText: said }).waitFor();
    expect(await shown.allTextContents()).toEqual([title]);
    await field(page).press('ArrowDown');
    expect(await shown.first().evaluate((element) => element === document.activeElement)).toBe(true);
    if (process.env.SIGHTS !== undefined) await lookAt(page, `suggested${lang.replace('/', '-')}`);
    await page.keyboard.press('Escape');
    expect([await shown.count(), await field(page).inputValue()]).toEqual([0, misspelt]);
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await field(page).press('Space');
    await shown.first().waitFor();
    await field(page).press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.context().close();
  });

  it('what is found by its place says so', async () => {
    const page = await open('/practicas?q=zarzuela');
    const [passage] = await page.locator('ol.results p', { hasText: 'Lugar:' }).allTextContents();
    expect(passage).toBe('Lugar: Costa Zarzuela');
    expect(await page.locator('ol.results mark').allTextContents()).toEqual(['Zarzuela']);
    await page.context().close();
  });

  it.each([
    ['an answer of 503', { status: 503, body: 'no' }],
    ['another page than the list', { status: 200, contentType: 'text/html', body: '<h1>Portal de la red</h1>' }],
    ['a lost connection', null],
  ] as const)('%s takes nothing away, is said, and the next key tries again', async (_what, answer) => {
    const page = await open('/practicas?q=comedores');
    await mark(page);
    const address = page.url();
    let refused = 0;
    await page.route(/practicas\?q=/, async (route) => {
      await (answer === null ? route.abort('connectionfailed') : route.fulfill({ ...answer }));
      refused++;
    });
    await field(page).fill('bancos');
    const said = page.getByRole('status').filter({ hasText: 'La búsqueda no respondió' });
    await said.waitFor();
    expect([page.url(), await titles(page), await isKept(page), await field(page).inputValue()]).toEqual([
      address,
      [dining],
      true,
      'bancos',
    ]);
    await field(page).press('Enter');
    await eventually(() => refused === 2);
    expect([await titles(page), await isKept(page)]).toEqual([[dining], true]);
    await page.unroute(/practicas\?q=/);
    await field(page).pressSequentially(' de horas');
    await page.waitForURL(({ searchParams }) => searchParams.get('q') === 'bancos de horas'); // what an earlier key found is not the last answer
    await page.getByRole('link', { name: banks }).waitFor();
    expect([await said.count(), await isKept(page)]).toEqual([0, true]);
    await page.context().close();
  });
});

it('a box whose list did not come is as before, and chosen again it tries again', async () => {
  const page = await open('/practicas');
  const before = await titles(page);
  await page.route(/practicas\?/, (route) => route.abort('connectionfailed'));
  const box = page.getByRole('checkbox', { name: /Buena práctica/ });
  await box.click();
  await page.getByText('al escribir o elegir otra vez se intenta de nuevo').waitFor();
  expect([await box.isChecked(), await titles(page)]).toEqual([false, before]);
  await page.unroute(/practicas\?/);
  await box.click();
  await page.waitForURL(/type=good-practice/);
  expect(await box.isChecked()).toBe(true);
  await page.context().close();
});

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
  const inSight = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });

  it.each([
    ['', misspelt],
    ['', 'ficticia'],
    ['/en', misspelt],
  ])('a practice is read in two actions: words, and a touch of what is first in sight (%p, %p)', async (lang, words) => {
    const page = await open(lang, phone);
    expect(await inSight(page, 'input[type=search]')).toBe(true);
    await field(page).fill(words);
    await field(page).press('Enter');
    const found = page.locator('ol.results h3 a').first();
    const title = await found.innerText();
    if (process.env.SIGHTS !== undefined)
      await page.screenshot({ path: `${process.env.SIGHTS}/phone${lang.replace('/', '-')}-${words}.png` });
    expect(await inSight(page, 'ol.results h3 a')).toBe(true);
    await found.tap();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await inSight(page, 'h1')).toBe(true);
    await page.context().close();
  });
});

describe('on paper', () => {
  it('a practice is its text, its sources and its address, and nothing to press', async () => {
    const page = await open('/practicas');
    await page.getByRole('link', { name: dining }).click();
    await page.getByRole('heading', { level: 1, name: dining }).waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['nav', 'form', 'button', 'input', 'select', '.skip', '.buttons'])
      expect([selector, await page.locator(selector).filter({ visible: true }).count()]).toEqual([selector, 0]);
    for (const selector of ['h1', 'ol.sources li', '#cita']) expect(await page.locator(selector).first().isVisible()).toBe(true);
    expect(await page.locator('#cita').textContent()).toMatch(/\/id\/[0-9a-f-]{36}/);
    await page.context().close();
  });
});

describe('what is taken along', () => {
  it('is copied and printed at a press, and when the browser refuses to copy that is said', async () => {
    const page = await open('/practicas');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.origin });
    await page.getByRole('link', { name: dining }).click();
    await page.getByRole('button', { name: 'Copiar la cita' }).click();
    await page.getByRole('status').filter({ hasText: 'Cita copiada' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator('#cita').textContent());

    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: 'Copiar la cita' }).click();
    await page.getByRole('status').filter({ hasText: 'No se pudo copiar. Seleccione el texto.' }).waitFor();

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'Imprimir' }).click();
    await page.locator('body[data-printed=yes]').waitFor();
    await page.context().close();
  });
});

it('nothing complained on the way', () => {
  expect(complaints.flat()).toEqual([]);
});
