import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { confirmCorrespondent } from '@alianza/contracts/membership/outside/correspondents';
import {
  answerInquiry,
  closeInquiry,
  getInquiry,
  listInquiries,
  sendInquiry,
  writeMessage,
  type Inquiry,
  type InquiryRow,
} from '@alianza/contracts/repository/inquiries';
import { getPractice } from '@alianza/contracts/repository/practices';
import { secretFor } from '@alianza/testing/builders/applications';
import { openInquiry, sentInquiry } from '@alianza/testing/builders/inquiries';
import { published } from '@alianza/testing/builders/practices';
import { turn } from '@alianza/testing/builders/standing';
import { untilNotified } from '@alianza/testing/builders/states';
import { codeOf } from '@alianza/testing/edge';
import { aSecondAndOneToSpare, eventually, lastOtherwise } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { InquiriesPurge } from './inquiries.purge.js';

let world: World;
let ours: Setting;

beforeAll(async () => {
  world = await openWorld();
  ours = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

type List = { items: InquiryRow[]; total: number };
const questions = async () => (await world.edge.call<List>(listInquiries, {}, await asTitular(ours))).items.map(({ id }) => id);
const mistakes = async () =>
  (await world.edge.call<List>(listInquiries, { of: 'secretariat' }, await asSecretariat(ours))).items.map(({ id }) => id);

interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The mail whose subject begins like this, once it has come. */
const mailTo = (email: string, subject: string) =>
  eventually(async () => {
    const listed = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(email)}`);
    return ((await listed.json()) as Mail[]).find((mail) => mail.subject.startsWith(subject)) ?? false;
  });

describe('a question', () => {
  it('is unseen until its address is confirmed, then waits for the organisation alone', async () => {
    const { inquiryId: id } = await sentInquiry(ours);
    expect(codeOf(await world.edge.send(getInquiry, { id }, await asTitular(ours)))).toEqual([404, 'inquiry-not-found']);
    const secret = await secretFor(ours, 'confirm-inquiry', id);
    await world.edge.call(confirmCorrespondent, { secret }, { network: ours.network.code });
    expect(codeOf(await world.edge.send(confirmCorrespondent, { secret }, { network: ours.network.code }))).toEqual([
      404,
      'link-not-valid',
    ]);
    await eventually(async () => (await questions()).includes(id));
    expect(await mistakes()).not.toContain(id);
    expect(codeOf(await world.edge.send(getInquiry, { id }, await asSecretariat(ours)))).toEqual([404, 'inquiry-not-found']);
    const theirs = await openSetting(world);
    expect(codeOf(await world.edge.send(getInquiry, { id }, await asTitular(theirs)))).toEqual([404, 'inquiry-not-found']);
  });

  it('is answered by mail, once, without either address being shown', async () => {
    const { inquiryId: id, email, version } = await openInquiry(ours);
    const titular = await asTitular(ours);
    const read = await world.edge.call<Inquiry>(getInquiry, { id }, titular);
    expect([read.kind, read.status, read.text.startsWith('¿Cuánto costó')]).toEqual(['question', 'open', true]);
    expect(JSON.stringify(read)).not.toContain('@');
    const answer = { id, text: 'Doscientas horas de coordinación, según el registro.' };
    expect(codeOf(await world.edge.send(answerInquiry, answer, { ...titular, version: version + 1 }))).toEqual([412, 'version-stale']);
    const answered = await world.edge.call<Inquiry>(answerInquiry, answer, { ...titular, version });
    expect([answered.status, answered.outcome]).toEqual(['answered', answer.text]);
    const again = await world.edge.send(closeInquiry, { id, reason: 'Otra vez.' }, { ...titular, version: answered.version });
    expect(codeOf(again)).toEqual([409, 'inquiry-not-open']);
    const mail = await mailTo(email, 'Respuesta a la pregunta sobre');
    expect(mail.text).toContain(answer.text);
    expect(mail.text).not.toContain(titular.email);
    expect(await questions()).not.toContain(id);
  });

  it('about a record that is not there, or of another network, is refused and no address is kept', async () => {
    const email = 'nadie@example.org';
    const input = { ...sendInquiry.example.input, slug: 'no-hay', email };
    expect(codeOf(await world.edge.send(sendInquiry, input, { network: ours.network.code }))).toEqual([404, 'practice-not-found']);
    const other = await world.people.openNetwork();
    const { slug } = await published(ours);
    expect((await world.edge.send(sendInquiry, { ...input, slug }, { network: other.code })).status).toBe(404);
    expect(await rowsOf('membership', 'select from correspondent where email = $1', [email])).toEqual([]);
  });
});

describe('a mistake', () => {
  it('goes to the secretariat, whoever owns the record, and is closed with a reason that its sender reads', async () => {
    const { inquiryId: id, email, version } = await openInquiry(ours, { kind: 'mistake' });
    expect([await questions(), await mistakes()].map((ids) => ids.includes(id))).toEqual([false, true]);
    expect((await world.edge.send(listInquiries, { of: 'secretariat' }, await asTitular(ours))).status).toBe(403);
    await world.edge.call(closeInquiry, { id, reason: 'La cifra está en la fuente 1.' }, { ...(await asSecretariat(ours)), version });
    expect((await mailTo(email, 'El aviso de error en')).text).toContain('La cifra está en la fuente 1.');
  });
});

describe('the address of who asks', () => {
  it('may ask five times a day, in whatever case it is written', async () => {
    const { slug } = await published(ours);
    const ask = (email: string) =>
      world.edge.send(sendInquiry, { ...sendInquiry.example.input, slug, email }, { network: ours.network.code });
    const statuses = [];
    for (const email of ['a', 'A', 'a', 'A', 'a', 'A']) statuses.push((await ask(`${email}@limite.example.org`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('is in membership only', async () => {
    const { inquiryId: id, email } = await openInquiry(ours);
    const rows = await rowsOf<{ row: string }>(
      'repository',
      `select row_to_json(i)::text as row from inquiry i where id = $1 union all select event::text from outbox where event ->> 'aggregateId' = $1::text`,
      [id],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ row }) => row.includes(email) || row.includes('@'))).toEqual([]);
  });

  it('is waited for eight days: what nobody confirmed is forgotten then', async () => {
    const [{ inquiryId: unconfirmed }, { inquiryId: open }] = [await sentInquiry(ours), await openInquiry(ours)];
    const kept = async (days: number) => {
      const aged = 'update inquiry set sent_at = now() - make_interval(days => $2) where id = any($1)';
      await rowsOf('repository', aged, [[unconfirmed, open], days]);
      await world.service('repository').get(InquiriesPurge, { strict: false }).purge();
      const rows = await rowsOf<{ id: string }>('repository', 'select id from inquiry where id = any($1)', [[unconfirmed, open]]);
      return rows.map(({ id }) => id).sort();
    };
    expect(await kept(7)).toEqual([unconfirmed, open].sort());
    expect(await kept(9)).toEqual([open]);
  });
});

describe('a message about the site', () => {
  it('goes to the secretariat once its address is confirmed, names no record, and is answered by mail', async () => {
    const email = `lectora-${randomUUID()}@example.org`;
    const text = `El mapa no se abre con el teclado. ${randomUUID()}`;
    await world.edge.call(writeMessage, { text, email, language: 'es' }, { network: ours.network.code });
    const [row] = await rowsOf<{ id: string }>('repository', 'select id from inquiry where network_id = $1 and text = $2', [
      ours.network.id,
      text,
    ]);
    const id = row?.id ?? '';
    expect(await mistakes()).not.toContain(id);
    const secret = await secretFor(ours, 'confirm-inquiry', id);
    await world.edge.call(confirmCorrespondent, { secret }, { network: ours.network.code });
    await eventually(async () => (await mistakes()).includes(id));
    expect(await questions()).not.toContain(id);

    const secretariat = await asSecretariat(ours);
    const read = await world.edge.call<Inquiry>(getInquiry, { id }, secretariat);
    expect(read).toMatchObject({ kind: 'message', practice: { slug: null, title: 'El sitio y la red' }, text });
    await world.edge.call(answerInquiry, { id, text: 'Ya se abre.' }, { ...secretariat, version: read.version });
    const mail = await mailTo(email, 'Respuesta sobre «El sitio y la red»');
    expect(mail.text).toContain('Ya se abre.');
    expect(mail.text).toMatch(new RegExp(`/${ours.network.code}\\s`));
  });
});

describe('an organisation that is suspended or has left', () => {
  let their: Setting;
  let known: string;
  const here = async (asked: object = {}) =>
    (await world.edge.call<List>(listInquiries, { of: 'secretariat', ...asked }, await asSecretariat(their))).items;

  it('is answered for by the secretariat while it cannot, and has back what is still open', async () => {
    their = await openSetting(world);
    const [first, second, unconfirmed] = [await openInquiry(their), await openInquiry(their), await sentInquiry(their)];
    const [titular, secretariat] = [await asTitular(their), await asSecretariat(their)];
    known = first.slug;
    expect(await here()).toEqual([]);

    await turn(their, 'suspended');
    expect((await here()).map(({ id }) => id)).toEqual([first.inquiryId, second.inquiryId]);
    expect((await here())[0]?.standsInFor).toMatchObject({ status: 'suspended' });
    const own = await world.edge.call<List>(listInquiries, {}, titular);
    expect([own.total, own.items[0]?.standsInFor?.status]).toEqual([2, 'suspended']);
    const answer = { id: first.inquiryId, text: 'Doscientas horas.' };
    expect((await world.edge.send(answerInquiry, answer, { ...titular, version: first.version })).status).toBe(403);
    await eventually(async () =>
      (await untilNotified(their, secretariat)).some(({ title }) => title === 'La Secretaría responde por una organización'),
    );

    const secret = await secretFor(their, 'confirm-inquiry', unconfirmed.inquiryId);
    await world.edge.call(confirmCorrespondent, { secret }, { network: their.network.code });
    await eventually(async () => (await here()).length === 3);
    await world.edge.call(answerInquiry, answer, { ...secretariat, version: first.version });
    const mail = await mailTo(first.email, 'Respuesta a la pregunta sobre');
    expect([mail.text.includes(answer.text), mail.text.includes('¿Cuánto costó el primer año?')]).toEqual([true, true]);

    await turn(their, 'active');
    expect(await here()).toEqual([]);
    expect((await here({ status: 'answered' })).map(({ id }) => id)).toEqual([first.inquiryId]);
    const late = { id: unconfirmed.inquiryId, text: 'Tarde.' };
    expect(codeOf(await world.edge.send(answerInquiry, late, { ...secretariat, version: 2 }))).toEqual([404, 'inquiry-not-found']);
    await world.edge.call(answerInquiry, { ...answer, id: second.inquiryId }, { ...titular, version: second.version });
    await eventually(async () => (await untilNotified(their, titular)).some(({ title }) => title === 'La organización vuelve a responder'));
  });

  it('leaves its record under its name, whose questions the secretariat answers from then on', async () => {
    await turn(their, 'withdrawn');
    const { inquiryId: id, slug, version } = await openInquiry(their, { slug: known });
    const owner = (await world.edge.call<{ owner: string }>(getPractice, { slug }, { network: their.network.code })).owner;
    expect(owner).toContain('(ficticia)');
    const ask = await fetch(`${world.origin}/${their.network.code}/practicas/${slug}/preguntar`);
    expect(await ask.text()).toContain('la pregunta llega a la Secretaría Técnica');
    const row = (await here()).find((one) => one.id === id);
    expect(row?.standsInFor).toMatchObject({ name: owner, status: 'withdrawn' });
    await world.edge.call(closeInquiry, { id, reason: 'Nadie lo sabe ya.' }, { ...(await asSecretariat(their)), version });
    const reader = await asTitular(their);
    const refused = async () => (await world.edge.send(getInquiry, { id }, reader)).status === 403;
    expect(await lastOtherwise(refused)).toBeLessThan(aSecondAndOneToSpare); // a read may know for a second who somebody was
  });
});
