import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { acceptApplication } from '@alianza/contracts/membership/applications';
import { openBrowser } from '@alianza/testing/browser';
import { applied, confirmed } from '@alianza/testing/builders/applications';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { Keyboard } from './keyboard.js';
import { openContext } from './stage.js';
import { mailTo } from './steps.js';

const applicant = 'contacto@fundacion-tabulador.example.org';
const invited = 'titular@fundacion-flechas.example.org';
const ownPassword = 'una frase larga y propia';
const text = textIn('es');

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

const somebody = () => openContext(browser, { viewport: { width: 1280, height: 800 } });

const button = ({ page }: Keyboard, name: string): Locator => page.locator('main').getByRole('button', { name, exact: true }).first();

/** The mailbox in a tab of its own, and in it the newest mail to somebody whose subject says so. */
async function mailOpened(context: BrowserContext, to: string, subject: RegExp): Promise<Keyboard> {
  await mailTo(world, to, subject);
  const keys = new Keyboard(await context.newPage());
  await keys.page.goto(`${world.origin}/_correo`);
  const row = keys.page.getByRole('listitem').filter({ hasText: to });
  await keys.enter(row.getByRole('link', { name: subject }).first());
  await keys.page.locator('article').waitFor();
  return keys;
}

/** Follows the link of that mail, which opens where the mail was. */
async function linkFollowed(context: BrowserContext, to: string, subject: RegExp, part: string): Promise<Keyboard> {
  const keys = await mailOpened(context, to, subject);
  await keys.enter(keys.page.locator(`pre a[href*="${part}#"]`).first());
  await keys.page.waitForURL(new RegExp(part));
  return keys;
}

/** As long as nothing else was reached on a page, the first stop leads past its head. */
async function startsAnew(keys: Keyboard): Promise<void> {
  await keys.press('Tab');
  expect((await keys.focus()).what).toContain(text('frame.skip'));
}

it('confirms the address from the mail, follows the application and thinks twice about withdrawing it', async () => {
  await applied(setting, { email: applicant });
  const context = await somebody();
  const keys = await linkFollowed(context, applicant, /Confirmar/, '/solicitud/confirmar');
  await button(keys, text('application.confirm.press')).waitFor();
  await startsAnew(keys);
  await keys.enter(button(keys, text('application.confirm.press')));
  await keys.page.waitForURL(/solicitud\/seguimiento/);
  await keys.isAt(keys.page.getByRole('heading', { level: 1, name: 'Fundación Muestra' }));

  const again = await linkFollowed(context, applicant, /recibió/, '/solicitud/seguimiento');
  await again.page.getByRole('status').getByText(text('application.status.submitted')).waitFor();
  await startsAnew(again);
  const withdraw = button(again, text('application.withdraw.press'));
  await again.enter(withdraw);
  const dialog = again.page.getByRole('dialog');
  await again.isInside(dialog);
  await again.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await again.isAt(withdraw);
  await again.press('Enter');
  await again.enter(dialog.getByRole('button', { name: text('application.withdraw.keep') }));
  await dialog.waitFor({ state: 'detached' });
  await again.isAt(withdraw);
  await context.close();
}, 60_000);

/** As the secretariat does, which sends the invitation. */
async function invite(): Promise<void> {
  const { applicationId: id } = await confirmed(setting, { email: invited });
  const [row] = await rowsOf<{ version: number }>('membership', 'select version from application where id = $1', [id]);
  await world.edge.call(
    acceptApplication,
    { id, category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' },
    { ...(await asSecretariat(setting)), version: row?.version },
  );
}

/** The code is read in another tab, as somebody would; nothing of this page is lost meanwhile. */
async function codeFromMailbox(context: BrowserContext): Promise<string> {
  const { page } = await mailOpened(context, invited, /Código para crear la contraseña/);
  const code = /\d{6}/.exec((await page.getByRole('heading', { level: 1 }).textContent())?.replaceAll(/(?<=\d)\s(?=\d)/g, '') ?? '');
  await page.close();
  return code?.[0] ?? '';
}

async function passwordMade(context: BrowserContext, keys: Keyboard): Promise<void> {
  const { page } = keys;
  await keys.enter(page.getByRole('link', { name: 'Primera vez aquí' }));
  await page.getByRole('heading', { level: 1, name: 'Crear una contraseña nueva' }).waitFor();
  const email = page.getByLabel('Correo electrónico');
  await keys.to(email);
  if ((await email.inputValue()) === '') await keys.type(invited);
  await keys.enter(button(keys, 'Enviar código'));
  await page.getByRole('status').waitFor();
  const code = await codeFromMailbox(context);
  await page.bringToFront();
  await keys.write(page.getByLabel('Código recibido por correo'), code);
  await keys.write(page.getByLabel('Contraseña nueva', { exact: true }), ownPassword);
  await keys.write(page.getByLabel('Repetir la contraseña nueva'), ownPassword);
  await keys.enter(button(keys, 'Guardar y entrar'));
}

it('accepts an invitation, makes a password with the code from the mail and lands in the workspace', async () => {
  await invite();
  const context = await somebody();
  const keys = await linkFollowed(context, invited, /Invitación/, '/invitacion');
  const { page } = keys;
  const name = page.getByLabel(text('invitation.name'));
  await name.waitFor();
  await startsAnew(keys);
  await keys.enter(button(keys, text('invitation.accept')));
  await keys.isAt(name);
  expect(await name.getAttribute('aria-invalid')).toBe('true');
  await keys.type('Titular, Fundación Flechas');
  await keys.enter(button(keys, text('invitation.accept')));
  await passwordMade(context, keys);
  await page.waitForURL(/\/miembro$/);
  await page.getByRole('heading', { level: 1, name: text('member.due.title') }).waitFor();
  await page.locator('.acting').waitFor();
  await startsAnew(keys);
  await keys.press('Enter');
  await keys.enter(page.locator('main').getByRole('link').first());
  await keys.isAt(page.getByRole('heading', { level: 1 }));
  await context.close();
}, 90_000);
