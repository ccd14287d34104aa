import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { searchPractices } from '@alianza/contracts/repository/search';
import { openBrowser, visit, type Visit } from '@alianza/testing/browser';
import { published } from '@alianza/testing/builders/practices';
import { replicator } from '@alianza/testing/builders/replications';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { handIn, writePractice, writtenFields } from './practice-steps.js';
import { signIn } from './steps.js';

const title = 'Costurero de relevos (ficticia)';
const slug = 'costurero-de-relevos-ficticia';
const answers = {
  'Qué logró': { asked: '¿De qué año es esta cifra?', answer: 'Es de 2025, y ahora lo dice el texto.' },
  Lugar: { asked: '¿En qué municipio?', answer: 'En Ladera Imaginaria; el valle abarca tres.' },
} as const;
/** What the misspelt query could bring as well: each says one of its words, or both in passing, or one that is like it. */
const others: readonly (readonly [title: string, summary: string])[] = [
  ['Costurero comunitario (ficticio)', 'Mujeres que cosen y conversan.'],
  ['Relevos para quien cuida (ficticia)', 'El costurero del barrio presta su sala.'],
  ['Rebozos y telares de la costa (ficticia)', 'Artesanas que tejen juntas.'],
];
const misspelt = 'costrero de relebos';
const better = 'En 2025 se cuidaron 1,450 horas por turnos.';
const best = 'En 2026 se cuidaron 2,010 horas por turnos.';

let world: World;
let setting: Setting;
let browser: Browser;
let author: Visit;
let reviewer: Visit;
let reader: Visit;
let replicating: Visit;
let id: string;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  for (const [es, summary] of others) await published(setting, { title: { original: 'es', es }, summary: { original: 'es', es: summary } });
  browser = await openBrowser();
  [author, reviewer, replicating] = [await visit(browser), await visit(browser), await visit(browser)];
  reader = await visit(browser, { javaScriptEnabled: false });
  for (const { context } of [author, reviewer, replicating, reader]) context.setDefaultTimeout(10_000);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const at = (address: string) => `${world.origin}/${setting.network.code}${address}`;
/** For whoever wants to look: `SIGHTS` names a folder. */
const look = async ({ page }: Visit, name: string) => {
  const folder = process.env.SIGHTS;
  if (folder === undefined) return;
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${name}-${String(width)}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

/** What held the keyboard's focus is gone with what was done: the title of the page has it. */
const onTitle = (page: Page) => eventually(() => page.evaluate(() => document.activeElement?.tagName === 'H1'));

async function comment(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `Comentar ${field}` }).click();
  await page.getByLabel(`Comentario sobre «${field}»`).fill(words);
}

async function decide(page: Page, press: string, said: string): Promise<void> {
  await page.getByRole('button', { name: press, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: press, exact: true }).click();
  await page.getByRole('status').filter({ hasText: said }).waitFor();
  await page.getByText(/No hay prácticas por revisar|Ninguna práctica está en ese caso/).waitFor();
}

/** What the editor holds of a field is changed, saved and handed in. */
async function rewrite(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Qué logró' }).first().fill(words);
  await page.getByText(/Guardado a las/).waitFor();
  await handIn(page);
}

const replica: readonly (readonly [label: string, words: string])[] = [
  ['Lugar', 'Ladera Imaginaria'],
  ['Año en que empezó', '2025'],
  ['Qué se cambió', 'Los turnos son de medio día, porque el mercado abre de madrugada.'],
  ['Qué resultado dio', 'En seis meses se cuidaron 300 horas por turnos.'],
  ['Título de la fuente', 'Cuaderno de turnos (ficticio)'],
];

