import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { published } from '@alianza/testing/builders/practices';
import { openBrowser, visit } from '@alianza/testing/browser';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser, BrowserContext, Page } from 'playwright-core';

jest.setTimeout(20_000);

/** One page of results, and a few more. */
const many = 23;

let world: World;
let setting: Setting;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let english: { slug: string; title: string };
let spanish: { slug: string; title: string };

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  ({ page, context } = await visit(browser, { javaScriptEnabled: false }));
  context.setDefaultTimeout(10_000);
  const [first, second] = [await published(setting), await published(setting, translated)];
  spanish = { slug: first.slug ?? '', title: first.content.title.es ?? '' };
  english = { slug: second.slug ?? '', title: second.content.title.en ?? '' };
  const toolkit = () => published(setting, { type: 'toolkit', countries: ['CO'], fiveRs: ['reward'] });
  // A network gives out one address at a time: more at once would only wait for each other.
  for (let made = 2; made < many; made += 3) await Promise.all([toolkit(), toolkit(), toolkit()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const translated = {
  title: { original: 'es' as const, es: 'Bancos de horas (ficticia)', en: 'Time banks (fictional)' },
  summary: { original: 'es' as const, es: 'Horas por horas.', en: 'Hours for hours.' },
};

const addressOf = (path: string) => `${world.origin}/${setting.network.code}${path}`;
const titles = () => page.locator('ol.results h3').allTextContents();

describe('with JavaScript off', () => {
  it('home leads to what is asked for', async () => {
    await page.goto(addressOf(''));
    await page.getByRole('searchbox').fill('banco de oras');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('link', { name: 'Bancos de horas' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bancos de horas' }).waitFor();
    await page.getByText('En un año se cuidaron 1,200 horas por turnos.').waitFor();
  });

  it('results are filtered by a button', async () => {
    await page.goto(addressOf('/practicas'));
    await page.locator('input[name=type][value=good-practice]').check();
    await page.getByRole('button', { name: 'Aplicar' }).click();
    await page.waitForURL(/type=good-practice/);
    expect(await page.locator('#cuenta').textContent()).toBe('2 registros');
    expect(await titles()).toHaveLength(2);
    await page.getByRole('link', { name: /, quitar$/ }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.locator('#cuenta').textContent()).toBe(`${String(many)} registros`);
  });

  it('folded filters open, apply and stay open', async () => {
    await page.goto(addressOf('/practicas'));
    const years = page.locator('details[data-fold=year]');
    await years.locator('summary').first().click();
    await years.locator('input[value="2024"]').check();
    await page.getByRole('button', { name: 'Aplicar' }).click();
    await page.waitForURL(/year=2024/);
    expect(await years.locator('input[value="2024"]').isVisible()).toBe(true);
    await page.getByRole('link', { name: '2024, quitar' }).waitFor();
  });

  it('results go on to the next page, which repeats none, and back', async () => {
    await page.goto(addressOf('/practicas'));
    const first = await titles();
    await page.locator('a[rel=next]').click();
    await page.waitForURL(/cursor=/);
    const next = await titles();
    expect([first.length, new Set([...first, ...next]).size]).toEqual([20, many]);
    await page.getByRole('link', { name: 'Volver al principio de la lista' }).click();
    await page.waitForURL((url) => url.search === '');
  });

  it('organizations are listed and searched', async () => {
    await page.goto(addressOf('/organizaciones'));
    await page.getByRole('searchbox').fill(setting.organization.slug);
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/q=/);
    expect(await page.getByText(`Organización ${setting.organization.slug} (ficticia)`).count()).toBeGreaterThan(0);
    expect(await page.locator('#cuenta').textContent()).toBe('1 integrante');
  });
});

/** What a machine reads in the head of a page. */
async function headOf(path: string) {
  await page.goto(addressOf(path));
  const all = (selector: string, attribute: string) =>
    page.locator(selector).evaluateAll((found, name) => found.map((one) => one.getAttribute(name) ?? ''), attribute);
  return {
    lang: (await all('html', 'lang'))[0],
    title: await page.title(),
    description: (await all('meta[name=description]', 'content'))[0],
    canonical: await all('link[rel=canonical]', 'href'),
    languages: await all('link[rel=alternate][hreflang]', 'hreflang'),
    alternates: await all('link[rel=alternate][hreflang]', 'href'),
    data: await page.locator('script[type="application/ld+json"]').allTextContents(),
  };
}

describe('for machines and other languages', () => {
  const pages = (): readonly string[] => ['', '/practicas', `/practicas/${spanish.slug}`, '/organizaciones', '/origen'];

  it.each([0, 1, 2, 3, 4])('a page says what it is, where, and where in other languages (%#)', async (index) => {
    const path = pages()[index] ?? '';
    for (const lang of ['es', 'en'] as const) {
      const here = lang === 'es' ? path : `/en${path}`;
      const head = await headOf(here);
      expect(head.lang).toBe(lang);
      expect(head.title.length).toBeGreaterThan(5);
      expect(head.description?.length).toBeGreaterThan(10);
      expect(head.canonical).toEqual([addressOf(here)]);
      expect(head.languages).toEqual(['es', 'en', 'x-default']);
      expect(head.alternates).toEqual([addressOf(path), addressOf(`/en${path}`), addressOf(path)]);
    }
  });

  it('the title of each page is its own', async () => {
    const seen = await Promise.all(
      pages().map(async (path) => /<title>(.*?)<\/title>/.exec(await (await fetch(addressOf(path))).text())?.[1]),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('a practice is an article to who reads data', async () => {
    const { data } = await headOf(`/practicas/${spanish.slug}`);
    expect(data).toHaveLength(1);
    const read = JSON.parse(data[0] ?? '{}') as Record<string, unknown>;
    expect(read['@context']).toBe('https://schema.org');
    expect(read['@type']).toBe('Article');
    expect(JSON.stringify(read)).toContain(spanish.title);
    expect(JSON.stringify(read)).toContain(addressOf(`/practicas/${spanish.slug}`));
  });

  it('a translated practice is read in English under /en, and one that is not says so', async () => {
    await page.goto(addressOf(`/en/practicas/${english.slug}`));
    await page.getByRole('heading', { level: 1, name: english.title }).waitFor();
    await page.goto(addressOf(`/en/practicas/${spanish.slug}`));
    expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('es');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('what one network has is not found in another', async () => {
    const other = await world.people.openNetwork();
    const answers = await Promise.all(['', '/en'].map((lang) => fetch(`${world.origin}/${other.code}${lang}/practicas/${spanish.slug}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await fetch(addressOf(`/practicas/${spanish.slug}`))).status).toBe(200);
    expect(await (await fetch(`${world.origin}/${other.code}/practicas`)).text()).not.toContain(spanish.title);
  });
});
