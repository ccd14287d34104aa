import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { issueInvitation } from '@alianza/contracts/membership/invitations';
import { openBrowser } from '@alianza/testing/browser';
import { secretFor } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { operatorAccount } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Browser, Page, Route } from 'playwright-core';
import { violations } from './axe.js';
import { overflow } from './overflow.js';
import { enter, openContext } from './stage.js';
import { giveCode, linkIn, mailTo, signIn, testPassword } from './steps.js';

jest.setTimeout(60_000);

let world: World;
let setting: Setting;
let browser: Browser;
let page: Page;

const address = () => `${world.origin}/${setting.network.code}/miembro/cuenta`;
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  page = await (await openContext(browser)).newPage();
  await page.goto(address());
  await signIn(page, (await setting.as('editor')).email);
  await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const keptIn = (where: Page) => where.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('alianza.unsent')));

/** The issuer's own token of a sign-in an hour ago, in the place of the one that was just given. */
const ofAnHourAgo = async ({ email }: { email: string }) => {
  const old = await world.people.token(email, 3600);
  return async (route: Route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), access_token: old } });
  };
};

it('another address is asked for, and taken over by the link of its mail', async () => {
  const email = `otra-${randomUUID().slice(0, 8)}@example.org`;
  await press('Cambiar el correo');
  await page.getByLabel('Dirección nueva').fill(email);
  await press('Enviar el enlace');
  await page.getByText(`Se envió un enlace a ${email}`).waitFor();
  const other = await page.context().newPage();
  await other.goto(linkIn(await mailTo(world, email, /Confirmar esta dirección/), 'cuenta/correo'));
  await other.getByRole('button', { name: 'Confirmar la dirección' }).click();
  await other.getByRole('heading', { name: 'La dirección cambió' }).waitFor();
  await other.close();
  await page.reload();
  await page.getByText(`Los correos llegan a ${email}`).waitFor();
});

it('the notice in force is accepted, and the copy of one’s data downloaded', async () => {
  await press('Aceptar la versión 1');
  await page.getByRole('cell', { name: '1', exact: true }).waitFor();
  await press('Pedir la copia');
  await page.getByRole('button', { name: 'Descargar la copia' }).waitFor({ timeout: 20_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), press('Descargar la copia')]);
  expect(download.suggestedFilename()).toMatch(/^alianza-.*\.zip$/);
});

it('the name is set right, and a second role is taken under it, which is where the workspace opens', async () => {
  const name = 'Cuidados, Red Ejemplo';
  await press('Cambiar el nombre');
  await page.getByLabel('Nombre que se muestra').fill('');
  await press('Guardar el nombre');
  await page.getByText('Falta el nombre que se muestra').waitFor();
  await page.getByLabel('Nombre que se muestra').fill(name);
  await press('Guardar el nombre');
  await page.getByText(name, { exact: true }).waitFor();
  const { id: organizationId } = await world.people.openOrganization(setting.network, {
    name: { original: 'es', es: 'Otra Casa (ficticia)' },
  });
  const invited = { organizationId, role: 'editor', email: 'otra-casa@example.org', language: 'es' };
  const { id } = await world.edge.call<{ id: string }>(issueInvitation, invited, await setting.as('secretariat'));
  const secret = await secretFor(setting, 'accept-invitation', id);
  await page.goto(`${world.origin}/${setting.network.code}/invitacion#${secret}`);
  await page.getByText(`que ya se muestra como ${name}`).waitFor();
  await press('Aceptar y entrar');
  await page.locator('.acting').getByText('Otra Casa (ficticia)').waitFor();
  await page.goto(address());
});

it('the password is changed at the provider, which leads back', async () => {
  await press('Cambiar la contraseña');
  await page.getByLabel('Contraseña actual').fill(testPassword);
  for (const label of ['Contraseña nueva', 'Repetir la contraseña nueva'])
    await page.getByLabel(label, { exact: true }).fill('otra clave, más larga');
  await press('Guardar la contraseña');
  await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor();
  expect(page.url()).toBe(address());
});

