import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { draw } from '@alianza/demo/drawn/artwork';
import { leaflet } from '@alianza/demo/drawn/leaflet';
import { openBrowser } from '@alianza/testing/browser';
import { drafted } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violations } from './axe.js';
import { enter, openContext } from './stage.js';

let world: World;
let setting: Setting;
let browser: Browser;
let author: BrowserContext;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  const home = `${world.origin}/${setting.network.code}/miembro`;
  author = await enter(await openContext(browser), home, await setting.as('titular'));
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** For whoever wants to look: `SIGHTS` names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.SIGHTS;
  if (folder === undefined) return;
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${name}-${String(width)}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const read = async (id: string) => world.edge.call<EditablePractice>(readPractice, { id }, await setting.as('titular'));

/** What is said of the pictures, one after the other, and of the file. */
async function describeAll(page: Page): Promise<void> {
  for (const [index, alt] of ['Cinco círculos de colores', 'Franjas de colores tejidas'].entries()) {
    const at = (part: string) => page.locator(`#pictures-${String(index)}-${part}`);
    await at('alt-es').fill(alt);
    await at('credit').fill('Taller de dibujo (ficticio)');
    await at('licence').selectOption('CC-BY-4.0');
  }
  await page.locator('#attachments-0-title').fill('Cuaderno de turnos (ficticio)');
  await page.locator('#attachments-0-language').selectOption('es');
}

it('pictures and files are brought, described and put in order by keyboard, and saved by themselves', async () => {
  const { id } = await drafted(setting);
  const pictures = [file('circulos.png', 'image/png', draw('circles')), file('tejido.png', 'image/png', draw('weave'))];
  const page = await author.newPage();
  await page.goto(`${world.origin}/${setting.network.code}/miembro/practicas/${id}`);
  await page.locator('#pictures-pick').setInputFiles([...pictures, file('dibujo.png', 'image/png', Buffer.from('<svg/>'))]);
  await page.locator('.picture-list img.preview').nth(1).waitFor();
  await page.getByRole('alert').getByText('dibujo.png').waitFor();
  await page.locator('#attachments-pick').setInputFiles(file('Cuaderno.pdf', 'application/pdf', leaflet(['Cuaderno'])));
  await describeAll(page);
  await look(page, 'editor-imagenes');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Poner después Imagen 1' }).focus();
  await page.keyboard.press('Enter');
  const saved = await eventually(async () => {
    const { content, missing, version } = await read(id);
    return content.pictures?.[0]?.alt?.es === 'Franjas de colores tejidas' && missing.length === 0 && { content, version };
  }, 15_000);
  expect(saved.content.pictures?.map(({ alt, licence }) => [alt?.es, licence])).toEqual([
    ['Franjas de colores tejidas', 'CC-BY-4.0'],
    ['Cinco círculos de colores', 'CC-BY-4.0'],
  ]);
  expect(saved.content.attachments).toEqual([expect.objectContaining({ title: 'Cuaderno de turnos (ficticio)', language: 'es' })]);
  await page.close();
  await readInPublic(id, saved.version);
}, 90_000);

async function readInPublic(id: string, version: number): Promise<void> {
  const submitted = await world.edge.call<EditablePractice>(
    submitPractice,
    { id, terms: 1 },
    { ...(await setting.as('titular')), version },
  );
  const as = { ...(await setting.as('reviewer')), version: submitted.version };
  const { slug } = await world.edge.call<EditablePractice>(publishPractice, { id }, as);
  const reader = await openContext(browser, { javaScriptEnabled: false });
  const page = await reader.newPage();
  await page.goto(`${world.origin}/${setting.network.code}/practicas/${slug ?? ''}`);
  const [lead, second] = [page.locator('figure.picture img').nth(0), page.locator('figure.picture img').nth(1)];
  expect(await lead.getAttribute('alt')).toBe('Franjas de colores tejidas');
  for (const picture of [lead, second]) {
    await picture.scrollIntoViewIfNeeded();
    expect([await picture.getAttribute('width'), await picture.getAttribute('height')]).toEqual(['1200', '750']);
    expect(await picture.getAttribute('srcset')).toMatch(/480\.webp 480w, .*960\.webp 960w, .*1200\.webp 1200w$/);
    const shown = await fetch(new URL((await picture.getAttribute('src')) ?? '', world.origin));
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
  }
  expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toMatch(
    /\/files\/pictures\/[a-z0-9-]+\/[0-9a-f]{32}\/social\.jpg$/,
  );
  const link = page.getByRole('link', { name: 'Cuaderno de turnos (ficticio)' });
  const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', world.origin));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  await look(page, 'registro-imagenes');
  await reader.close();
}
