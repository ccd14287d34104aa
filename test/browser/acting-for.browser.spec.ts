import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { networkItself } from '@alianza/contracts/access';
import { grantRole } from '@alianza/contracts/membership/people';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { localIssuer } from '@alianza/local/environments';
import { openBrowser } from '@alianza/testing/browser';
import { completeContent } from '@alianza/testing/builders/practices';
import type { TestNetwork } from '@alianza/testing/people';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser, Page } from 'playwright-core';
import { violations } from './axe.js';
import { openContext } from './stage.js';
import { signIn } from './steps.js';

jest.setTimeout(30_000);

const names = ['Casa Uno (ficticia)', 'Casa Dos (ficticia)'] as const;
const sections = ['miembro', 'miembro/practicas', 'miembro/practicas/nueva', 'miembro/avisos', 'miembro/preferencias'];

let world: World;
let network: TestNetwork;
let browser: Browser;
let page: Page;

/** Another network of the same person, with a name and a colour of its own. */
const elsewhere = {
  name: 'Red de Allá (ficticia)',
  organization: 'Casa de Allá (ficticia)',
  title: 'Práctica de allá (ficticia)',
  accent: '#0b4f6b',
};
let other: TestNetwork;

const written = (index: 0 | 1) => `Práctica de ${names[index]}`;
const at = (path: string) => `${world.origin}/${network.code}/${path}`;
const acting = () => page.locator('.masthead .acting b');

beforeAll(async () => {
  world = await openWorld();
  network = await world.people.openNetwork();
  const somebody = await world.people.stranger();
  const person = { name: 'Titular de dos', language: 'es', email: somebody.email, issuer: localIssuer, subject: somebody.subject };
  const operator = { token: await world.people.operator(), network: network.code };
  for (const index of [0, 1] as const) {
    const { id } = await world.people.openOrganization(network, { name: { original: 'es', es: names[index] } });
    await world.edge.call(grantRole, { organizationId: id, role: 'titular', person }, operator);
    const content = completeContent({ title: { original: 'es', es: written(index) } });
    await world.edge.call(draftPractice, { content }, { token: somebody.token, network: network.code, actingFor: id });
  }
  other = await world.people.openNetwork({ name: { original: 'es', es: elsewhere.name }, accent: elsewhere.accent });
  const { id } = await world.people.openOrganization(other, { name: { original: 'es', es: elsewhere.organization } });
  await world.edge.call(grantRole, { organizationId: id, role: 'titular', person }, { ...operator, network: other.code });
  const content = completeContent({ title: { original: 'es', es: elsewhere.title } });
  await world.edge.call(draftPractice, { content }, { token: somebody.token, network: other.code, actingFor: id });
  await world.edge.call(grantRole, { organizationId: null, role: 'reviewer', person }, operator);
  browser = await openBrowser();
  page = await (await openContext(browser)).newPage();
  await page.goto(at('miembro'));
  await signIn(page, somebody.email);
  await acting().waitFor();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function switchTo(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Cambiar' }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await acting().filter({ hasText: name }).waitFor();
}

async function listed(): Promise<string[]> {
  await page.goto(at('miembro/practicas'));
  await page.locator('tbody tr').first().waitFor();
  return page.locator('tbody tr td:first-child').allTextContents();
}

it('for none, as what one is in the network itself, until something else is chosen', async () => {
  await page.goto(at('miembro'));
  await page.getByRole('button', { name: 'Cambiar' }).click();
  await page.getByRole('menuitemradio', { name: 'Revisión de prácticas' }).click();
  await acting().filter({ hasText: 'Titular de dos' }).waitFor();
  const asked = page.waitForRequest((request) => request.url().includes('/reviews'));
  await page.goto(at('miembro'));
  await acting().filter({ hasText: 'Titular de dos' }).waitFor();
  expect((await asked).headers()['alianza-acting-for']).toBe(networkItself);
  expect(await page.locator('.masthead .acting').textContent()).not.toContain('titular');
  await switchTo(names[0]);
});

it.each([0, 1] as const)('everything is done for the organisation that was chosen (%i)', async (index) => {
  await page.goto(at('miembro'));
  await switchTo(names[index]);
  await page.locator('main').getByText(written(index)).first().waitFor();
  expect(
    await page
      .locator('main')
      .getByText(written(index === 0 ? 1 : 0))
      .count(),
  ).toBe(0);
  expect(await listed()).toEqual([written(index)]);
});

it('the menu of organisations can be read by everybody', async () => {
  await page.goto(at('miembro'));
  await page.getByRole('button', { name: 'Cambiar' }).click();
  await page.getByRole('menuitemradio', { name: names[0] }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it.each(sections)('the masthead says for whom on every page, in both languages: %s', async (section) => {
  await page.goto(at('miembro'));
  await switchTo(names[0]);
  for (const lang of ['', 'en/']) {
    await page.goto(at(lang + section));
    await acting().waitFor();
    expect(await acting().textContent()).toBe(names[0]);
  }
});

it('what is open closes when one speaks for somebody else', async () => {
  await page.goto(at('miembro'));
  await switchTo(names[1]);
  expect(await listed()).toEqual([written(1)]);
  await page.getByRole('link', { name: written(1) }).click();
  await page.getByRole('heading', { level: 1, name: written(1) }).waitFor();
  await switchTo(names[0]);
  await page.getByRole('heading', { level: 1, name: 'Pendiente de nosotras' }).waitFor();
  expect(await page.locator('main').getByText(written(1)).count()).toBe(0);
});

it('another network is another page: its name, its colour and its lists; who one was here is remembered', async () => {
  const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--plum').trim());
  const masthead = () => page.locator('.masthead').first().textContent();
  await page.goto(at('miembro'));
  await switchTo(names[1]);
  const before = await colour();
  await switchTo(elsewhere.organization);
  expect(new URL(page.url()).pathname).toBe(`/${other.code}/miembro`);
  expect(await masthead()).toContain(elsewhere.name);
  await page.locator('main').getByText(elsewhere.title).first().waitFor();
  expect(
    await page
      .locator('main')
      .getByText(/Práctica de Casa/)
      .count(),
  ).toBe(0);
  expect([before.includes(elsewhere.accent), (await colour()).includes(elsewhere.accent)]).toEqual([false, true]);
  await page.goto(`${world.origin}/${other.code}/miembro/practicas`);
  await page.locator('tbody tr').first().waitFor();
  expect(await page.locator('tbody tr td:first-child').allTextContents()).toEqual([elsewhere.title]);

  await page.goto(at('miembro')); // the way back that a bookmark is: for whom one spoke here before
  await acting().filter({ hasText: names[1] }).waitFor();
  expect([await masthead(), await colour()]).toEqual([expect.not.stringContaining(elsewhere.name), before]);
  expect(await listed()).toEqual([written(1)]);
  await switchTo(names[0]);
  await page.goto(`${world.origin}/${other.code}/miembro`);
  await acting().filter({ hasText: elsewhere.organization }).waitFor();
  await switchTo(names[1]);
  expect(new URL(page.url()).pathname).toBe(`/${network.code}/miembro`);
  expect(await listed()).toEqual([written(1)]);
});