it('somebody whose sign-in was long ago signs in anew first, and comes back to what they had written', async () => {
  const { email } = await setting.as('titular');
  const own = await (await openContext(browser)).newPage();
  const swap = await ofAnHourAgo({ email });
  await own.route('**/openid-connect/token', swap);
  await own.goto(address());
  await signIn(own, email);
  await own.getByRole('button', { name: 'Cambiar el correo' }).click();
  const wanted = `otra-${randomUUID().slice(0, 8)}@example.org`;
  await own.getByLabel('Dirección nueva').fill(wanted);
  await own.getByRole('button', { name: 'Enviar el enlace' }).click();
  await own.unroute('**/openid-connect/token', swap);
  await own.getByRole('button', { name: 'Entrar de nuevo' }).click();
  expect(await own.getByLabel('Correo electrónico').inputValue()).toBe(email);
  await signIn(own, email);
  expect(await own.getByLabel('Dirección nueva').inputValue()).toBe(wanted);
  await own.getByRole('button', { name: 'Enviar el enlace' }).click();
  await own.getByText(`Se envió un enlace a ${wanted}`).waitFor();
  expect(await keptIn(own)).toEqual([]);
  await own.close();
});

describe('a session whose token nobody can renew for a while', () => {
  const tokens = '**/openid-connect/token';
  let own: Page;
  let email: string;
  let signIns = 0;
  beforeAll(async () => {
    ({ email } = await world.people.enrol('editor', setting.network, setting.organization));
    own = await (await openContext(browser)).newPage();
    await own.goto(address());
    await signIn(own, email);
    await own.getByRole('button', { name: 'Cambiar el nombre' }).waitFor();
    own.on('request', (request) => request.url().includes('/openid-connect/auth') && signIns++);
  });
  afterAll(() => own.close());

  /** For the page alone: a token is good for 300. */
  const later = async (seconds: number) => own.clock.setSystemTime((await own.evaluate(() => Date.now())) + seconds * 1000);
  const send = () => own.getByRole('button', { name: 'Guardar el nombre' }).click();
  const write = async (name: string) => {
    await own.getByRole('button', { name: 'Cambiar el nombre' }).click();
    await own.getByLabel('Nombre que se muestra').fill(name);
  };
  const isSaved = (name: string) => own.getByText(name, { exact: true }).waitFor();
  /** What becomes of the first attempt to renew. */
  const renewing = async (first: (route: Route) => Promise<unknown>) => {
    let tries = 0;
    await own.route(tokens, async (route) => {
      tries += 1;
      await (tries === 1 ? first(route).then(() => route.abort('connectionfailed')) : route.continue());
    });
    return () => tries;
  };
  const nothing = () => Promise.resolve();
  const overAndLost = (route: Route) => route.fetch();

  it.each([
    ['the token holds for some seconds yet', 'Sigue Con Ese', 275, nothing],
    ['the token is over', 'Sigue Con Otro', 301, nothing],
    ['the new token was lost on the way', 'Sigue Sin Oírlo', 301, overAndLost],
  ])('goes on where the connection drops once and %s', async (_how, name, seconds, first) => {
    await write(name);
    await later(seconds);
    const count = await renewing(first);
    await send();
    await isSaved(name);
    expect([count() > (seconds > 300 ? 1 : 0), signIns]).toEqual([true, 0]);
    await own.unroute(tokens);
  });

  it('keeps the form and tells of the outage, and sends it once somebody answers', async () => {
    await write('Sigue Después');
    await later(301);
    await own.route(tokens, (route) => route.fulfill({ status: 503, body: '' }));
    await send();
    const told = own.getByRole('alert').getByText('El servicio no respondió o se perdió la conexión. Lo escrito sigue en esta página.');
    await eventually(async () => {
      await own.clock.fastForward(1000);
      return told.isVisible();
    }, 20_000);
    expect([await own.getByLabel('Nombre que se muestra').inputValue(), own.url(), signIns]).toEqual(['Sigue Después', address(), 0]);
    await own.unroute(tokens);
    await send();
    await isSaved('Sigue Después');
    expect(signIns).toBe(0);
  });

  it('ends where the provider refuses: it is signed in anew', async () => {
    const { sub: subject } = decodeJwt(await world.people.token(email));
    await write('No Se Guarda');
    await later(301);
    const { adminUrl, adminSecret } = world.identity;
    const headers = { authorization: `Bearer ${adminSecret}` };
    await fetch(`${adminUrl}/sessions/end`, { method: 'POST', headers, body: JSON.stringify({ subject }) });
    await Promise.all([own.waitForRequest(/openid-connect\/auth/), send()]);
    await own.getByLabel('Contraseña', { exact: true }).waitFor();
    expect(signIns).toBe(1);
  });
});

