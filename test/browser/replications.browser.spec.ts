import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, visit, type Visit } from '@alianza/testing/browser';
import { originPractice, replicator } from '@alianza/testing/builders/replications';
import { eventually } from '@alianza/testing/eventually';
import { asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser } from 'playwright-core';
import { signIn } from './steps.js';

let world: World;
let setting: Setting;
let browser: Browser;
let slug: string;
const visits: Visit[] = [];

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  slug = (await originPractice(setting)).slug ?? '';
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function somebody() {
  const opened = await visit(browser);
  visits.push(opened);
  return opened.page;
}
const at = (path: string) => `${world.origin}/${setting.network.code}${path}`;

const answers: readonly (readonly [string, string])[] = [
  ['Lugar', 'Ladera Imaginaria'],
  ['Año en que empezó', '2025'],
  ['Qué se cambió', 'Los turnos son de medio día, porque el mercado abre de madrugada.'],
  ['Qué resultado dio', 'En seis meses se cuidaron 300 horas por turnos.'],
  ['Título de la fuente', 'Cuaderno de turnos (ficticio)'],
];

describe('«we did this too»', () => {
  it('is told from the page of the practice, by whoever repeated it', async () => {
    const page = await somebody();
    await page.goto(at(`/practicas/${slug}`));
    await page.getByText('Nadie ha registrado todavía').waitFor();
    await page.getByRole('link', { name: 'Registrar una réplica' }).click();
    await signIn(page, (await replicator(setting)).email);
    await page.getByLabel('País').selectOption('CO');
    for (const [label, words] of answers.slice(0, 1)) await page.getByLabel(label, { exact: true }).fill(words);
    await page.getByRole('button', { name: 'Guardar el borrador' }).click();
    await page.getByRole('button', { name: 'Enviar a confirmar' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Falta decir qué resultado dio' }).waitFor();
    for (const [label, words] of answers) await page.getByRole('textbox', { name: label, exact: true }).fill(words);
    await page.getByRole('textbox', { name: 'Qué resultado dio: English' }).fill('In six months 300 hours were cared for in shifts.');
    await page.getByRole('button', { name: 'Enviar a confirmar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar a confirmar' }).click();
    await page.getByText('Espera la decisión').waitFor();
  }, 90_000);

  it('is confirmed by the origin, from what is due from it', async () => {
    const page = await somebody();
    await page.goto(at('/miembro'));
    await signIn(page, (await asTitular(setting)).email);
    await page.getByText('Una réplica espera confirmación').waitFor();
    await page.getByRole('link', { name: 'Confirmar réplicas' }).click();
    await page
      .getByRole('table', { name: /Por confirmar/ })
      .getByRole('link')
      .click();
    await page.getByText('Los turnos son de medio día').waitFor();
    await page.getByRole('button', { name: 'Confirmar la réplica' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirmar la réplica' }).click();
    await page.getByText('Confirmada', { exact: true }).waitFor();
  }, 90_000);

  it('is read by anybody, without JavaScript, on the record, in the register and by organisation', async () => {
    const { page, context } = await visit(browser, { javaScriptEnabled: false });
    await eventually(async () => {
      await page.goto(at(`/practicas/${slug}`));
      return (await page.getByText('En seis meses se cuidaron 300 horas').count()) === 1;
    });
    await page.getByRole('link', { name: 'Repetida una vez' }).waitFor();
    await page.goto(at(`/en/practicas/${slug}`));
    await page.getByText('In six months 300 hours').waitFor();
    await page.goto(at('/organizaciones?q=replicadora'));
    await page.getByRole('link', { name: 'Repitió una práctica' }).click();
    expect(new URL(page.url()).pathname).toBe(`/${setting.network.code}/replicas`);
    await page.getByRole('heading', { name: 'Una réplica' }).waitFor();
    await page.goto(at('/practicas'));
    await page.getByText('Repetida una vez').waitFor();
    await context.close();
  }, 60_000);

  it('complains of nothing on the way', () => {
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
