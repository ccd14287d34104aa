import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
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
