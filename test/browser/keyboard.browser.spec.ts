import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser } from '@alianza/testing/browser';
import { confirmed } from '@alianza/testing/builders/applications';
import { published } from '@alianza/testing/builders/practices';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser, Locator } from 'playwright-core';
import { Keyboard } from './keyboard.js';
import { openContext } from './stage.js';
import { testPassword } from './steps.js';

const title = 'Comedores que también cuidan (ficticia)';

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

async function somebody(path: string): Promise<Keyboard> {
  const page = await (await openContext(browser, { viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${world.origin}/${setting.network.code}${path}`);
  return new Keyboard(page);
}

const button = ({ page }: Keyboard, name: string, within: string = 'body'): Locator =>
  page.locator(within).getByRole('button', { name, exact: true }).first();

async function signIn(keys: Keyboard, email: string, withCode: boolean): Promise<void> {
  const { page } = keys;
  await keys.write(page.getByLabel('Correo electrónico'), email);
  await keys.write(page.getByLabel('Contraseña'), testPassword);
  await keys.press('Enter');
  if (!withCode) return;
  const code = (await page.locator('#demo-code').textContent()) ?? '';
  await keys.write(page.getByLabel('Código de seis cifras'), code);
  await keys.press('Enter');
}

it('searches, filters and opens a practice', async () => {
  const { slug, content } = await published(setting, { fiveRs: ['represent'] });
  await published(setting, { fiveRs: ['reduce'] });
  const keys = await somebody('');
  const { page } = keys;
  const name = content.title.es ?? '';
  await keys.isAt(page.getByRole('searchbox'));
  await keys.type(name.replace('vecinas', 'vesinas'));
  await keys.press('Enter');
  await page.waitForURL(/practicas\?q=/);
  const box = page.locator('input[name=fiveR][value=represent]');
  await keys.enter(box, 'Space');
  await page.waitForURL(/fiveR=represent/);
  await keys.isAt(box);
  await keys.enter(page.locator('main').getByRole('link', { name }));
  await page.waitForURL(new RegExp(`practicas/${slug ?? ''}`));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await keys.press('Tab');
  expect((await keys.focus()).what).toContain('Ir al contenido');
}, 60_000);

it('asks for an organisation to join, corrects what is wrong, and is told what follows', async () => {
  const keys = await somebody('/solicitud');
  const { page } = keys;
  await keys.enter(button(keys, 'Enviar solicitud'));
  await keys.isAt(page.getByRole('alert'));
  await keys.enter(page.getByRole('alert').getByRole('link').first());
  await keys.isAt(page.getByLabel('Nombre de la organización'));
  await keys.type('Fundación Teclado (ficticia)');
  await keys.write(page.getByLabel('Correo para seguir la solicitud'), 'contacto@fundacion-teclado.example.org');
  await keys.to(page.getByLabel('Sector', { exact: true }));
  await keys.press('ArrowDown');
  await keys.to(page.getByLabel('País donde tiene su sede'));
  await page.keyboard.type('Arg');
  await keys.write(page.getByLabel('Qué trabajo de cuidados hace la organización'), 'Cocina y cuida.');
  await keys.write(page.getByLabel('Por qué quiere integrarse'), 'Para aprender de otras.');
  await keys.to(page.getByLabel('Adjuntar un archivo'));
  await keys.press('ArrowDown');
  await keys.write(page.getByLabel('Texto de la carta'), 'Expresamos nuestro interés.');
  await page.getByText('se aceptó el aviso de privacidad, versión 1').waitFor();
  await keys.to(page.getByRole('link', { name: 'Leer el aviso' }));
  await keys.enter(button(keys, 'Enviar solicitud'));
  await keys.isAt(page.getByRole('heading', { level: 1, name: 'Falta confirmar el correo' }));
}, 60_000);

it('signs in, goes through the queue and accepts an application', async () => {
  await confirmed(setting);
  await confirmed(setting);
  const keys = await somebody('/secretaria');
  const { page } = keys;
  await signIn(keys, (await setting.as('secretariat')).email, true);
  const rows = page.locator('[data-row]');
  await keys.to(rows.first());
  await keys.to(rows.nth(1), 'ArrowDown');
  await keys.to(rows.first(), 'ArrowUp');
  await keys.press('Enter');
  await keys.isAt(page.locator('#file-title'));
  const accept = button(keys, 'Aceptar el ingreso', '.file');
  await keys.enter(accept);
  const dialog = page.getByRole('dialog');
  await keys.isInside(dialog);
  await keys.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await keys.isAt(accept);
  await keys.press('Enter');
  await keys.isInside(dialog);
  await keys.to(dialog.getByLabel('Categoría'));
  await keys.press('ArrowDown');
  await keys.write(dialog.getByLabel('Acuerdo o documento que lo respalda'), 'Acuerdo 7');
  await keys.to(dialog.getByLabel('Fecha de ese acuerdo o documento'));
  await page.keyboard.type('02022026');
  await keys.enter(dialog.getByRole('button', { name: 'Aceptar el ingreso' }));
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.file').getByText('Aceptada').first().waitFor();
  await keys.isAt(page.locator('#file-title'));
  await keys.press('Escape');
  await page.locator('.file').waitFor({ state: 'detached' });
  await keys.focus();
  await keys.to(rows.first());
  await keys.press('Enter');
  await keys.isAt(page.locator('#file-title'));
  await keys.press('Escape');
  await keys.isAt(rows.first());
}, 90_000);

it('writes, saves and hands in a practice', async () => {
  const keys = await somebody('/miembro/practicas/nueva');
  const { page } = keys;
  await signIn(keys, (await setting.as('titular')).email, false);
  await keys.write(page.getByLabel('Título'), title);
  await keys.write(page.getByLabel('Resumen'), 'Un comedor cuida a niñas y niños por la tarde.');
  await keys.enter(button(keys, 'Empezar el borrador'));
  await keys.isAt(page.getByRole('heading', { level: 1, name: title }));
  for (const [field, words] of prose) await keys.write(page.locator(`textarea#${field}`), words);
  await keys.write(page.getByLabel('Lugar'), 'Valle Imaginario');
  await keys.write(page.getByLabel('Organizaciones que la hacen'), 'Red Ejemplo (ficticia)');
  await keys.to(page.locator('#evidence').getByRole('radio', { name: 'Sin decir' }));
  await keys.press('ArrowUp');
  await keys.enter(button(keys, 'Agregar una fuente'));
  await keys.write(page.getByLabel('Título de la fuente'), 'Registro del comedor');
  await page.getByText(/Guardado a las/).waitFor();
  await keys.enter(button(keys, 'Enviar a revisión', 'main'));
  const dialog = page.getByRole('dialog');
  await keys.isInside(dialog);
  await keys.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await keys.isAt(button(keys, 'Enviar a revisión', 'main'));
  await keys.press('Enter');
  await keys.to(dialog.getByRole('checkbox'));
  await keys.press('Space');
  await keys.enter(dialog.getByRole('button', { name: 'Enviar a revisión' }));
  await page.getByText(/espera a que alguien la revise/).waitFor();
  await keys.isAt(page.getByRole('heading', { level: 1, name: title }));
}, 90_000);

const prose: readonly (readonly [string, string])[] = [
  ['actions', 'Se acordaron horarios con las escuelas.'],
  ['results', 'En 2025 se cuidó a 60 niñas y niños.'],
  ['weaknesses', 'Faltaban manos los viernes; se pidió relevo.'],
  ['lessons', 'Conviene empezar con pocas tardes.'],
  ['replicability', 'Un local con cocina y dos personas.'],
];

it('publishes it', async () => {
  const keys = await somebody('/secretaria/practicas');
  const { page } = keys;
  await signIn(keys, (await setting.as('reviewer')).email, false);
  await keys.enter(page.getByRole('link', { name: title }));
  await keys.isAt(page.locator('#file-title'));
  await keys.enter(button(keys, 'Publicar', '.file'));
  const dialog = page.getByRole('dialog');
  await keys.isInside(dialog);
  await keys.enter(dialog.getByRole('button', { name: 'Publicar' }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('No hay prácticas por revisar').waitFor();
  await keys.focus();
  await findsIt(keys);
}, 60_000);

/** From wherever one is, by the field of the masthead: what is found opens with Intro, and Escape takes back one thing at a time. */
async function findsIt(keys: Keyboard): Promise<void> {
  const { page } = keys;
  const field = page.getByRole('combobox', { name: 'Buscar en la red' });
  await keys.press('Control+k');
  await keys.isAt(field);
  await keys.type('comedores que ciudan');
  const option = page.getByRole('option', { name: title });
  await option.waitFor();
  await keys.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  expect(await option.getAttribute('aria-selected')).toBe('true');
  await keys.press('Escape');
  await option.waitFor({ state: 'hidden' });
  expect([await field.inputValue(), await field.getAttribute('aria-expanded')]).toEqual(['comedores que ciudan', 'false']);
  await keys.press('Enter');
  await keys.isAt(page.getByRole('heading', { level: 1, name: /Lo que coincide con/ }));
  await keys.enter(page.locator('main').getByRole('link', { name: title }));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
