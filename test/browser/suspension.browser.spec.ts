import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser } from '@alianza/testing/browser';
import { drafted } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter, openContext } from './stage.js';

let world: World;
let setting: Setting;
let browser: Browser;
let titular: BrowserContext;
let lead: BrowserContext;
let writing: Page;
let deciding: Page;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  titular = await enter(await openContext(browser), at('miembro'), await setting.as('titular'));
  lead = await enter(await openContext(browser), at('miembro'), await setting.as('secretariat-lead'), true);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const at = (address: string) => `${world.origin}/${setting.network.code}/${address}`;
const name = () => `Organización ${setting.organization.slug} (ficticia)`;
/** For whoever wants to look: `SIGHTS` names a folder. */
const look = async (page: Page, as: string) => {
  const folder = process.env.SIGHTS;
  if (folder === undefined) return;
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${as}-${String(width)}.png`), fullPage: true });
  }
};
const write = (words: string) => writing.getByRole('textbox', { name: 'Qué logró' }).first().fill(words);
const decide = async (press: string, send: string) => {
  await deciding.locator('.file').getByRole('button', { name: press, exact: true }).click();
  const dialog = deciding.getByRole('dialog');
  await dialog.getByRole('button', { name: send, exact: true }).click();
  await dialog.getByText('Falta el motivo').waitFor();
  await look(deciding, `dialog-${press.split(' ')[0]?.toLowerCase() ?? ''}`);
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Dos sesiones sin asistencia ni justificación.');
  await dialog.getByRole('button', { name: send, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

describe('an organisation that is suspended while somebody writes', () => {
  it('is found in the table of members, and its file says what suspending does before it is done', async () => {
    const { id } = await drafted(setting);
    writing = await titular.newPage();
    await writing.goto(at(`miembro/practicas/${id}`));
    await write('En 2025 se cuidaron 1,200 horas por turnos.');
    await writing.getByText(/Guardado a las/).waitFor();
    deciding = await lead.newPage();
    await deciding.goto(at('secretaria/integrantes'));
    await deciding.getByLabel('Buscar por nombre o siglas').fill(setting.organization.slug);
    await deciding.getByRole('button', { name: 'Buscar' }).click();
    await deciding.getByText('1 de 1').waitFor();
    await look(deciding, 'members');
    await deciding.getByRole('link', { name: name() }).click();
    await deciding.locator('.file').getByText('Se registró en la plataforma').waitFor();
    await look(deciding, 'member-file');
    await decide('Suspender', 'Suspender a la organización');
    await deciding.locator('.file').getByText('Suspendida', { exact: true }).waitFor();
  }, 60_000);

  it('has its next save refused in words that say why, and nothing of the page is lost', async () => {
    const words = 'En 2026 se cuidaron 2,400 horas por turnos.';
    await write(words);
    await writing.getByText('Sin guardar: la participación está suspendida').waitFor();
    await writing.getByText('Mientras dure la suspensión se puede leer y descargar').waitFor();
    await look(writing, 'refused');
    expect(await writing.getByRole('textbox', { name: 'Qué logró' }).first().inputValue()).toBe(words);
  }, 30_000);

  it('goes on reading, its own page among it', async () => {
    const page = await titular.newPage();
    await page.goto(at('miembro/practicas'));
    await page.getByRole('table').getByRole('link').first().waitFor();
    await page.goto(at('miembro/organizacion'));
    await page.getByText('La participación está suspendida').waitFor();
    await page.goto(at(`organizaciones/${setting.organization.slug}`));
    await page.getByRole('heading', { name: name() }).waitFor();
    expect(await page.getByText(/suspendid/i).count()).toBe(0);
    await page.close();
  }, 30_000);

  it('is let go on once it is reinstated, from the page that was left open', async () => {
    await decide('Levantar la suspensión', 'Levantar la suspensión');
    await deciding.locator('.file').getByText('Activa', { exact: true }).waitFor();
    await writing.getByRole('button', { name: 'Guardar de nuevo' }).click();
    await writing.getByText(/Guardado a las/).waitFor();
    expect(await deciding.locator('.file').getByText('Motivo: Dos sesiones').count()).toBeGreaterThan(1);
  }, 30_000);

  it('says of itself what the public reads', async () => {
    const page = await titular.newPage();
    await page.goto(at('miembro/organizacion'));
    await page.getByLabel('País', { exact: true }).first().selectOption('KE');
    await page.getByLabel('Sitio web', { exact: false }).first().fill('www.example.org');
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByRole('alert').getByRole('link', { name: 'La dirección del sitio web está incompleta' }).waitFor();
    await look(page, 'own-wrong');
    await page.getByLabel('Sitio web', { exact: false }).first().fill('https://red.example.org');
    await page.getByRole('group', { name: 'Qué se muestra en público' }).getByLabel('Sitio web').uncheck();
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Guardado. Lo que se muestra en público').waitFor();
    await look(page, 'own');
    const reader = await titular.newPage();
    await eventually(async () => {
      await reader.goto(at(`organizaciones/${setting.organization.slug}`));
      return (await reader.getByText('Kenia').count()) > 0;
    }, 5000);
    expect(await reader.getByText('red.example.org').count()).toBe(0);
    await look(reader, 'public');
  }, 60_000);
});