it('what somebody began to ask is shown to nobody else in the same tab, and is dropped with its dialog', async () => {
  const [first, second] = [await world.people.enrol('editor', setting.network), await world.people.enrol('editor', setting.network)];
  const own = await (await openContext(browser)).newPage();
  const swap = await ofAnHourAgo(first);
  const kept = () => keptIn(own);
  const ask = async () => {
    await own.getByRole('button', { name: 'Pedir que se borren' }).click();
    await own.getByLabel('Para confirmar').fill('BORRAR');
    await own.getByRole('button', { name: 'Pedir el borrado' }).click();
    await own.getByRole('button', { name: 'Entrar de nuevo' }).waitFor();
  };
  await own.route('**/openid-connect/token', swap);
  await own.goto(address());
  await signIn(own, first.email);
  await ask();
  expect(await kept()).toHaveLength(1);
  await own.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
  expect(await kept()).toEqual([]);
  await ask();
  await own.unroute('**/openid-connect/token', swap);
  await own.keyboard.press('Escape');
  await ask();
  const [key = ''] = await kept();
  expect(key).toMatch(/\.erase$/);
  await own.goto(address());
  await own.getByRole('dialog').getByLabel('Para confirmar').waitFor();
  await own.keyboard.press('Escape');
  await own.getByRole('button', { name: 'Salir' }).click();
  await own.waitForURL((url) => !url.pathname.includes('miembro'));
  expect(await kept()).toEqual([]);
  await own.evaluate((of) => sessionStorage.setItem(of, 'BORRAR'), key); // whoever left by another way than that button
  await own.goto(address());
  await signIn(own, second.email);
  await own.getByRole('button', { name: 'Pedir que se borren' }).waitFor();
  expect(await own.getByRole('dialog').count()).toBe(0);
  await own.close();
});

it('whoever has no role any more finds the account from the page that says so', async () => {
  const person = await world.people.enrol('editor', setting.network, setting.organization);
  await rowsOf('membership', 'update role set until = now() where person_id = $1', [person.id]);
  const own = await (await openContext(browser)).newPage();
  await own.goto(`${world.origin}/${setting.network.code}/miembro`);
  await signIn(own, person.email);
  await own.getByRole('link', { name: 'Ver la cuenta' }).click();
  await own.getByText('ya no tiene un papel en ninguna red').waitFor();
  await own.getByRole('button', { name: 'Pedir la copia' }).click();
  await own.getByRole('button', { name: 'Descargar la copia' }).waitFor({ timeout: 20_000 });
  await own.getByRole('button', { name: 'Pedir que se borren' }).waitFor();
  await own.close();
});

