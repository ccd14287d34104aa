import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { openBrowser, visit, type Visit } from '@alianza/testing/browser';
import { drafted, revised } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import type { Browser, Page, Route } from 'playwright-core';
import { enter } from './stage.js';

jest.setTimeout(40_000);

const text = textIn('es');
const [results, lessons, place] = ['Qué logró', 'Qué se aprendió', 'Lugar'] as const;

let world: World;
let setting: Setting;
let browser: Browser;
let titular: Page;
let editor: Page;
const visits: Visit[] = [];

const at = (path: string) => `${world.origin}/${setting.network.code}/${path}`;

async function somebody(person: Person): Promise<Page> {
  const made = await visit(browser, { viewport: { width: 1280, height: 900 } });
  made.context.setDefaultTimeout(10_000);
  visits.push(made);
  await enter(made.context, at('miembro'), person);
  return made.page;
}

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  titular = await somebody(await asTitular(setting));
  editor = await somebody(await setting.as('editor'));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Where it is written; what the other person wrote may stand above, under a name that says this one. */
const field = (page: Page, name: string) => page.locator('form').getByRole('textbox', { name }).first();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const note = (page: Page) => page.locator('.save-note');
const line = (page: Page, said: string | RegExp) => note(page).getByRole('status').filter({ hasText: said }).first().waitFor();
const kept = /Guardado a las/;

const contentOf = async (id: string) => (await world.edge.call<EditablePractice>(readPractice, { id }, await asTitular(setting))).content;
const stored = (id: string, holds: (content: EditablePractice['content']) => boolean) => eventually(async () => holds(await contentOf(id)));

/** A draft of one’s own, open to be written. */
async function write(...pages: Page[]): Promise<string> {
  const { id } = await drafted(setting);
  for (const page of pages) {
    await page.goto(at(`miembro/practicas/${id}`));
    await line(page, text('practiceForm.saved.kept'));
  }
  return id;
}

/** What happens to the first attempt to save; how many there were. */
async function saving(page: Page, id: string, first: (route: Route) => Promise<void>) {
  const tries = { count: 0 };
  await page.route(
    (url) => url.pathname.endsWith(`/practices/${id}`),
    async (route) => {
      if (route.request().method() !== 'PUT') return route.fallback();
      tries.count += 1;
      return tries.count === 1 ? first(route) : route.continue();
    },
  );
  return tries;
}

it('asks of a law what is asked of a law, and keeps what was said before', async () => {
  const { id, content: before } = await drafted(setting, { lessons: null, evidence: null });
  await titular.goto(at(`miembro/practicas/${id}`));
  const type = titular.getByLabel(text('practiceForm.field.type'), { exact: true });
  const asked = async () => [
    await field(titular, results).count(),
    await field(titular, lessons).count(),
    await titular.locator('[name=evidence]').count(),
  ];
  const counted = () =>
    titular.getByRole('progressbar', { name: text('practiceForm.completeness.title') }).evaluate((bar) => (bar as HTMLProgressElement).max);
  await line(titular, text('practiceForm.saved.kept'));
  const all = await counted();
  expect(await asked()).toEqual([1, 1, 5]);
  await type.selectOption('law-policy');
  await stored(id, (now) => now.type === 'law-policy');
  await eventually(async () => (await counted()) === all - 7);
  expect(await asked()).toEqual([1, 0, 0]);
  await titular.getByLabel(text('practiceForm.field.sdgTargets')).fill('5.4, 8.b');
  await titular
    .getByText('Meta 5.4 de los ODS (Igualdad de género); Meta 8.b de los ODS (Trabajo decente y crecimiento económico)')
    .waitFor();
  await type.selectOption('good-practice');
  await stored(id, (now) => now.type === 'good-practice' && now.sdgTargets.length === 2);
  expect(await asked()).toEqual([1, 1, 5]);
  expect(await contentOf(id)).toMatchObject({ ...before, sdgTargets: ['5.4', '8.b'] });
  await field(titular, lessons).fill('Larga. '.repeat(3000));
  await type.selectOption('law-policy');
  await stored(id, (now) => now.type === 'law-policy');
  expect(await asked()).toEqual([1, 1, 0]);
});

