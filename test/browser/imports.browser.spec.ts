import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { csvOf } from '@alianza/testing/builders/imports';
import { openBrowser } from '@alianza/testing/browser';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violations } from './axe.js';
import { overflow } from './overflow.js';
import { enter, openContext } from './stage.js';

let world: World;
let setting: Setting;
let browser: Browser;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const sheet = csvOf(
  [
    ['Título', 'Resumen', 'País', 'Año de inicio', 'Fuente', 'Notas'],
    ['Relevos de la ladera (ficticia)', 'Se turnan para cuidar.', 'México', '2021', 'Cuaderno. https://example.org/cuaderno', 'interno'],
    ['Turnos del mercado (ficticia)', 'Cuidan por turnos.', 'Atlántida', '2020', '', ''],
  ],
  ';',
);

/** Each step as it is seen on a phone and on a desk; pictures of it are kept where `SHOTS` names a folder. */
async function seen(page: Page, name: string) {
  expect([name, await overflow(page), await violations(page)]).toEqual([name, 0, []]);
  const { SHOTS } = process.env;
  for (const width of SHOTS === undefined ? [1440] : [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS === undefined) continue;
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SHOTS, `${name}-${String(width)}.png`), fullPage: true });
  }
}

const nucleo = (...rows: string[][]) => csvOf([['Clave', 'Organización', 'Sector', 'País', 'En el directorio'], ...rows], ';');
const colectivo = ['N-1', 'Colectivo de la Vega (ficticia)', 'Sociedad civil', 'Perú', 'sí'];
const mesa = (country: string) => ['N-2', 'Mesa del Altiplano (ficticia)', 'academia', country, 'no'];

