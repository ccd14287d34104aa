import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { moveConcept } from '@alianza/contracts/repository/taxonomy';
import { openBrowser, visit, type Visit } from '@alianza/testing/browser';
import { openInquiry } from '@alianza/testing/builders/inquiries';
import { drafted, published, revised, submitted } from '@alianza/testing/builders/practices';
import { replicator, toldBy } from '@alianza/testing/builders/replications';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { enter } from './stage.js';
import { createPassword, linkIn, mailTo } from './steps.js';

jest.setTimeout(40_000);

const text = textIn('es');

let world: World;
let setting: Setting;
let browser: Browser;
let titular: Page;
let secretariat: Page;
let visitor: Page;
const visits: Visit[] = [];

const at = (path: string) => `${world.origin}/${setting.network.code}/${path}`;
const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });
const titleOf = ({ content }: EditablePractice): string => content.title.es ?? '?';
/** Subjects of mails about a practice: its title, as far as it means nothing in a pattern. */
const about = (practice: EditablePractice, before: string) => new RegExp(`${before}.*${titleOf(practice).replace(/ \(.*$/, '')}`);
const told = (page: Page, said: string) => page.locator('.just-done').filter({ hasText: said }).waitFor();
const email = async (person: Promise<Person>): Promise<string> => (await person).email;

async function opened(): Promise<Visit> {
  const made = await visit(browser, { viewport: { width: 1280, height: 900 } });
  made.context.setDefaultTimeout(10_000);
  visits.push(made);
  return made;
}

async function somebody(person: Person, withCode = false): Promise<Page> {
  const { context, page } = await opened();
  await enter(context, at('miembro'), person, withCode);
  return page;
}

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  titular = await somebody(await asTitular(setting));
  secretariat = await somebody(await asSecretariat(setting), true);
  visitor = (await opened()).page;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Answers what the dialog asks in words; closed in between, it still holds them. */