describe('two people who write one draft', () => {
  it('keep both what each wrote in a field of their own', async () => {
    const id = await write(titular, editor);
    await field(titular, results).fill('Cuidaron 1,300 horas.');
    await line(titular, kept);
    await field(editor, lessons).fill('Conviene un cuaderno.');
    await line(editor, text('practiceForm.saved.stale'));
    await note(editor).getByText(text('practiceForm.stale.text')).waitFor();
    expect((await contentOf(id)).lessons?.es).not.toBe('Conviene un cuaderno.');
    await press(editor, text('practiceForm.stale.join'));
    await line(editor, kept);
    expect([await field(editor, results).inputValue(), await field(editor, lessons).inputValue()]).toEqual([
      'Cuidaron 1,300 horas.',
      'Conviene un cuaderno.',
    ]);
    expect(await note(editor).getByText(text('practiceForm.joined.text')).count()).toBe(0);
    expect(await contentOf(id)).toMatchObject({ results: { es: 'Cuidaron 1,300 horas.' }, lessons: { es: 'Conviene un cuaderno.' } });
  });

  it('read what the other wrote in the same place, beside what they wrote themselves', async () => {
    const id = await write(titular, editor);
    await field(editor, results).fill('Cuidaron 700 horas.');
    await field(editor, place).fill('Ladera Imaginaria');
    await line(editor, kept);
    await field(titular, results).fill('Cuidaron 900 horas.');
    await line(titular, text('practiceForm.saved.stale'));
    await press(titular, text('practiceForm.stale.join'));
    await line(titular, kept);
    expect([await field(titular, results).inputValue(), await field(titular, place).inputValue()]).toEqual([
      'Cuidaron 900 horas.',
      'Ladera Imaginaria',
    ]);
    await note(titular).getByText(text('practiceForm.joined.text')).waitFor();
    const theirs = note(titular).getByLabel(text('practiceForm.joined.theirs', { field: `${results} (español)` }));
    expect(await theirs.inputValue()).toBe('Cuidaron 700 horas.');
    expect(await theirs.isEditable()).toBe(false);
    if (process.env.SIGHTS !== undefined) await titular.screenshot({ path: `${process.env.SIGHTS}/joined.png` });
    await press(titular, text('practiceForm.joined.seen'));
    await theirs.waitFor({ state: 'detached' });
    expect(await contentOf(id)).toMatchObject({ results: { es: 'Cuidaron 900 horas.' }, place: 'Ladera Imaginaria' });
  });
});

describe('a draft whose saving fails', () => {
  it('says so and is saved by itself when there is an answer again', async () => {
    const id = await write(titular);
    const tries = await saving(titular, id, (route) => route.fulfill({ status: 503, body: '' }));
    // both at once, and before: it is said for three seconds only
    await Promise.all([
      line(titular, text('practiceForm.saved.failed')),
      note(titular).getByRole('alert').getByText(text('practiceForm.saved.failedTitle')).waitFor(),
      field(titular, results).fill('Cuidaron 1,100 horas.'),
    ]);
    expect(await field(titular, results).inputValue()).toBe('Cuidaron 1,100 horas.');
    await line(titular, kept);
    expect([tries.count, (await contentOf(id)).results?.es]).toEqual([2, 'Cuidaron 1,100 horas.']);
    expect(await note(titular).getByRole('alert').count()).toBe(0);
  });

  it('is nobody else’s change when only the answer was lost', async () => {
    const id = await write(titular);
    await saving(titular, id, async (route) => {
      await route.fetch();
      await route.abort('connectionfailed');
    });
    await Promise.all([line(titular, text('practiceForm.saved.failed')), field(titular, results).fill('Cuidaron 1,000 horas.')]);
    await field(titular, lessons).fill('Conviene una lista.');
    await line(titular, kept);
    expect(await note(titular).getByText(text('practiceForm.stale.text')).count()).toBe(0);
    expect(await contentOf(id)).toMatchObject({ results: { es: 'Cuidaron 1,000 horas.' }, lessons: { es: 'Conviene una lista.' } });
  });
});