describe('the life of a record', () => {
  it('its author drafts it, and hands it in', async () => {
    const { page } = author;
    await page.goto(at('/miembro/practicas/nueva'));
    await signIn(page, (await asTitular(setting)).email);
    const summary = 'Vecinas que cosen juntas se turnan para cuidar a quien lo necesita.';
    await writePractice(page, { title, summary, fields: writtenFields('Costurero del Valle (ficticio)'), source: 'Registro de horas' });
    id = /\/miembro\/practicas\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    expect(id).not.toBe('');
    await look(author, '0-draft');
    await handIn(page);
    await onTitle(page);
    await page.getByRole('button', { name: 'Recuperar para seguir escribiendo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Recuperar para seguir escribiendo' }).click();
    await page.getByText('La práctica salió de la revisión.').waitFor();
    await onTitle(page);
    await handIn(page);
  }, 60_000);

  it('a reviewer takes it and asks for changes in two fields', async () => {
    const { page } = reviewer;
    await rowsOf('repository', `update practice set submitted_at = submitted_at - interval '12 days' where id = $1`, [id]);
    await page.goto(at('/secretaria/practicas'));
    await signIn(page, (await asReviewer(setting)).email);
    const row = page.getByRole('row').filter({ hasText: title });
    expect(await row.locator('td.num').textContent()).toBe('12');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: 'Tomarla' }).click();
    await page.locator('.file').getByText('La tiene esta cuenta').waitFor();
    await author.page.reload();
    await author.page.getByText('Está en revisión').waitFor();
    expect(await author.page.getByRole('button', { name: 'Recuperar para seguir escribiendo' }).count()).toBe(0);
    for (const [field, { asked }] of Object.entries(answers)) await comment(page, field, asked);
    await look(reviewer, '1-review');
    await decide(page, 'Pedir cambios', 'Se pidieron los cambios');
  }, 60_000);

  it('its author finds each comment at its field, answers both, and hands it in again', async () => {
    const { page } = author;
    await page.goto(at(`/miembro/practicas/${id}`));
    const list = page.getByRole('region', { name: 'La revisión dejó 2 comentarios' });
    for (const [field, { asked, answer }] of Object.entries(answers)) {
      await list.getByRole('button', { name: field }).click();
      const at = page.locator('.ask', { hasText: asked });
      await at.getByRole('button', { name: 'Responder' }).click();
      await page.getByLabel(`Respuesta sobre «${field}»`).fill(answer);
      await page.getByRole('button', { name: 'Guardar la respuesta' }).click();
      await at.getByText('Nuestra respuesta:').waitFor(); // what is typed counts as text too
    }
    await eventually(async () => (await list.getByText('(respondido)').count()) === 2);
    await look(author, '2-answer');
    await rewrite(page, better);
  }, 60_000);

  it('the second review shows what changed and what was said, and publishes', async () => {
    const { page } = reviewer;
    await page.goto(at('/secretaria/practicas?asignadas=me'));
    await page.getByRole('link', { name: title }).click();
    const file = page.locator('.file');
    await file.locator('ins', { hasText: '1,450' }).waitFor();
    for (const { answer } of Object.values(answers)) await file.getByText(answer).waitFor();
    expect(await file.locator('del').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('un año')]));
    await file.getByRole('button', { name: 'Dar por resuelto Qué logró' }).click();
    await file.locator('.state', { hasText: 'Resuelto' }).waitFor();
    await look(reviewer, '3-second-review');
    await page.getByRole('button', { name: 'Publicar', exact: true }).click();
    await page.getByRole('dialog').getByText('Un comentario sigue abierto.').waitFor();
    await page.keyboard.press('Escape');
    await decide(page, 'Publicar', 'La práctica se publicó');
    await eventually(async () => {
      const { items } = await world.edge.call<{ items: { title: string }[] }>(
        searchPractices,
        { q: misspelt },
        { network: setting.network.code },
      );
      return items.length > 1 && items[0]?.title === title;
    });
  }, 60_000);

  it('is the first of what a misspelt query finds, and taken along to be cited', async () => {
    const { page } = reader;
    await page.goto(at(''));
    await page.getByRole('searchbox').fill(misspelt);
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('link', { name: title }).waitFor();
    const [first, ...rest] = await page.locator('ol.results h3').allTextContents();
    expect([first?.trim(), rest.length > 0]).toEqual([title, true]);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const cited = (await page.locator('#cita').textContent()) ?? '';
    expect(cited).toContain(title);
    expect((await fetch(/https?:\S+$/.exec(cited)?.[0] ?? '')).url).toBe(at(`/practicas/${slug}`));
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'BibTeX' }).click()]);
    expect(file.suggestedFilename()).toMatch(/\.bib$/);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^@misc\{[\s\S]*Costurero de relevos/);
    await look(reader, '4-cited');
  }, 60_000);

  it('another organisation tells on its page that it did this too', async () => {
    const { page } = replicating;
    await page.goto(at(`/practicas/${slug}`));
    await page.getByText('Nadie ha registrado todavía').waitFor();
    await page.getByRole('link', { name: 'Registrar una réplica' }).click();
    await signIn(page, (await replicator(setting)).email);
    await page.getByLabel('País').selectOption('CO');
    for (const [label, words] of replica.slice(0, 1)) await page.getByLabel(label, { exact: true }).fill(words);
    await page.getByRole('button', { name: 'Guardar el borrador' }).click();
    await page.getByRole('button', { name: 'Enviar a confirmar' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Falta decir qué resultado dio' }).waitFor();
    for (const [label, words] of replica) await page.getByRole('textbox', { name: label, exact: true }).fill(words);
    await page.getByRole('textbox', { name: 'Qué resultado dio: English' }).fill('In six months 300 hours were cared for in shifts.');
    await page.getByRole('button', { name: 'Enviar a confirmar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar a confirmar' }).click();
    await page.getByText('Espera la decisión').waitFor();
    await onTitle(page);
  }, 60_000);

  it('its own organisation confirms that, from what is due from it', async () => {
    const { page } = author;
    await page.goto(at('/miembro'));
    await page.getByText('Una réplica espera confirmación').waitFor();
    await page.getByRole('link', { name: 'Confirmar réplicas' }).click();
    const due = page.getByRole('table', { name: /Por confirmar/ });
    await due.getByRole('link').click();
    await page.getByText('Los turnos son de medio día').waitFor();
    await page.getByRole('button', { name: 'Confirmar la réplica' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirmar la réplica' }).click();
    await page.getByText('Confirmada', { exact: true }).waitFor();
    await onTitle(page);
  }, 60_000);

  it('anybody reads that on the record, in the register, by organisation and in the list', async () => {
    const { page } = reader;
    await eventually(async () => {
      await page.goto(at(`/practicas/${slug}`));
      return (await page.getByRole('link', { name: 'Repetida una vez' }).count()) === 1;
    });
    await page.getByText('En seis meses se cuidaron 300 horas').waitFor();
    await look(reader, '5-replicated');
    await page.goto(at(`/en/practicas/${slug}`));
    await page.getByText('In six months 300 hours').waitFor();
    await page.goto(at('/organizaciones?q=replicadora'));
    await page.getByRole('link', { name: 'Repitió una práctica' }).click();
    expect(new URL(page.url()).pathname).toBe(`/${setting.network.code}/replicas`);
    await page.getByRole('heading', { name: 'Una réplica' }).waitFor();
    await page.goto(at('/practicas'));
    await page.getByText('Repetida una vez').waitFor();
  }, 60_000);

  it('a second version is written beside the public one, and both stay readable', async () => {
    await author.page.goto(at(`/miembro/practicas/${id}`));
    await author.page.getByRole('button', { name: 'Empezar una versión nueva' }).click();
    await author.page.getByText('Es una versión nueva').waitFor();
    await onTitle(author.page);
    await rewrite(author.page, best);
    await author.page.getByText('una versión nueva').waitFor();
    await author.page.getByRole('link', { name: 'Abrir la página pública' }).waitFor();
    await reader.page.goto(at(`/practicas/${slug}`));
    expect(await reader.page.getByText('1,450 horas').count()).toBeGreaterThan(0);
    await reviewer.page.goto(at(`/secretaria/practicas?abierta=${id}`));
    await reviewer.page.getByText('sustituye a la que hoy se lee').waitFor();
    await decide(reviewer.page, 'Publicar', 'La versión nueva se publicó');

    await eventually(async () => {
      await reader.page.goto(at(`/practicas/${slug}/versiones`));
      return (await reader.page.getByRole('link', { name: 'Versión 2' }).count()) > 0;
    });
    await look(reader, '6-versions');
    await reader.page.getByRole('link', { name: 'Versión 2' }).click();
    expect(await reader.page.locator('ins').first().textContent()).toContain('2026');
    await look(reader, '7-version-2');
    await reader.page.goto(at(`/practicas/${slug}/versiones/1`));
    expect(await reader.page.getByText('1,450 horas').count()).toBeGreaterThan(0);
    const panel = reader.page.getByRole('complementary', { name: 'Datos de la práctica' });
    expect(await panel.textContent()).toMatch(/Versión 1/);
    const cited = `/practicas/${slug}/versiones/1`;
    expect(await reader.page.locator('#cita').textContent()).toContain(cited);
    expect(await (await reader.page.request.get(at(`${cited}/citation?style=bibtex`))).text()).toContain(cited);
  }, 60_000);

  it('its titular withdraws it, and its address says since when and why', async () => {
    const { page } = author;
    await page.goto(at(`/miembro/practicas/${id}`));
    await page.getByRole('button', { name: 'Retirar', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Retirar la práctica' }).click();
    await dialog.getByText('Falta elegir el motivo').waitFor();
    await dialog.getByLabel('Motivo').selectOption('owner-request');
    await dialog.getByLabel('Explicación para quien llegue a su dirección').fill('El costurero cerró en 2026.');
    await look(author, '8-withdrawing');
    await dialog.getByRole('button', { name: 'Retirar la práctica' }).click();
    await page.getByText('Se retiró: en su dirección').waitFor();
    await onTitle(page);
    const gone = await eventually(async () => {
      const response = await reader.page.goto(at(`/practicas/${slug}`));
      return response?.status() === 410 && response;
    });
    expect(gone.status()).toBe(410);
    await reader.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await reader.page.getByText('El costurero cerró en 2026.').waitFor();
    await reader.page.getByRole('link', { name: 'La réplica registrada se conserva' }).waitFor();
    await look(reader, '9-withdrawn');
  }, 60_000);

  it('nothing complained on the way', () => {
    expect([...author.complaints, ...reviewer.complaints, ...replicating.complaints]).toEqual([]);
  });
});
