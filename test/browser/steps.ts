import { eventually } from '@alianza/testing/eventually';
import type { World } from '@alianza/testing/world';
import type { Page } from 'playwright-core';

interface Message {
  subject: string;
  text: string;
  links: string[];
}

/** The newest mail to an address whose subject says so, once it is there. */
export const mailTo = (world: World, to: string, subject: RegExp): Promise<Message> =>
  eventually(async () => {
    const answer = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(to)}`);
    const messages = (await answer.json()) as Message[];
    return messages.find((message) => subject.test(message.subject));
  }, 15_000);

/** The link of a mail, as somebody would follow it. */
export function linkIn({ links }: Message, part: string): string {
  const link = links.find((address) => address.includes(part));
  if (link === undefined) throw new Error(`no link with ${part}`);
  return link;
}

export const testPassword = 'una clave de prueba';

/** Fills the provider's pages: address, password and, where it is asked, the code that they show. */
export async function signIn(page: Page, email: string, password = testPassword): Promise<void> {
  await page.getByLabel('Correo electrónico').fill(email);
  await page.getByLabel('Contraseña').fill(password);
  await page.getByRole('button', { name: 'Entrar' }).click();
}

export async function giveCode(page: Page): Promise<void> {
  await page.getByLabel('Código de seis cifras').fill((await page.locator('#demo-code').textContent()) ?? '');
  await page.getByRole('button', { name: 'Continuar' }).click();
}

/** The first time: a code comes by mail, and with it a password is made. */
export async function createPassword(world: World, page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Primera vez aquí' }).click();
  await page.getByLabel('Correo electrónico').fill(email);
  await page.getByRole('button', { name: 'Enviar código' }).click();
  const { subject } = await mailTo(world, email, /Código para crear la contraseña/);
  await page.getByLabel('Código recibido por correo').fill(subject.replaceAll(/\D/g, ''));
  await page.getByLabel('Contraseña nueva', { exact: true }).fill('una frase larga y propia');
  await page.getByLabel('Repetir la contraseña nueva').fill('una frase larga y propia');
  await page.getByRole('button', { name: 'Guardar y entrar' }).click();
}