it('who operates disables and enables somebody, and the lead of a secretariat helps who lost the telephone', async () => {
  const person = await world.people.enrol('secretariat', setting.network, setting.secretariat);
  await rowsOf('membership', `update person set name = 'Persona Sin Teléfono' where id = $1`, [person.id]);
  await world.people.operator();
  const operation = `${world.origin}/operacion`;
  const operator = await (await enter(await openContext(browser), operation, operatorAccount, true)).newPage();
  await operator.goto(`${operation}/redes/${setting.network.code}`);
  const seek = async (where: Page) => {
    await where.getByRole('searchbox', { name: 'Nombre o correo' }).fill('telefono');
    await where.getByRole('button', { name: 'Buscar' }).click();
  };
  const decide = async (where: Page, deed: string, send: string) => {
    await where.getByRole('button', { name: deed }).click();
    await where.getByRole('dialog').getByLabel('Motivo').fill('Equipo perdido.');
    await where.getByRole('dialog').getByRole('button', { name: send, exact: true }).click();
  };
  await seek(operator);
  await decide(operator, 'Inhabilitar a Persona Sin Teléfono', 'Inhabilitar');
  await operator.getByText('por Operación. Equipo perdido.').waitFor();
  const leading = await setting.as('secretariat-lead');
  const home = `${world.origin}/${setting.network.code}`;
  const lead = await (await enter(await openContext(browser), `${home}/miembro`, leading, true)).newPage();
  await lead.goto(`${home}/secretaria/personas`);
  await lead.getByRole('link', { name: operatorAccount.email }).waitFor();
  await seek(lead);
  await lead.getByText('Inhabilitada').waitFor();
  expect(await lead.getByRole('button', { name: 'Habilitar a Persona Sin Teléfono' }).count()).toBe(0);
  await decide(lead, 'Restablecer el segundo paso de Persona Sin Teléfono', 'Restablecer');
  await lead.getByText('En un momento deja de valer el teléfono').waitFor();
  await decide(operator, 'Habilitar a Persona Sin Teléfono', 'Habilitar');
  await operator.getByText('Puede entrar', { exact: true }).waitFor();
  for (const one of [operator, lead]) {
    if (process.env.SIGHTS !== undefined)
      await one.screenshot({ path: `${process.env.SIGHTS}/accounts-${one === lead ? 'lead' : 'operator'}.png`, fullPage: true });
    expect(await violations(one)).toEqual([]);
    await one.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(one)).toBe(0);
    if (process.env.SIGHTS !== undefined)
      await one.screenshot({ path: `${process.env.SIGHTS}/accounts-${one === lead ? 'lead' : 'operator'}-360.png`, fullPage: true });
    await one.close();
  }
});

it('the reason for a decision outlives the sign-in that it asks for, and is confirmed there', async () => {
  const person = await world.people.enrol('editor', setting.network, setting.organization);
  await rowsOf('membership', `update person set name = 'Persona Por Inhabilitar' where id = $1`, [person.id]);
  await world.people.operator();
  const swap = await ofAnHourAgo(operatorAccount);
  const own = await (await openContext(browser)).newPage();
  const dialog = own.getByRole('dialog', { name: 'Inhabilitar a Persona Por Inhabilitar' });
  const enterAnew = async () => {
    await signIn(own, operatorAccount.email);
    await giveCode(own);
  };
  await own.route('**/openid-connect/token', swap);
  await own.goto(`${world.origin}/operacion/redes/${setting.network.code}`);
  await enterAnew();
  await own.getByRole('searchbox', { name: 'Nombre o correo' }).fill('por inhabilitar');
  await own.getByRole('button', { name: 'Buscar' }).click();
  await own.getByRole('button', { name: 'Inhabilitar a Persona Por Inhabilitar' }).click();
  expect(await dialog.getByText('Se conservó lo escrito').count()).toBe(0);
  await dialog.getByLabel('Motivo').fill('Equipo');
  await dialog.getByRole('button', { name: 'Inhabilitar', exact: true }).click();
  await dialog.getByRole('button', { name: 'Entrar de nuevo' }).waitFor();
  await dialog.getByLabel('Motivo').fill('Equipo perdido, dijo por teléfono.');
  await own.unroute('**/openid-connect/token', swap);
  await dialog.getByRole('button', { name: 'Entrar de nuevo' }).click();
  await enterAnew();
  await dialog.getByText('Se conservó lo escrito antes de entrar de nuevo').waitFor();
  expect([await dialog.getByLabel('Motivo').inputValue(), await keptIn(own)]).toEqual(['Equipo perdido, dijo por teléfono.', []]);
  expect(await violations(own)).toEqual([]);
  if (process.env.SIGHTS !== undefined) await own.screenshot({ path: `${process.env.SIGHTS}/decision-kept.png` });
  await dialog.getByRole('button', { name: 'Inhabilitar', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await own.getByText('por Operación. Equipo perdido, dijo por teléfono.').waitFor();
  expect(await keptIn(own)).toEqual([]);
  await own.close();
});

it('to be forgotten takes a word and a week, and can be taken back', async () => {
  await press('Pedir que se borren');
  await press('Pedir el borrado');
  await page.getByText('Falta escribir BORRAR').waitFor();
  await page.getByLabel('Para confirmar').fill('borrar');
  await press('Pedir el borrado');
  await page.getByText('Los datos se borrarán el').waitFor();
  await press('Desistir');
  await page.getByRole('button', { name: 'Pedir que se borren' }).waitFor();
});
