import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grantRole } from '@alianza/contracts/membership/people';
import { roleEnded } from '@alianza/contracts/membership/representation/roles';
import { localIssuer } from '@alianza/local/environments';
import { openBrowser } from '@alianza/testing/browser';
import { closeInquiry } from '@alianza/contracts/repository/inquiries';
import { draftPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { openInquiry } from '@alianza/testing/builders/inquiries';
import { completeContent, drafted, published } from '@alianza/testing/builders/practices';
import { accreditedTitular, filedLetter } from '@alianza/testing/builders/representatives';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { enter, openContext } from './stage.js';
import { mailTo } from './steps.js';

let world: World;
let setting: Setting;
let browser: Browser;
let titular: BrowserContext;
let lead: BrowserContext;
let filed: { readonly id: string };
let writing: Page;
let deciding: Page;
let left: Page;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  filed = await filedLetter(setting, await accreditedTitular(setting));
  browser = await openBrowser();
  titular = await enter(await openContext(browser), at('miembro'), await setting.as('titular'));
  lead = await enter(await openContext(browser), at('miembro'), await setting.as('secretariat-lead'), true);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const at = (address: string) => `${world.origin}/${setting.network.code}/${address}`;
const name = () => `Organización ${setting.organization.slug} (ficticia)`;
/** For whoever wants to look: `SIGHTS` names a folder. */
const look = async (page: Page, as: string) => {
  const folder = process.env.SIGHTS;
  if (folder === undefined) return;
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${as}-${String(width)}.png`), fullPage: true });
  }
};
const write = (words: string) => writing.getByRole('textbox', { name: 'Qué logró' }).first().fill(words);
const decide = async (press: string, send: string) => {
  await deciding.locator('.file').getByRole('button', { name: press, exact: true }).click();
  const dialog = deciding.getByRole('dialog');
  await dialog.getByRole('button', { name: send, exact: true }).click();
  await dialog.getByText('Falta el motivo').waitFor();
  await look(deciding, `dialog-${press.split(' ')[0]?.toLowerCase() ?? ''}`);
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Dos sesiones sin asistencia ni justificación.');
  await dialog.getByRole('button', { name: send, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

describe('an organisation that is suspended while somebody writes', () => {
  it('is found in the table of members, and its file says what suspending does before it is done', async () => {
    const { id } = await drafted(setting);
    writing = await titular.newPage();
    await writing.goto(at(`miembro/practicas/${id}`));
    await write('En 2025 se cuidaron 1,200 horas por turnos.');
    await writing.getByText(/Guardado a las/).waitFor();
    const home = await titular.newPage();
    await home.goto(at('miembro'));
    await home.locator('ol.due > li').first().waitFor();
    await home.goto(at('miembro/practicas'));
    await home.getByRole('link', { name: 'Escribir una práctica' }).first().waitFor();
    await home.goto(at('miembro'));
    await home.locator('ol.due > li').first().waitFor();
    left = home;
    deciding = await lead.newPage();
    await deciding.goto(at('secretaria/integrantes'));
    await deciding.getByRole('searchbox', { name: 'Buscar por nombre o siglas' }).fill(setting.organization.slug);
    await deciding.getByRole('button', { name: 'Buscar' }).click();
    await deciding.getByText('1 de 1').waitFor();
    await look(deciding, 'members');
    await deciding.getByRole('link', { name: name() }).click();
    await deciding.locator('.file').getByText('Se registró en la plataforma').waitFor();
    await look(deciding, 'member-file');
    await decide('Suspender', 'Suspender a la organización');
    await deciding.locator('.file').getByText('Suspendida', { exact: true }).waitFor();
  }, 60_000);

  it('has its next save refused in words that say why, and nothing of the page is lost, though the browser keeps no more', async () => {
    const words = 'En 2026 se cuidaron 2,400 horas por turnos.';
    await writing.evaluate(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
        if (key.startsWith('alianza.unsent.')) throw new DOMException('lleno', 'QuotaExceededError');
        set.call(this, key, value);
      };
    });
    await write(words);
    await writing.getByText('Sin guardar: la participación está suspendida').waitFor();
    await writing.getByText('Mientras dure la suspensión se puede leer y descargar').waitFor();
    await look(writing, 'refused');
    expect(await writing.getByRole('textbox', { name: 'Qué logró' }).first().inputValue()).toBe(words);
  }, 30_000);

  it('has nothing to do any more on its first page, though that was open before', async () => {
    await eventually(async () => {
      await left.evaluate(() => window.dispatchEvent(new Event('visibilitychange'))); // looked at again
      return (await left.locator('.acting').getByText('participación suspendida').count()) > 0;
    }, 30_000);
    expect(await left.locator('ol.due > li').count()).toBe(0);
    await left.close();
  }, 60_000);

  it('goes on reading, its own page among it, and downloads what was before', async () => {
    const page = await titular.newPage();
    await page.goto(at('miembro/personas'));
    const [taken] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: /Descargar el oficio de/ })
        .first()
        .click(),
    ]);
    expect(taken.suggestedFilename()).toMatch(/\.pdf$/);
    expect(
      await page
        .getByRole('main')
        .getByRole('button', { name: /Invitar a alguien|Pasar el papel|Presentar|Terminar/ })
        .count(),
    ).toBe(0);
    await page.goto(at('miembro'));
    await page.locator('.acting').getByText('participación suspendida').waitFor();
    await page.getByText('lo pendiente vuelve a esta lista').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('ol.due > li').count()).toBe(0);
    await page.goto(at('miembro/practicas'));
    await page.getByRole('table').getByRole('link').first().waitFor();
    expect(await page.getByRole('link', { name: 'Escribir una práctica' }).count()).toBe(0);
    await page.goto(at('miembro'));
    await page.getByRole('link', { name: 'Ver el motivo' }).click();
    await page.getByText('La participación está suspendida').waitFor();
    const history = page.getByRole('region', { name: 'Historia' });
    await history.getByText('Motivo: Dos sesiones').waitFor();
    expect([await history.getByText('La red', { exact: true }).count(), await history.getByText('secretariat-lead').count()]).toEqual([
      2, 0,
    ]);
    await look(page, 'own-history');
    await page.goto(at(`organizaciones/${setting.organization.slug}`));
    await page.getByRole('heading', { name: name() }).waitFor();
    expect(await page.getByText(/suspendid/i).count()).toBe(0);
    await page.close();
  }, 30_000);

  it('has no letter decided meanwhile, nor anybody invited', async () => {
    const page = await lead.newPage();
    await page.goto(at(`secretaria/oficios?abierta=${filed.id}`));
    await page.getByText('La organización no participa ahora').waitFor();
    expect(
      await page
        .locator('.file')
        .getByRole('button', { name: /^(Acreditar|Devolver)$/ })
        .count(),
    ).toBe(0);
    await page.goto(at(`secretaria/integrantes/${setting.organization.id}/personas`));
    await page
      .getByRole('button', { name: /Descargar el oficio de/ })
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /Invitar a alguien|Pasar el papel/ }).count()).toBe(0);
    await page.close();
  });

  it('leaves to somebody of it what they do in the network, and says for whom that waits', async () => {
    const secretariat = await setting.as('secretariat');
    const { id, version } = await world.edge.call<EditablePractice>(draftPractice, { content: completeContent() }, secretariat);
    await world.edge.call(submitPractice, { id, terms: 1 }, { ...secretariat, version });
    const { email, subject } = await world.people.stranger();
    const person = { name: 'De las dos', language: 'es', email, issuer: localIssuer, subject };
    const operator = await setting.as('operator');
    await world.edge.call(grantRole, { organizationId: setting.organization.id, role: 'editor', person }, operator);
    await world.edge.call(grantRole, { organizationId: null, role: 'reviewer', person }, operator);
    const context = await enter(await openContext(browser), at('miembro'), { email });
    const page = await context.newPage();
    await page.goto(at('miembro'));
    await page.locator('.acting').getByText(name()).waitFor();
    await page.getByText('La Secretaría Técnica puede explicar el motivo').waitFor();
    expect(await page.locator('.lede', { hasText: 'Un asunto espera a' }).textContent()).not.toContain(name());
    await context.close();
  }, 30_000);

  it('is let go on once it is reinstated, from the page that was left open', async () => {
    await decide('Levantar la suspensión', 'Levantar la suspensión');
    await deciding.locator('.file').getByText('Activa', { exact: true }).waitFor();
    await writing.getByRole('button', { name: 'Guardar de nuevo' }).click();
    await writing.getByText(/Guardado a las/).waitFor();
    expect(await deciding.locator('.file').getByText('Motivo: Dos sesiones').count()).toBeGreaterThan(1);
  }, 30_000);

  it('says of itself what the public reads', async () => {
    const page = await titular.newPage();
    await page.goto(at('miembro/organizacion'));
    await page.getByLabel('País', { exact: true }).first().selectOption('KE');
    await page.getByLabel('Sitio web', { exact: false }).first().fill('www.example.org');
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByRole('alert').getByRole('link', { name: 'La dirección del sitio web está incompleta' }).waitFor();
    await look(page, 'own-wrong');
    await page.getByLabel('Sitio web', { exact: false }).first().fill('https://red.example.org');
    await page.getByRole('group', { name: 'Qué se muestra en público' }).getByLabel('Sitio web').uncheck();
    await page.getByRole('button', { name: 'Guardar', exact: true }).click();
    await page.getByText('Guardado. Lo que se muestra en público').waitFor();
    await look(page, 'own');
    const reader = await titular.newPage();
    await eventually(async () => {
      await reader.goto(at(`organizaciones/${setting.organization.slug}`));
      return (await reader.getByText('Kenia').count()) > 0;
    });
    expect(await reader.getByText('red.example.org').count()).toBe(0);
    await look(reader, 'public');
  }, 60_000);
});

describe('the directory inside the network', () => {
  it('finds others by where they are, from its figures, and stays inside', async () => {
    const page = await titular.newPage();
    await page.goto(at('miembro/organizaciones'));
    await page.getByRole('table', { name: 'Por región' }).getByRole('link', { name: 'África' }).click();
    await page.getByText('1 de 1').waitFor();
    await page.getByRole('table', { name: 'Por país' }).getByRole('link', { name: 'Kenia' }).click();
    await page.waitForURL(/miembro\/organizaciones\?region=africa&pais=KE$/);
    await page.getByRole('table', { name: 'Organizaciones de la red' }).getByRole('link', { name: name() }).waitFor();
    await look(page, 'directory');
    await page.locator('#region').selectOption('europe-central-asia');
    await page.getByText('Ninguna organización cumple').waitFor();
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await page.getByRole('table', { name: 'Organizaciones de la red' }).getByRole('link', { name: name() }).waitFor();
    await page.locator('#category').selectOption({ index: 1 });
    await page.waitForURL(/organizaciones\?categoria=[a-z]/);
    await page.locator('#category').selectOption('');
    await page.getByRole('table', { name: 'Organizaciones de la red' }).getByRole('link', { name: name() }).waitFor();
    const offered = () => page.locator('#country option').allTextContents();
    const before = await offered();
    const held = Promise.withResolvers<undefined>();
    await page.route(/[?&]sector=/, (route) => held.promise.then(() => route.continue()));
    await page.locator('#sector').selectOption('academia');
    await page.waitForURL(/organizaciones\?sector=academia$/);
    expect([before.includes('Kenia'), await offered()]).toEqual([true, before]);
    held.resolve(undefined);
    await page.close();
  }, 30_000);
});

describe('a desk of the secretariat', () => {
  it('takes what the table of members finds as a sheet with the columns it chose, and writes to those', async () => {
    const page = await lead.newPage();
    await page.goto(at('secretaria/integrantes'));
    await page.getByRole('table').getByRole('link', { name: name() }).waitFor();
    await page.locator('#country').selectOption('KE');
    await page.locator('#titular').selectOption('present');
    await page.getByText('1 de 1').waitFor();
    await page.locator('summary', { hasText: 'Columnas' }).click();
    await page.getByRole('checkbox', { name: 'Titular' }).click(); // it is ticked once the address says so
    await page.getByRole('cell', { name: 'Tiene' }).waitFor();
    await look(page, 'members-filtered');
    const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Descargar en XLSX' }).click()]);
    expect(await readSheet(await readFile(await taken.path()))).toEqual([
      ['Organización', 'Sector', 'País', 'Categoría', 'Estado', 'Titular', 'Oficio'],
      [name(), expect.any(String), 'Kenia', 'Integrante', 'Activa', 'Tiene', 'Vigente'],
    ]);
    await page.getByRole('link', { name: 'Escribir a estas organizaciones' }).click();
    await page.locator('#subject').fill('Cita de octubre (prueba)');
    await page.locator('#body').fill('Hay cita el día 7.');
    await page.getByRole('button', { name: 'Ver a quién llega' }).click();
    await page.getByText('A una persona.').waitFor();
    await page.getByRole('button', { name: 'Enviar', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar a una persona' }).click();
    const { email } = await setting.as('titular');
    expect((await mailTo(world, email, /Cita de octubre/)).text).toContain('Hay cita el día 7.');
    await page.close();
  }, 60_000);

  it('takes the log of what happened along, and sends on what had failed to arrive', async () => {
    const [id, personId] = [randomUUID(), randomUUID()];
    const data = { personId, role: 'editor', organizationId: null, reason: 'Relevo.', succeeded: false };
    const fact = { id: randomUUID(), networkId: setting.network.id, cause: 'prueba', aggregateId: personId, aggregateVersion: 1, data };
    const actor = { personId: null, organizationId: null, service: 'membership' };
    const event = { ...fact, actor, subject: roleEnded.subject, occurredAt: '2026-01-15T12:00:00.000Z' };
    const text = `insert into dead_letter (id, consumer, event, reason) values ($1, 'repository-roles-ended', $2, 'prueba') returning id`;
    await rowsOf('repository', text, [id, JSON.stringify(event)]);
    const page = await lead.newPage();
    await page.goto(at('secretaria/entregas'));
    await page.getByRole('button', { name: /^Reintentar: / }).click();
    await page.getByText('Llegó a donde debía.').waitFor();
    await page.goto(at('secretaria/bitacora'));
    const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Descargar CSV' }).click()]);
    expect(taken.suggestedFilename()).toMatch(/bitacora.*\.csv$/);
    await page.getByText(/^Se exportaron \d+ asientos/).waitFor();
    await rowsOf('repository', 'delete from dead_letter where id = $1 returning id', [id]);
    await page.close();
  }, 60_000);

  it('offers what is open to be taken, and what is settled to nobody', async () => {
    const { inquiryId: id, version } = await openInquiry(setting, { kind: 'mistake' });
    const page = await lead.newPage();
    await page.goto(at(`secretaria/consultas?abierta=${id}`));
    await page.getByRole('button', { name: 'Tomar a cargo' }).waitFor();
    await world.edge.call(closeInquiry, { id, reason: 'Ya se corrigió.' }, { ...(await setting.as('secretariat-lead')), version });
    await page.reload();
    await page.locator('.file .assignment p').waitFor();
    await page.getByText('Ya se corrigió.').waitFor();
    expect(await page.locator('.file .assignment').getByRole('button').count()).toBe(0);
    await page.close();
  });

  it('opens what a link leads to, though it is not in the part that is listed', async () => {
    const { id, content } = await published(setting);
    const page = await lead.newPage();
    await page.goto(at(`secretaria/verificaciones?abierta=${id}`));
    await page.getByRole('heading', { name: content.title.es ?? '?', level: 2 }).waitFor();
    await page.close();
  });

  it('says all that is missing to begin a practice for somebody at once', async () => {
    const page = await lead.newPage();
    await page.goto(at('miembro/practicas/nueva'));
    await page.getByRole('radio', { name: 'De una organización, en su nombre' }).check();
    await page.getByRole('button', { name: 'Empezar el borrador' }).click();
    await page.locator('#title[aria-invalid=true]').waitFor();
    expect(await page.locator('#organization[aria-invalid=true]').count()).toBe(1);
    await page.close();
  });
});