it('a sheet becomes members: its errors are corrected, and the sheet repeated doubles nothing', async () => {
  const at = (path: string) => `${world.origin}/${setting.network.code}/${path}`;
  const context = await enter(await openContext(browser), at('miembro'), await setting.as('secretariat'), true);
  const page = await context.newPage();
  const bring = async (buffer: Buffer) => {
    await page.getByRole('link', { name: 'Importar una hoja' }).click();
    await page.getByLabel('Elegir archivo').setInputFiles({ name: 'Padrón.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('heading', { name: 'Qué es cada columna' }).waitFor();
    await page.getByLabel('Categoría de las nuevas que no la dicen').selectOption({ index: 1 });
  };
  await page.goto(at('secretaria/importar-integrantes'));
  await page.getByText('Todavía no se ha importado nada').waitFor();
  await seen(page, 'members-list');
  await bring(nucleo(colectivo, mesa('Atlántida')));
  expect(await page.getByLabel('Dato de la columna «Organización»').inputValue()).toBe('name_es');
  await seen(page, 'members-columns');
  await page.getByRole('button', { name: 'Comprobar las filas' }).click();
  await page.getByText('No se reconoce «Atlántida» en «País de su sede»').waitFor();
  await seen(page, 'members-check');
  await page.getByRole('button', { name: 'Importar una organización' }).click();
  await page.getByText('Una fila con errores quedó fuera').waitFor();
  await seen(page, 'members-done');
  const stop = `update member_import set status = 'failed', failure = 'too-many-errors', stopped_in = 'applying' where id = $1`;
  await rowsOf('membership', stop, [new URL(page.url()).pathname.split('/').at(-1)]);
  await page.reload();
  await page.getByRole('heading', { name: 'La importación se detuvo' }).waitFor();
  await seen(page, 'members-stopped');
  await page.getByRole('button', { name: 'Seguir con la importación' }).click();
  await page.getByRole('heading', { name: 'Importación terminada' }).waitFor();
  await page.getByRole('link', { name: 'Todas las importaciones' }).click();
  await bring(nucleo(colectivo, mesa('Bolivia')));
  await page.getByRole('button', { name: 'Comprobar las filas' }).click();
  await page.getByText('Ya están igual: 1').waitFor();
  await page.getByRole('button', { name: 'Importar una organización' }).click();
  await page.getByText('Una ya estaba igual').waitFor();
  await page.goto(at('organizaciones'));
  expect([await page.getByText('Colectivo de la Vega').count(), await page.getByText('Mesa del Altiplano').count()]).toEqual([1, 0]);
  await context.close();
}, 90_000);

it('a sheet comes onto the map of actors, from the map and back to it', async () => {
  const at = (path: string) => `${world.origin}/${setting.network.code}/${path}`;
  const context = await enter(await openContext(browser), at('miembro'), await setting.as('secretariat'), true);
  const page = await context.newPage();
  await page.goto(at('secretaria/actores'));
  await page.getByRole('link', { name: 'Importar una hoja' }).click();
  await page.getByText('Todavía no se ha importado nada').waitFor();
  await seen(page, 'actors-list');
  await page.getByRole('link', { name: 'Importar una hoja' }).click();
  const buffer = nucleo(
    ['A-1', 'Fundación del Valle (ficticia)', 'Filantropía', 'Perú', 'no'],
    ['A-2', 'Sin sector (ficticia)', '', 'Perú', 'no'],
  );
  await page.getByLabel('Elegir archivo').setInputFiles({ name: 'Mapa.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name: 'Qué es cada columna' }).waitFor();
  expect(await page.getByLabel('Dato de la columna «En el directorio»').inputValue()).toBe('shown');
  await seen(page, 'actors-columns');
  await page.getByRole('button', { name: 'Comprobar las filas' }).click();
  await page.getByText('Falta «Sector». Hay que escribirlo: sin eso no entra al mapa.').waitFor();
  await seen(page, 'actors-check');
  await page.getByRole('button', { name: 'Importar una organización' }).click();
  await page.getByRole('heading', { name: 'Importación terminada' }).waitFor();
  await seen(page, 'actors-done');
  await page.getByRole('link', { name: 'Ver el mapa de actores' }).click();
  await page.getByRole('link', { name: 'Fundación del Valle (ficticia)' }).waitFor();
  await context.close();
}, 90_000);

it('a sheet becomes records of the network, step by step', async () => {
  const home = `${world.origin}/${setting.network.code}/miembro`;
  const context = await enter(await openContext(browser), home, await setting.as('secretariat'), true);
  const page = await context.newPage();
  await page.goto(`${world.origin}/${setting.network.code}/secretaria/importaciones`);
  await page.getByText('Todavía no se ha importado nada').waitFor();
  await seen(page, 'list');
  const template = await page.request.get(
    new URL((await page.getByRole('link', { name: 'Plantilla en Excel' }).getAttribute('href')) ?? '', page.url()).href,
  );
  expect([template.status(), template.headers()['content-disposition']]).toEqual([
    200,
    expect.stringContaining('practicas-plantilla.xlsx'),
  ]);
  await page.getByRole('link', { name: 'Importar una hoja' }).click();
  await page.getByLabel('Elegir archivo').setInputFiles({ name: 'Prácticas de la región.csv', mimeType: 'text/csv', buffer: sheet });
  await page.getByRole('heading', { name: 'Qué es cada columna' }).waitFor();
  expect(await page.getByLabel('Dato de la columna «Título»').inputValue()).toBe('title_es');
  expect(await page.getByLabel('Dato de la columna «Notas»').inputValue()).toBe('');
  await seen(page, 'columns');
  await page.getByLabel('Recordar estas columnas con un nombre').fill('Hojas de la región');
  await page.getByRole('button', { name: 'Comprobar las filas' }).click();
  await page.getByText('Todavía no se ha guardado nada.').waitFor();
  await page.getByText('No se reconoce «Atlántida» en «Países»').waitFor();
  await seen(page, 'check');
  await rowsOf('repository', `update practice_import set digest = repeat('f', 64) where id = $1`, [
    new URL(page.url()).pathname.split('/').at(-1),
  ]);
  await page.getByRole('button', { name: 'Importar un registro' }).click();
  await page.getByRole('alert').filter({ hasText: 'Algo cambió desde la comprobación' }).waitFor();
  await page.route('**/mapping*', (route) => route.abort());
  await page.getByRole('button', { name: 'Comprobar otra vez' }).click();
  await page.getByRole('alert').filter({ hasText: 'No se pudieron comprobar las filas' }).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Comprobar otra vez' }).click();
  await page.getByRole('button', { name: 'Importar un registro' }).click();
  await page.getByRole('heading', { name: 'Importación terminada' }).waitFor();
  await page.getByText('Un registro nuevo').waitFor();
  await seen(page, 'done');
  await page.goto(`${world.origin}/${setting.network.code}/en/secretaria/importaciones`);
  await page.getByText('One new, none changed, none the same').waitFor();
  await seen(page, 'list-en');
  await page.goto(`${world.origin}/${setting.network.code}/practicas/relevos-de-la-ladera-ficticia`);
  await page.getByRole('link', { name: 'Cuaderno' }).first().waitFor();
  await context.close();
}, 90_000);
