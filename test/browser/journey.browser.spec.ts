import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { searchPractices } from '@alianza/contracts/repository/search';
import { charted } from '@alianza/testing/builders/actors';
import { published } from '@alianza/testing/builders/practices';
import { openBrowser, visit, type Visit } from '@alianza/testing/browser';
import { lastOtherwise } from '@alianza/testing/eventually';
import { asReviewer, asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openFleetWorld, openWorld, type World } from '@alianza/testing/world';
import type { Browser } from 'playwright-core';
import { handIn, writePractice, writtenFields } from './practice-steps.js';
import { createPassword, giveCode, linkIn, mailTo, signIn } from './steps.js';

const applicant = 'contacto@fundacion-relevo.example.org';
const organization = 'Fundación Relevo (ficticia)';
/** As the map of actors knows it, where nobody but the secretariat reads it. */
const charting = {
  name: { original: 'es', es: 'Casa del Relevo (ficticia)' },
  website: 'https://fundacion-relevo.example.org/',
  shown: false,
};
const title = 'Guarderías móviles en mercados (ficticia)';
/** What the misspelt query could bring as well. */
const others = ['Guarderías en oficinas (ficticia)', 'Lavanderías móviles (ficticia)', 'Mercados que cuidan (ficticia)'];

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
    await charted(setting, charting);
    for (const es of others) await published(setting, { title: { original: 'es', es } });
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
    await page.getByRole('checkbox', { name: 'País', exact: true }).check();
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
    await page
      .getByText('De los datos de la solicitud, al ingresar se muestran en público, además de su nombre, su sector y su categoría: país')
      .waitFor();
  }, 90_000);

  it('the secretariat takes it, asks, is answered by the private link and accepts; the titular is bound to the role', async () => {
    const secretariat = await asSecretariat(setting);
    const staff = await somebody();
    await staff.goto(at('/secretaria'));
    await signIn(staff, secretariat.email);
    await giveCode(staff);
    await staff.getByRole('link', { name: organization }).click();
    await staff.getByText('actora del mapa: mismo dominio web').waitFor();
    await staff.getByRole('link', { name: charting.name.es }).click();
    await staff.getByRole('heading', { name: charting.name.es }).waitFor();
    await staff.goBack();
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
    await dialog.getByLabel(`Es ${charting.name.es}`).check();
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
    await writePractice(page, {
      title,
      summary: 'Un servicio que cuida a niñas y niños mientras sus madres venden en el mercado.',
      fields: writtenFields(organization),
      source: 'Informe anual del mercado',
    });
    await handIn(page);
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

    const query = 'guarderias mobiles en mercadso';
    const took = await lastOtherwise(async () => (await search(query))[0]?.title === title);
    process.stdout.write(`from publication to found by a misspelt query: ${took.toFixed(0)} ms\n`);
    expect(took).toBeLessThan(2000);

    const { page: reader, context } = await visit(browser, { javaScriptEnabled: false });
    await reader.goto(at(`/practicas?q=${encodeURIComponent(query)}`));
    await reader.getByRole('link', { name: title }).click();
    await reader.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await reader.getByText('1,200 horas').count()).toBeGreaterThan(0);
    await context.close();
  }, 90_000);

  it('nothing complained on the way', () => {
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
