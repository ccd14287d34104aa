import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { searchPractices } from '@alianza/contracts/repository/search';
import { openBrowser, visit, type Visit } from '@alianza/testing/browser';
import { eventually } from '@alianza/testing/eventually';
import { asReviewer, asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openFleetWorld, openWorld, type World } from '@alianza/testing/world';
import type { Browser } from 'playwright-core';
import { createPassword, giveCode, linkIn, mailTo, signIn } from './steps.js';

const applicant = 'contacto@fundacion-relevo.example.org';
const organization = 'Fundación Relevo (ficticia)';
const title = 'Guarderías móviles en mercados (ficticia)';

const written: readonly (readonly [string, string])[] = [
  ['Cómo se hizo', 'Se acondicionó una camioneta y se acordaron horarios con cada mercado.'],
  ['Qué logró', 'En 2025 se cuidó a 140 niñas y niños en cuatro mercados.'],
  ['Qué no funcionó y cómo se resolvió', 'El ruido no dejaba dormir; se buscó un lugar más apartado.'],
  ['Qué se aprendió', 'Hace falta hablar primero con quien administra el mercado.'],
  ['Qué se necesita para repetirla', 'Un vehículo, dos personas con formación y un permiso municipal.'],
  ['Lugar', 'Valle Imaginario'],
  ['Organizaciones que la hacen', organization],
];

const layouts: readonly (readonly [string, () => Promise<World>])[] = [
  ['in one process', openWorld],
  ['in processes of their own, with two gateways', openFleetWorld],
];

