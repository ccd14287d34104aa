import { totpAt } from '@alianza/local/identity/accounts/totp';
import { messageTo } from '@alianza/testing/identity/messages';
import { keycloakPassword } from '@alianza/testing/keycloak/sign-in';
import type { Page, Request } from 'playwright-core';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, section 6: how the secret of a second factor is shown to be typed. */
function fromBase32(text: string): Buffer {
  const bits = [...text.replaceAll(/\s/g, '')].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('#username').fill(email);
  await page.locator('#password').fill(keycloakPassword);
  await page.locator('#kc-login').click();
}

/** The page that asks for it shows the secret to whoever cannot read the picture. */
export async function registerTelephone(page: Page): Promise<void> {
  await page.locator('#mode-manual').click();
  const secret = (await page.locator('#kc-totp-secret-key').textContent()) ?? '';
  await page.locator('#totp').fill(totpAt(fromBase32(secret), Date.now()));
  await page.locator('#userLabel').fill('Teléfono');
  await page.locator('#saveTOTPBtn').click();
}

/** The first time: a mail brings a link, and with it a password is chosen. */
export async function choosePassword(page: Page, mailbox: string, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Primera vez aquí o contraseña olvidada' }).click();
  await page.locator('#username').fill(email);
  await page.getByRole('button', { name: 'Continuar' }).click();
  const { links } = await messageTo(mailbox, email, /Crear o cambiar la contraseña/);
  await page.goto(links.find((link) => link.includes('action-token')) ?? '');
  await page.locator('#password-new').fill(keycloakPassword);
  await page.locator('#password-confirm').fill(keycloakPassword);
  await page.getByRole('button', { name: 'Continuar' }).click();
}

/** What a page asks with: the last token it sent, and how often it renewed it. */
export function listenTo(page: Page) {
  const heard = { token: '', renewals: 0 };
  page.on('request', (request: Request) => {
    const authorization = request.headers().authorization;
    if (authorization?.startsWith('Bearer ') && request.url().includes('/api/v1/')) heard.token = authorization.slice(7);
    if (request.url().endsWith('/token') && (request.postData() ?? '').includes('grant_type=refresh_token')) heard.renewals += 1;
  });
  return heard;
}