describe('who leaves before it is saved', () => {
  it('is held at the door of the page, and loses nothing on the way to another', async () => {
    const id = await write(titular);
    const held = Promise.withResolvers<undefined>();
    await saving(titular, id, (route) => held.promise.then(() => route.continue()));
    await field(titular, results).click();
    await field(titular, results).pressSequentially('A medias. ');
    const asked = titular.waitForEvent('dialog');
    await titular.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    held.resolve(undefined);
    await line(titular, kept);
    await stored(id, (content) => content.results?.es?.includes('A medias.') === true);

    await field(titular, lessons).fill('Conviene avisar antes de irse.');
    await titular.locator('nav a[href$="/miembro/practicas"]').first().click();
    await titular.getByRole('heading', { level: 1 }).waitFor();
    await stored(id, (content) => content.lessons?.es === 'Conviene avisar antes de irse.');
  });

  it('and comes back while it is still being saved finds all of it, as nobody else’s change', async () => {
    const id = await write(titular);
    const held = Promise.withResolvers<undefined>();
    const tries = await saving(titular, id, (route) => held.promise.then(() => route.continue()));
    await field(titular, results).fill('Cuidaron 1,600 horas.');
    await eventually(() => tries.count === 1);
    await field(titular, lessons).fill('Conviene volver pronto.');
    await titular.locator('nav a[href$="/miembro/practicas"]').first().click();
    await titular.getByRole('heading', { level: 1, name: text('member.practices.title') }).waitFor();
    await titular.locator(`main a[href$="/miembro/practicas/${id}"]`).first().click();
    await note(titular)
      .getByRole('status')
      .filter({ hasText: text('practiceForm.recovered') })
      .waitFor();
    expect([await field(titular, results).inputValue(), await field(titular, lessons).inputValue()]).toEqual([
      'Cuidaron 1,600 horas.',
      'Conviene volver pronto.',
    ]);
    held.resolve(undefined);
    await stored(id, (content) => content.results?.es === 'Cuidaron 1,600 horas.' && content.lessons?.es === 'Conviene volver pronto.');
    await field(titular, place).fill('Ladera Imaginaria');
    await stored(id, (content) => content.place === 'Ladera Imaginaria');
    await line(titular, kept);
    expect(await note(titular).getByText(text('practiceForm.stale.text')).count()).toBe(0);
  });

  it('finds nothing of what was thrown away', async () => {
    const { id } = await revised(setting);
    await titular.goto(at(`miembro/practicas/${id}`));
    await line(titular, text('practiceForm.saved.kept'));
    await saving(titular, id, (route) => route.fulfill({ status: 503, body: '' }));
    await Promise.all([line(titular, text('practiceForm.saved.failed')), field(titular, results).fill('Cuidaron 1,700 horas.')]);
    const written = () =>
      titular.evaluate((part) => Object.keys(sessionStorage).filter((key) => key.endsWith(part)).length, `practice.${id}`);
    expect(await written()).toBe(1);
    await press(titular, text('review.version.discard'));
    await titular
      .getByRole('dialog')
      .getByRole('button', { name: text('review.version.discard'), exact: true })
      .click();
    await press(titular, text('review.version.begin'));
    await line(titular, text('practiceForm.saved.kept'));
    expect([await written(), await note(titular).getByText(text('practiceForm.recovered')).count()]).toEqual([0, 0]);
    expect(await field(titular, results).inputValue()).not.toContain('1,700');
  });

  it('finds what could not be saved when it is opened again, together with what somebody else wrote', async () => {
    const id = await write(editor);
    const saves = ({ pathname }: URL) => pathname.endsWith(`/practices/${id}`);
    await editor.route(saves, (route) => (route.request().method() === 'PUT' ? route.abort('connectionfailed') : route.continue()));
    await field(editor, results).fill('Cuidaron 1,500 horas.');
    await line(editor, text('practiceForm.saved.failed'));
    await editor.locator('nav a[href$="/miembro/practicas"]').first().click();
    await editor.getByRole('heading', { level: 1, name: text('member.practices.title') }).waitFor();
    await titular.goto(at(`miembro/practicas/${id}`));
    await field(titular, lessons).fill('Conviene anotarlo.');
    await line(titular, kept);
    await editor.unroute(saves);
    await editor.goto(at(`miembro/practicas/${id}`));
    await note(editor).getByText(text('practiceForm.recovered')).waitFor();
    await stored(id, ({ results: said }) => said?.es === 'Cuidaron 1,500 horas.');
    expect([await field(editor, results).inputValue(), await field(editor, lessons).inputValue()]).toEqual([
      'Cuidaron 1,500 horas.',
      'Conviene anotarlo.',
    ]);
    await editor.reload();
    await line(editor, text('practiceForm.saved.kept'));
    expect(await note(editor).getByText(text('practiceForm.recovered')).count()).toBe(0);
  });
});

it('nothing complained on the way', () => {
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
});