describe.each(layouts)('services %s', (_layout, open) => {
  let world: World;
  let setting: Setting;
  let browser: Browser;
  const visits: Visit[] = [];

  beforeAll(async () => {
    world = await open();
    setting = await openSetting(world);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function somebody() {
    const opened = await visit(browser);
    visits.push(opened);
    return opened.page;
  }
  const at = (path: string) => `${world.origin}/${setting.network.code}${path}`;

  it('a visitor applies, confirms the address and follows the application', async () => {
    const page = await somebody();
    await page.goto(at('/solicitud'));
    await page.getByLabel('Nombre de la organización').fill(organization);
    await page.getByLabel('Correo para seguir la solicitud').fill(applicant);
    await page.getByLabel('Sector').selectOption('civil-society');
    await page.getByLabel('País donde tiene su sede').selectOption('AR');
    await page.getByLabel('Qué trabajo de cuidados hace la organización').fill('Organiza relevos para quien cuida.');
    await page.getByLabel('Por qué quiere integrarse').fill('Para compartir lo aprendido.');
    await page.getByLabel('Escribir el texto aquí').check();
    await page.getByLabel('Texto de la carta').fill('Expresamos nuestro interés en integrarnos.');
    await page.getByRole('button', { name: 'Enviar solicitud' }).click();
    await page.getByRole('heading', { name: 'Falta confirmar el correo' }).waitFor();

    await page.goto(linkIn(await mailTo(world, applicant, /Confirmar/), '/solicitud/confirmar#'));
    await page.getByRole('button', { name: 'Confirmar el correo' }).click();
    await page
      .getByRole('heading', { name: organization })
      .or(page.getByRole('heading', { name: 'Seguimiento de la solicitud' }))
      .first()
      .waitFor();
    await page.goto(linkIn(await mailTo(world, applicant, /recibió/), '/solicitud/seguimiento#'));
    await page.getByText('Recibida').first().waitFor();
  }, 90_000);

  it('the secretariat takes it, asks, is answered by the private link and accepts; the titular is bound to the role', async () => {
    const secretariat = await asSecretariat(setting);
    const staff = await somebody();
    await staff.goto(at('/secretaria'));
    await signIn(staff, secretariat.email);
    await giveCode(staff);
    await staff.getByRole('link', { name: organization }).click();
    await staff.getByText('Ninguna organización ni solicitud coincide').waitFor();
    await staff.getByText('La carta viene como texto, sin firma').waitFor();
    await staff.getByRole('button', { name: 'Tomarla' }).click();
    await staff.getByRole('button', { name: 'Devolverla a la bandeja' }).waitFor();
    const dialog = staff.getByRole('dialog');
    await staff.getByRole('button', { name: 'Pedir aclaración' }).click();
    await dialog.getByLabel('Qué hace falta aclarar').fill('¿Quién firma la carta?');
    await dialog.getByRole('button', { name: 'Enviar la pregunta' }).click();
    await staff.getByText('Hay una aclaración sin responder').waitFor();

    const asked = await somebody();
    await asked.goto(linkIn(await mailTo(world, applicant, /pide una aclaración/), '/solicitud/seguimiento#'));
    await asked.getByText('¿Quién firma la carta?').first().waitFor();
    await asked.getByLabel('Respuesta').fill('La presidencia del patronato.');
    await asked.getByRole('button', { name: 'Enviar respuesta' }).click();
    await asked.getByText('La respuesta llegó. La revisión continúa.').waitFor();

    await staff.reload();
    await staff.getByText('La presidencia del patronato.').waitFor();
    await staff.getByRole('button', { name: 'Aceptar el ingreso' }).click();
    await dialog.getByLabel('Categoría').selectOption({ index: 1 });
    await dialog.getByLabel('Acuerdo o documento que lo respalda').fill('Acuerdo CG-3/2026');
    await dialog.getByLabel('Fecha de ese acuerdo o documento').fill('2026-02-27');
    await dialog.getByRole('button', { name: 'Aceptar el ingreso' }).click();
    await staff.getByText('Se aceptó el ingreso').waitFor();
    await asked.reload();
    await asked.getByText('Acuerdo CG-3/2026, del 27 de febrero de 2026').waitFor();

    const titular = await somebody();
    await titular.goto(linkIn(await mailTo(world, applicant, /Invitación/), '/invitacion#'));
    await titular.getByLabel('Nombre que se muestra').fill('Titular, Fundación Relevo');
    await titular.getByRole('button', { name: 'Aceptar y entrar' }).click();
    await createPassword(world, titular, applicant);
    await titular.getByRole('heading', { name: 'Pendiente de nosotras' }).waitFor();
    await titular.getByText(organization).first().waitFor();
  }, 90_000);

  it('the titular writes a practice and submits it', async () => {
    const page = visits.at(-1)?.page;
    if (!page) throw new Error('nobody is signed in');
    await page.goto(at('/miembro/practicas/nueva'));
    await page.getByLabel('Título').fill(title);
    await page.getByLabel('Resumen').fill('Un servicio que cuida a niñas y niños mientras sus madres venden en el mercado.');
    await page.getByRole('button', { name: 'Empezar el borrador' }).click();
    await page.getByRole('button', { name: 'Enviar a revisión' }).waitFor();
    for (const [label, words] of written) await page.getByRole('textbox', { name: label }).first().fill(words);
    await page
      .getByLabel('Nivel de evidencia')
      .or(page.getByRole('radio', { name: /Datos propios/ }))
      .last()
      .check();
    await page.getByRole('button', { name: 'Agregar una fuente' }).click();
    await page.getByLabel('Título de la fuente').fill('Informe anual del mercado');
    await page.getByText(/Guardado a las/).waitFor();
    await page.getByRole('button', { name: 'Enviar a revisión' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar a revisión' }).click();
    await page.getByText('Está en revisión').waitFor();
  }, 90_000);

  const search = async (q: string) => {
    const { items } = await world.edge.call<{ items: { title: string }[] }>(searchPractices, { q }, { network: setting.network.code });
    return items;
  };

  it('a reviewer publishes it, and within 2 s anybody finds it by a misspelt query and reads it without JavaScript', async () => {
    const reviewer = await asReviewer(setting);
    const page = await somebody();
    await page.goto(at('/secretaria/practicas'));
    await signIn(page, reviewer.email);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: 'Publicar' }).click();
    const dialog = page.getByRole('dialog');
    const publishing = page.waitForResponse((response) => response.url().includes('/publish') && response.request().method() === 'POST');
    await dialog.getByRole('button', { name: 'Publicar' }).click();
    expect((await publishing).status()).toBe(200);
    const since = performance.now();

    const query = 'guarderias mobiles en mercadso';
    await eventually(async () => (await search(query)).some((found) => found.title === title), 5000);
    const took = performance.now() - since;
    process.stdout.write(`from publication to found by a misspelt query: ${took.toFixed(0)} ms\n`);
    expect(took).toBeLessThan(2000);

    const { page: reader, context } = await visit(browser, { javaScriptEnabled: false });
    await reader.goto(at(`/practicas?q=${encodeURIComponent(query)}`));
    await reader.getByRole('link', { name: title }).click();
    await reader.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await reader.getByText('140 niñas y niños').count()).toBeGreaterThan(0);
    await context.close();
  }, 90_000);

  it('nothing complained on the way', () => {
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
