import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '@alianza/testing/browser';
import { somePicture } from '@alianza/testing/builders/files/record-files';
import { eventually } from '@alianza/testing/eventually';
import { operatorAccount } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violations } from './axe.js';
import { overflow } from './overflow.js';
import { enter, openContext } from './stage.js';
import { createPassword, giveCode, linkIn, mailTo } from './steps.js';

jest.setTimeout(40_000);

const text = textIn('es');
const code = `sur-${randomUUID().slice(0, 8)}`;
const coordinator = `coordinacion-${randomUUID().slice(0, 8)}@example.org`;

let world: World;
let others: readonly Setting[];
let browser: Browser;
let operator: Page;
let secretariat: Page;

const at = (address: string) => `${world.origin}/${code}/${address}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inSpanish = (field: string) => text('settings.inLanguage', { label: text(`settings.field.${field}`), language: 'español' });
const inEnglish = (field: string) => text('settings.inLanguage', { label: text(`settings.field.${field}`), language: 'inglés' });

/** Nothing is wrong on it, wide or narrow, light or dark. For whoever wants to look: `SIGHTS` names a folder. */
async function expectSound(page: Page, as: string) {
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    if (process.env.SIGHTS !== undefined)
      await page.screenshot({ path: path.join(process.env.SIGHTS, `${as}-${String(width)}.png`), fullPage: true });
    expect({ as, width, found: await violations(page) }).toEqual({ as, width, found: [] });
    expect({ as, width, overflow: await overflow(page) }).toEqual({ as, width, overflow: 0 });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

const read = async (address: string) => (await fetch(world.origin + address)).text();

beforeAll(async () => {
  world = await openWorld();
  others = [await openSetting(world), await openSetting(world)];
  browser = await openBrowser();
  await world.people.operator();
  operator = await (await enter(await openContext(browser), `${world.origin}/operacion`, operatorAccount, true)).newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** One journey: each step begins where the one before ended. */
describe('a third network', () => {
  it('is opened by an operator, who is told what is missing', async () => {
    await operator.goto(`${world.origin}/operacion`);
    await operator.getByRole('cell', { name: `/${others[0]!.network.code}` }).waitFor();
    await expectSound(operator, 'networks');
    await operator.getByRole('link', { name: text('operation.networks.open') }).click();
    await button(operator, text('operation.open.send')).click();
    await operator
      .getByRole('alert')
      .getByRole('link', { name: text('settings.wrong.acronym') })
      .waitFor();
    await expectSound(operator, 'opening-wrong');
    await operator.getByLabel(text('operation.open.code')).fill(code);
    await operator.getByLabel(inSpanish('name')).fill('Red del Sur (ficticia)');
    await operator.getByLabel(inEnglish('name')).fill('Southern Network (fictitious)');
    await operator.getByLabel(text('settings.field.acronym')).fill('RDS');
    await operator.getByLabel(inSpanish('claim')).fill('Cuidar entre ciudades del sur');
    await operator.getByLabel(inSpanish('description')).fill('Ciudades que comparten cómo cuidan.');
    await operator.getByLabel(inSpanish('convener')).fill('La convoca la ciudad de Ejemplo.');
    await operator.getByLabel(text('settings.field.zone')).selectOption('America/Santiago');
    await operator.getByLabel(text('settings.categories.name', { number: 1, language: 'español' })).fill('Ciudad integrante');
    await operator.getByLabel(text('settings.field.calendar')).selectOption('mx-lft-74');
    await button(operator, text('settings.categories.add')).click();
    await operator.getByLabel(text('settings.categories.name', { number: 2, language: 'español' })).fill('Universidad que acompaña');
    await button(operator, text('operation.open.send')).click();
    await operator.getByRole('heading', { level: 1, name: 'Red del Sur (ficticia)' }).waitFor();
    expect(new URL(operator.url()).pathname).toBe(`/operacion/redes/${code}`);
    await operator.getByText(text('operation.people.none')).waitFor();
    await expectSound(operator, 'network-opened');
  });

  it('is there for everybody at once, in both languages', async () => {
    expect(await read(`/${code}`)).toContain('Cuidar entre ciudades del sur');
    expect(await read(`/${code}/en`)).toContain('Southern Network (fictitious)');
    expect(await read(`/${code}/organizaciones`)).toContain('Red del Sur (ficticia)');
    expect(await read('/')).toContain('Red del Sur (ficticia)');
  });

  it('gets its secretariat by an invitation, which asks for a password and then for the second factor', async () => {
    await button(operator, text('operation.people.invite')).click();
    const dialog = operator.getByRole('dialog');
    await dialog.getByRole('textbox', { name: text('people.invite.email') }).fill(coordinator);
    await expectSound(operator, 'inviting');
    await dialog.getByRole('button', { name: text('operation.invite.send') }).click();
    await operator.getByRole('cell', { name: coordinator, exact: true }).waitFor();
    secretariat = await (await openContext(browser)).newPage();
    await secretariat.goto(linkIn(await mailTo(world, coordinator, /Invitación/), '/invitacion'));
    await secretariat.getByLabel(text('invitation.name')).fill('Coordinación, Red del Sur');
    await button(secretariat, text('invitation.accept')).click();
    await createPassword(world, secretariat, coordinator);
    await button(secretariat, text('states.secondFactor.enter')).first().click();
    await giveCode(secretariat);
    await secretariat.locator('.acting').getByText('Coordinación, Red del Sur').waitFor();
    await operator.reload();
    await operator.getByRole('cell', { name: 'Coordinación, Red del Sur', exact: true }).waitFor();
  });

  it('is said anew by its secretariat, and everybody reads it', async () => {
    await secretariat.goto(at('secretaria/ajustes'));
    await secretariat.getByLabel(inSpanish('claim')).fill('Cuidar mejor entre ciudades');
    await secretariat.getByLabel(text('settings.accent.own')).check();
    await secretariat.locator('#accent').fill('#0b4f6b');
    await secretariat.locator('#mark-pick').setInputFiles({ name: 'flor.png', mimeType: 'image/png', buffer: somePicture() });
    expect(await secretariat.getByLabel(text('settings.categories.name', { number: 2, language: 'español' })).inputValue()).toMatch(
      /^Universidad/,
    );
    await button(secretariat, text('settings.save')).click();
    await secretariat.getByText(text('settings.saved')).waitFor();
    await expectSound(secretariat, 'settings');
    await eventually(async () => (await read(`/${code}`)).includes('Cuidar mejor entre ciudades'));
    const reader = await (await openContext(browser)).newPage();
    await reader.goto(world.origin + `/${code}`);
    expect(await reader.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--plum'))).toContain('#0b4f6b');
    await reader.locator('header img').evaluate((mark: HTMLImageElement) => mark.decode());
    await expectSound(reader, 'home');
    await reader.close();
  });

  it('words its own legal notice', async () => {
    await secretariat.goto(at('secretaria/textos-legales?pagina=legal'));
    await secretariat.getByLabel(text('settings.statements.own')).check();
    await secretariat
      .getByLabel(text('settings.statements.words', { language: 'español' }))
      .fill('## Quién responde\n\nLa ciudad de Ejemplo.');
    await expectSound(secretariat, 'statements');
    await button(secretariat, text('settings.statements.publish')).click();
    await secretariat.getByText(text('settings.statements.published')).waitFor();
    await eventually(async () => (await read(`/${code}/aviso-legal`)).includes('La ciudad de Ejemplo.'));
  });

  it('says which days rest, and counts by them', async () => {
    await secretariat.goto(at('secretaria/calendario?anio=2026'));
    await button(secretariat, text('calendars.add.press')).click();
    const dialog = secretariat.getByRole('dialog');
    await dialog.getByLabel(text('calendars.add.day'), { exact: true }).fill('2026-09-18');
    await dialog.getByLabel(text('calendars.add.name', { language: 'español' })).fill('Fiestas Patrias');
    await dialog.getByLabel(text('calendars.reason')).fill('Feriado de la ciudad convocante.');
    await dialog.getByRole('button', { name: text('calendars.add.send') }).click();
    await secretariat.getByRole('cell', { name: 'Fiestas Patrias' }).waitFor();
    await secretariat.getByLabel(text('calendars.term.days')).fill('1');
    await secretariat.getByLabel(text('calendars.term.from')).fill('2026-09-15');
    await secretariat.getByText('jueves, 17 de septiembre de 2026').waitFor();
    await secretariat.getByLabel(text('calendars.term.from')).fill('2026-09-17');
    await secretariat.getByText('lunes, 21 de septiembre de 2026').waitFor();
    await expectSound(secretariat, 'calendar');
  });

  it('is nothing to the networks that were there before', async () => {
    for (const { network } of others) {
      for (const address of ['', '/aviso-legal', '/organizaciones']) {
        const html = await read(`/${network.code}${address}`);
        expect({ address, seen: /Red del Sur|Cuidar mejor|ciudad de Ejemplo|marca\.css/.test(html) }).toEqual({ address, seen: false });
      }
      await secretariat.goto(`${world.origin}/${network.code}/secretaria/ajustes`);
      await secretariat.getByRole('heading', { name: /no participa/ }).waitFor();
    }
  });
});
