import { sayIn, type Say } from '@alianza/local/identity/pages/texts';
import type { Page } from 'playwright-core';
import { testPassword } from '../steps.js';
import { below, type Sight } from './sight.js';

const anyone = { who: 'anyone' } as const;
const realm = '/realms/alianza';
const leaving = `${realm}/protocol/openid-connect/logout`;
const protectedPage = below('miembro');

/** The provider's pages speak the language of the page that led there. */
const saying = async (page: Page): Promise<Say> => {
  await page.locator('main form').waitFor();
  return sayIn((await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'es');
};
const button = (page: Page, name: string) => page.getByRole('button', { name }).click();

async function giveNothing(page: Page): Promise<void> {
  await button(page, (await saying(page))('signIn'));
  await page.getByRole('alert').waitFor();
}

async function askForCode(page: Page, email: string): Promise<void> {
  const say = await saying(page);
  await page.getByRole('link', { name: say('forgotten') }).click();
  await page.getByLabel(say('email')).fill(email);
  await button(page, say('recoverSend'));
  await page.getByRole('status').or(page.getByRole('alert')).first().waitFor();
}

async function passwordOf(page: Page, email: string): Promise<void> {
  const say = await saying(page);
  await page.getByLabel(say('email')).fill(email);
  await page.getByLabel(say('password')).fill(testPassword);
  await button(page, say('signIn'));
  await page.locator('#demo-code').waitFor();
}

/** The way in, at the issuer that `npm start` brings along. */
export const identitySights: readonly Sight[] = [
  { ...anyone, name: 'signing in', of: 'signInPage', address: protectedPage, act: saying },
  { ...anyone, name: 'signing in, errors', of: 'signInPage', address: protectedPage, act: giveNothing },
  {
    ...anyone,
    name: 'code',
    of: 'codePage',
    address: protectedPage,
    act: async (page, _text, { setting }) => passwordOf(page, (await setting.as('secretariat')).email),
  },
  { ...anyone, name: 'forgotten password, errors', of: 'recoverPage', address: protectedPage, act: (page) => askForCode(page, 'nadie') },
  { ...anyone, name: 'new password', of: 'newPasswordPage', address: protectedPage, act: (page) => askForCode(page, 'nadie@example.org') },
  {
    who: 'titular',
    name: 'changing the password, errors',
    of: 'changePasswordPage',
    address: below('miembro/cuenta'),
    act: async (page, text) => {
      await button(page, text('myAccount.password.press'));
      const say = await saying(page);
      await button(page, say('changeSet'));
      await page.getByRole('alert').waitFor();
    },
  },
  { ...anyone, name: 'a sign-in that expired', of: 'dead', address: (_stage, lang) => `${realm}/login/no-hay?lang=${lang}` },
  { ...anyone, name: 'signed out', of: 'dead', address: (_stage, lang) => `${leaving}?ui_locales=${lang}` },
  {
    who: 'titular',
    name: 'signing out',
    of: 'leavePage',
    address: (_stage, lang) => `${leaving}?ui_locales=${lang}`,
    without: '**/logout.js',
  },
];

const spanish = { ...anyone, spanishOnly: true } as const;

/** The mailbox that `npm start` brings along, and the page that explains a problem. */
export const localSights: readonly Sight[] = [
  { ...spanish, name: 'mailbox', of: 'listPage', address: () => '/_correo' },
  {
    ...spanish,
    name: 'a mail',
    of: 'messagePage',
    address: () => '/_correo',
    act: async (page) => {
      await page.locator('ol.messages a').first().click();
      await page.locator('article').waitFor();
    },
  },
  { ...spanish, name: 'no such mail', of: 'missingPage', address: () => '/_correo/no-hay' },
  { ...anyone, name: 'a problem explained', of: 'problemPage', address: (_stage, lang) => `/api/problems/forbidden?lang=${lang}` },
];