async function sayWhy(page: Page, press: string, send: string, words: string): Promise<void> {
  await button(page.locator('main'), press).click();
  await page.getByRole('dialog').getByRole('textbox').fill(words);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await button(page.locator('main'), press).click();
  expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe(words);
  await button(page.getByRole('dialog'), send).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A deed that asks before it happens. */
async function confirmed(page: Page, press: string): Promise<void> {
  await button(page.locator('main'), press).click();
  await button(page.getByRole('dialog'), press).click();
}

describe('what somebody outside writes', () => {
  const asked = '¿Cuántas personas sostienen los turnos de noche?';
  const answer = 'Son doce, en parejas.';

  it.each([
    ['es', ''],
    ['en', 'en/'],
  ] as const)(
    'in %s: asked on the record, confirmed from the mail, answered by the titular, and the answer comes by mail',
    async (lang, prefix) => {
      const said = textIn(lang);
      const practice = await published(setting);
      const [slug, address] = [practice.slug ?? '', `vecina-${randomUUID()}@example.org`];
      await visitor.goto(at(`${prefix}practicas/${slug}`));
      await visitor.getByRole('link', { name: said('inquiries.question.ask') }).click();
      await visitor.getByLabel(said('inquiries.question.label')).fill(asked);
      await visitor.getByLabel(said('inquiries.email')).fill(address);
      await button(visitor, said('inquiries.send')).click();
      await visitor.getByRole('heading', { name: said('inquiries.sent.title') }).waitFor();
      await visitor.goto(
        linkIn(
          await mailTo(world, address, about(practice, lang === 'es' ? 'Confirmar la pregunta' : 'Confirm your question')),
          '/consulta',
        ),
      );
      await button(visitor, said('inquiries.confirm.press')).click();
      await visitor.getByRole('heading', { name: said('inquiries.confirm.done') }).waitFor();

      await mailTo(world, await email(asTitular(setting)), about(practice, 'Preguntan por'));
      await titular.goto(at('miembro/consultas'));
      const row = titular.getByRole('link', { name: titleOf(practice) });
      await row.click();
      const file = titular.locator('.file');
      await file.getByText(asked).waitFor();
      const field = file.getByLabel(text('inquiries.file.answer'));
      await field.fill(answer);
      await titular.keyboard.press('Escape');
      await file.waitFor({ state: 'detached' });
      await row.click();
      await button(file, text('inquiries.file.close')).click();
      expect(await file.getByLabel(text('inquiries.file.reason')).inputValue()).toBe('');
      await button(file, text('inquiries.file.back')).click();
      expect(await field.inputValue()).toBe(answer);
      await button(file, text('inquiries.file.send')).click();
      await told(titular, text('inquiries.file.done.answer'));
      const sent = await mailTo(world, address, about(practice, lang === 'es' ? 'Respuesta a la pregunta' : 'An answer to your question'));
      expect([sent.text.includes(answer), sent.text.includes(asked)]).toEqual([true, true]);
    },
  );

  it('a mistake that is none is given to a colleague, and closed with a reason that goes out by mail', async () => {
    const lead = await setting.as('secretariat-lead');
    const practice = await published(setting);
    const { inquiryId, email: address } = await openInquiry(setting, { slug: practice.slug ?? '', kind: 'mistake' });
    await secretariat.goto(at(`secretaria/consultas?abierta=${inquiryId}`));
    const file = secretariat.locator('.file');
    await file.getByLabel(text('secretariat.assign.to')).focus();
    await secretariat.keyboard.press('ArrowDown');
    expect(await file.getByLabel(text('secretariat.assign.to')).inputValue()).toBe(lead.id);
    await file.getByText(`${text('secretariat.task.column')}: ${text('secretariat.task.nobody')}`).waitFor(); // choosing gives nobody anything
    await button(file, text('secretariat.assign.give')).click();
    await file.getByText(`${text('secretariat.task.column')}: secretariat-lead`).waitFor();
    await button(file, text('inquiries.file.close')).click();
    await button(file, text('inquiries.file.closePress')).click();
    await file.getByText(text('inquiries.file.reasonMissing')).waitFor();
    await file.getByLabel(text('inquiries.file.reason')).fill('La cifra es la de la fuente.');
    await button(file, text('inquiries.file.closePress')).click();
    await told(secretariat, text('inquiries.file.done.close'));
    expect((await mailTo(world, address, about(practice, 'El aviso de error'))).text).toContain('La cifra es la de la fuente.');
  });
});

describe('what is decided of a practice', () => {
  it('declined with a reason that its organisation reads, and begun anew with what was written', async () => {
    const practice = await submitted(setting);
    await secretariat.goto(at(`secretaria/practicas?abierta=${practice.id}`));
    await sayWhy(secretariat, text('review.decline.press'), text('review.decline.press'), 'Ya está en otro registro.');
    await told(secretariat, text('review.decline.done'));
    await titular.goto(linkIn(await mailTo(world, await email(asTitular(setting)), about(practice, 'declinó')), practice.id));
    await titular.getByText('Ya está en otro registro.').waitFor();
    await button(titular, text('review.declined.again')).click();
    await button(titular, 'Enviar a revisión').waitFor();
    expect(titular.url()).not.toContain(practice.id);
    expect(await titular.getByRole('textbox', { name: 'Título' }).first().inputValue()).toBe(titleOf(practice));
  });

  it('looked at again: it leaves what is due, and its page says since when it holds', async () => {
    const { id, slug } = await published(setting);
    await secretariat.goto(at(`secretaria/verificaciones?cuales=all&abierta=${id}`));
    await button(secretariat.locator('.file'), text('review.due.press')).click();
    await told(secretariat, text('review.due.done'));
    await eventually(async () => {
      await visitor.goto(at(`practicas/${slug ?? ''}`));
      return (await visitor.getByText(/Comprobada el/).count()) > 0;
    });
  });

  it('drafts, versions and what was handed in are thought better of by who wrote them', async () => {
    const editor = await setting.as('editor');
    const [draft, version, sent] = [await drafted(setting), await revised(setting), await submitted(setting)];
    const seen = async ({ id }: EditablePractice) => (await world.edge.send<EditablePractice>(readPractice, { id }, editor)).body.status;
    await titular.goto(at(`miembro/practicas/${draft.id}`));
    await confirmed(titular, text('review.discard.press'));
    await told(titular, text('review.discard.done'));
    expect(new URL(titular.url()).pathname).toMatch(/\/miembro\/practicas$/);
    expect(await titular.getByRole('link', { name: titleOf(draft) }).count()).toBe(0);
    expect(await seen(draft)).toBe(404);

    await titular.goto(at(`miembro/practicas/${version.id}`));
    await confirmed(titular, text('review.version.discard'));
    await told(titular, text('review.version.discarded'));
    expect(await seen(version)).toBe('published');

    await secretariat.goto(at('secretaria/practicas'));
    await secretariat.getByRole('link', { name: titleOf(sent) }).waitFor();
    await titular.goto(at(`miembro/practicas/${sent.id}`));
    await confirmed(titular, text('review.callBack.press'));
    await told(titular, text('review.callBack.done'));
    await button(titular, 'Enviar a revisión').waitFor();
    expect(await seen(sent)).toBe('draft');
    await secretariat.reload();
    await secretariat.locator('h1').waitFor();
    await secretariat
      .getByText(/No hay prácticas por revisar|de \d+/)
      .first()
      .waitFor();
    expect(await secretariat.getByRole('link', { name: titleOf(sent) }).count()).toBe(0);
  });
});

describe('what others say they repeated', () => {
  const question = '¿En qué barrio?';
  const precise = 'En el de la ladera norte.';
  const reason = 'Es otra práctica.';

  it('is asked about, made precise, and not recognised; each side reads the other', async () => {
    const person = await replicator(setting);
    const practice = await published(setting);
    const { id } = await toldBy(setting, person, practice.id);
    const other = await somebody(person);
    await titular.goto(at(`miembro/replicas/${id}`));
    await sayWhy(titular, text('replications.decide.ask'), text('replications.decide.askSend'), question);
    await told(titular, text('replications.decide.done.ask'));

    await other.goto(linkIn(await mailTo(world, person.email, about(practice, 'Piden precisar')), id));
    await other.getByText(text('replications.sheet.question', { text: question })).waitFor();
    await other.getByLabel(text('replications.form.answer')).fill(precise);
    await other.reload();
    expect(await other.getByLabel(text('replications.form.answer')).inputValue()).toBe(precise);
    await confirmed(other, text('replications.form.tell'));
    await told(other, text('replications.form.told'));

    await titular.reload();
    await titular.getByText(precise).waitFor();
    expect(await button(titular, text('replications.decide.ask')).count()).toBe(0);
    await sayWhy(titular, text('replications.decide.refuse'), text('replications.decide.refuseSend'), reason);
    await told(titular, text('replications.decide.done.refuse'));
    await other.goto(linkIn(await mailTo(world, person.email, about(practice, 'No se reconoció')), id));
    await other.getByText(reason).waitFor();
    expect(await button(other, text('replications.form.tell')).count()).toBe(0);

    const second = await published(setting);
    const again = await toldBy(setting, person, second.id);
    await other.goto(at(`miembro/replicas/${again.id}`));
    await confirmed(other, text('replications.decide.withdraw'));
    await told(other, text('replications.decide.done.withdraw'));
    await titular.goto(linkIn(await mailTo(world, await email(asTitular(setting)), about(second, 'retiró su réplica')), again.id));
    await titular.locator('.state', { hasText: text('replications.status.withdrawn') }).waitFor();
    expect(await button(titular, text('replications.decide.confirm')).count()).toBe(0);
  });
});

describe('who reads along from outside', () => {
  const address = `lectora-${randomUUID().slice(0, 8)}@example.org`;
  const name = 'Lectora externa (ficticia)';
  const words = 'Conviene decir de qué año es.';

  it('is invited by mail, asked on purpose, comments without deciding, and is shut out when it ends', async () => {
    const practice = await submitted(setting);
    await secretariat.goto(at(`secretaria/practicas?abierta=${practice.id}`));
    const guests = secretariat.locator('.guests');
    await guests.locator('> summary').click();
    await guests.getByText(text('review.guests.new')).click();
    await guests.getByLabel(text('review.guests.email'), { exact: true }).fill(address);
    await button(guests, text('review.guests.send')).click();
    await guests.getByText(text('review.guests.sent')).waitFor();

    const { page: guest } = await opened();
    await guest.goto(linkIn(await mailTo(world, address, /Invitación a colaborar/), '/invitacion'));
    await guest.getByLabel(text('invitation.name')).fill(name);
    await button(guest, text('invitation.accept')).click();
    await createPassword(world, guest, address);
    await guest.locator('.acting').waitFor();

    await secretariat.reload();
    await guests.locator('> summary').click();
    await guests.getByLabel(text('review.guests.invite')).focus();
    await secretariat.keyboard.press('ArrowDown');
    await guests.getByText(text('review.guests.none')).waitFor(); // choosing asks nobody
    expect(await guests.getByLabel(text('review.guests.invite')).locator('option:checked').textContent()).toBe(name);
    await button(guests, text('review.guests.ask')).click();
    await told(secretariat, text('review.guests.asked', { name }));

    await guest.goto(linkIn(await mailTo(world, address, about(practice, 'opinión externa')), practice.id));
    const file = guest.locator('.file');
    await file.getByText(text('review.guest.lede')).waitFor();
    await file.getByRole('button', { name: 'Comentar Qué logró' }).click();
    await file.getByLabel('Comentario sobre «Qué logró»').fill(words);
    await button(file, text('review.guest.send')).click();
    await file.getByText(text('review.guest.sent')).waitFor();
    for (const decision of ['secretariat.publish.press', 'secretariat.request.press', 'review.decline.press'])
      expect(await button(file, text(decision)).count()).toBe(0);

    await secretariat.reload();
    await secretariat.locator('.file').getByText(words).waitFor();
    await guests.locator('> summary').click();
    await guests.getByRole('button', { name: `${text('review.guests.dismiss')} ${name}` }).click();
    await told(secretariat, text('review.guests.dismissed', { name }));
    await guests.getByText(text('review.guests.none')).waitFor();
    const refused = guest.waitForResponse((response) => new URL(response.url()).pathname.endsWith(`/reviews/${practice.id}`));
    await guest.reload();
    expect((await refused).status()).toBe(404);
    await guest.getByText(text('secretariat.review.failed')).waitFor();
    expect(await guest.getByText(words).count()).toBe(0);

    await secretariat.route('**/guests?*', (route) => route.abort()); // a list that could not be read is not an empty one
    await secretariat.reload();
    await guests.locator('> summary').click();
    await guests.getByText(text('review.guests.listFailed')).waitFor();
    expect(await guests.locator('> summary').textContent()).not.toMatch(/\d/);
    await secretariat.unroute('**/guests?*');
  });
});

describe('what the network calls its concepts', () => {
  it('one that is added is offered to who writes', async () => {
    const { id } = await drafted(setting);
    const label = `Cuidados de noche ${randomUUID().slice(0, 8)}`;
    await secretariat.goto(at('secretaria/taxonomia'));
    await button(secretariat, text('concepts.add.press')).click();
    const dialog = secretariat.getByRole('dialog');
    await dialog.getByLabel(text('concepts.label.es'), { exact: true }).fill(label);
    await dialog.getByLabel(text('concepts.label.en'), { exact: true }).fill(`Night care ${randomUUID().slice(0, 8)}`);
    await button(dialog, text('concepts.add.send')).click();
    await told(secretariat, text('concepts.added'));
    await secretariat.getByRole('link', { name: label }).waitFor();
    await eventually(async () => {
      await titular.goto(at(`miembro/practicas/${id}`)); // answers to anybody are kept for a moment
      await button(titular, 'Enviar a revisión').waitFor();
      return (await titular.getByLabel(label).count()) > 0;
    });
    await titular.getByLabel(label).check();
    await titular.getByText(/Guardado a las/).waitFor();
  });

  it('levels and the five Rs are chosen from in its own order', async () => {
    const { id } = await drafted(setting);
    const staff = { ...(await asSecretariat(setting)), version: 0 };
    await world.edge.call(moveConcept, { scheme: 'level', id: 'workplace', before: 'international' }, staff);
    await world.edge.call(moveConcept, { scheme: 'fiveR', id: 'represent', before: 'recognize' }, staff);
    const first = (choices: Locator) => choices.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).find(Boolean));
    await eventually(async () => {
      await titular.goto(at(`miembro/practicas/${id}`));
      await button(titular, 'Enviar a revisión').waitFor();
      const chosen = [await first(titular.locator('#level option')), await first(titular.locator('input[name="fiveRs"]'))];
      return chosen.join(' ') === 'workplace represent';
    });
  });
});

it('nothing complained on the way', () => {
  expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
});
