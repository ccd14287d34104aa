import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { getApplication, type Application } from '@alianza/contracts/membership/applications';
import { getActor, inviteActor, type ActorFile } from '@alianza/contracts/membership/directory/actors';
import { invitationBounced, issueInvitation, type InvitationRow } from '@alianza/contracts/membership/invitations';
import { suspendOrganization } from '@alianza/contracts/membership/organizations';
import { getMyMail, listFailing, retryMyMail, type FailingOutside, type FailingPerson } from '@alianza/contracts/membership/recipients';
import * as mailings from '@alianza/contracts/notifications/mailings';
import { editPreferences } from '@alianza/contracts/notifications/notices';
import { shiftClocks } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { invitedActor } from '@alianza/testing/builders/actors';
import { accepted, applied, confirmed } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import type { Person, TestOrganization } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import { BounceListener } from '../bounces/bounce-listener.js';
import { returnAddress } from '../bounces/return-path.entity.js';
import { forgetPerson } from '../privacy/forgetting.queries.js';
import { MailsPurge } from '../purges/mails.purge.js';

const day = 86_400_000;
let world: World;
let setting: Setting;
let secretariat: Person;
let titular: Person;
let other: TestOrganization;
let suplente: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  secretariat = await setting.as('secretariat');
  titular = await setting.as('titular');
  other = await world.people.openOrganization(setting.network);
  suplente = await world.people.enrol('suplente', setting.network, other);
}, 90_000);
afterEach(() => shiftClocks(0));
afterAll(() => world.close());

const both = () => ({ organizations: [setting.organization.id, other.id], roles: ['titular', 'suplente'] });
const letter = (es: string, over: object = {}) => ({
  subject: { original: 'es', es },
  body: { original: 'es', es: 'El **jueves**. {network}' },
  ...over,
});
const preview = (to: object, reason: string | null = null) =>
  world.edge.call<mailings.MailingPreview>(mailings.previewMailing, { to, reason }, secretariat);
async function send(subject: string, to: object = both(), reason: string | null = null) {
  const { digest } = await preview(to, reason);
  return (await world.edge.call<{ id: string }>(mailings.sendMailing, { to, ...letter(subject), reason, digest }, secretariat)).id;
}
const get = (id: string) => world.edge.call<mailings.Mailing>(mailings.getMailing, { id }, secretariat);
const done = (id: string) =>
  eventually(async () => {
    const mailing = await get(id);
    return mailing.state === 'done' && mailing;
  }, 15_000);
const received = async ({ email }: Person, subject: string) => {
  const answer = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(email)}`);
  return ((await answer.json()) as { subject: string; text: string }[]).filter((mail) => mail.subject === subject);
};

describe('a mailing', () => {
  it('shows whom it reaches, and who is missing, before anything leaves', async () => {
    const empty = await world.people.openOrganization(setting.network);
    const found = await preview({ organizations: [setting.organization.id, other.id, empty.id], roles: ['titular', 'suplente'] });
    expect(found).toMatchObject({ recipients: { total: 2, es: 2, en: 0 }, optedOut: 0, unreachable: { total: 0 }, without: { total: 1 } });
    expect(found.without.names[0]).toContain(empty.slug);
    expect((await preview({ filter: { q: other.slug }, roles: ['suplente'] })).recipients.total).toBe(1);
    const elsewhere = await world.people.openNetwork();
    const strange = await world.people.openOrganization(elsewhere);
    expect((await preview({ organizations: [strange.id], roles: ['titular'] })).recipients.total).toBe(0);
    expect(await world.edge.refusal(mailings.previewMailing, { to: { roles: ['titular'] } }, secretariat)).toEqual([400, 'input-invalid']);
  });

  it('reaches each person once, whatever roles they have, as it was written', async () => {
    const id = await send('Asamblea de marzo');
    expect(await done(id)).toMatchObject({ counts: { recipients: 2, sent: 2, bounced: 0, withheld: 0 }, by: 'secretariat' });
    for (const person of [titular, suplente]) {
      const mails = await received(person, 'Asamblea de marzo');
      expect(mails).toHaveLength(1);
      expect(mails[0]?.text).toContain('El **jueves**. {network}');
      expect(mails[0]?.text).toContain('/baja/');
    }
    const { items } = await world.edge.call<{ items: mailings.MailingRow[] }>(mailings.listMailings, {}, secretariat);
    expect(items[0]).toMatchObject({ id, subject: 'Asamblea de marzo', state: 'done' });
  });

  it('is sent once under one key, and only to those that were seen', async () => {
    const { digest } = await preview(both());
    const input = { to: both(), ...letter('Una vez'), digest };
    const key = randomUUID();
    const [one, two] = await Promise.all(
      [1, 2].map(() => world.edge.send<{ id: string }>(mailings.sendMailing, input, { ...secretariat, key })),
    );
    const ids = [one, two].flatMap((answer) => (answer?.status === 200 || answer?.status === 201 ? [answer.body.id] : []));
    expect(new Set(ids).size).toBe(1);
    await done(ids[0] ?? '');
    expect(await received(titular, 'Una vez')).toHaveLength(1);
    const changed = { ...input, to: { ...both(), roles: ['titular'] } };
    expect(await world.edge.refusal(mailings.sendMailing, changed, secretariat)).toEqual([409, 'mailing-recipients-changed']);
    const nobody = { organizations: [other.id], roles: ['titular'] };
    const none = await preview(nobody);
    expect(await world.edge.refusal(mailings.sendMailing, { ...input, to: nobody, digest: none.digest }, secretariat)).toEqual([
      422,
      'mailing-reaches-nobody',
    ]);
  });

  it('goes to its author alone while it is tried', async () => {
    await world.edge.call(mailings.testMailing, letter('Borrador'), secretariat);
    await eventually(async () => (await received(secretariat, 'Prueba: Borrador')).length === 1, 15_000);
    expect(await received(titular, 'Prueba: Borrador')).toEqual([]);
  });

  it('spares who asked for none, unless it says why it does not', async () => {
    const none = { taskMail: 'now', newsMail: 'now', mailings: false };
    await world.edge.call(editPreferences, none, { ...suplente, version: 0 });
    expect(await preview(both())).toMatchObject({ recipients: { total: 1 }, optedOut: 1 });
    const id = await send('Con plazo', both(), 'Vence el 24.');
    expect((await done(id)).counts).toMatchObject({ recipients: 2, sent: 2 });
    const [mail] = await received(suplente, 'Con plazo');
    expect(mail?.text).toContain('El motivo: Vence el 24.');
    expect(mail?.text).not.toContain('/baja/');
  });

  it('is nobody else’s to write, read or stop', async () => {
    const id = await send('Ajena', { organizations: [setting.organization.id], roles: ['titular'] });
    for (const person of [titular, await setting.as('reviewer')])
      expect(await world.edge.refusal(mailings.getMailing, { id }, person)).toEqual([403, 'forbidden']);
    const elsewhere = await world.people.openNetwork();
    const stranger = await world.people.enrol('secretariat', elsewhere, await world.people.openOrganization(elsewhere));
    expect(await world.edge.refusal(mailings.getMailing, { id }, stranger)).toEqual([404, 'mailing-not-found']);
    expect(await world.edge.refusal(mailings.stopMailing, { id }, stranger)).toEqual([404, 'mailing-not-found']);
  });

  it('can be stopped once, and then sends nothing more', async () => {
    const id = randomUUID();
    await rowsOf(
      'notifications',
      `insert into mailing (id, network_id, subject, body, roles, by, at, state, recipients)
        values ($1, $2, '{"original":"es","es":"Detenida"}', '{"original":"es","es":"x"}', '["titular"]', $3, now(), 'sending', 1) returning id`,
      [id, setting.network.id, secretariat.id],
    );
    await rowsOf(
      'notifications',
      'insert into mailing_recipient (network_id, mailing_id, person_id) values ($1, $2, $3) returning mailing_id',
      [setting.network.id, id, titular.id],
    );
    const [one, two] = await Promise.all([1, 2].map(() => world.edge.refusal(mailings.stopMailing, { id }, secretariat)));
    expect([one, two].map((answer) => answer?.[0]).sort()).toEqual([200, 409]);
    const job = `insert into pgboss.job (id, name, data, policy) values (gen_random_uuid(), 'mailings', $1, 'exclusive') returning id`;
    const [queued] = await rowsOf<{ id: string }>('notifications', job, [JSON.stringify({ networkId: setting.network.id, id })]);
    const ended = () => rowsOf('notifications', `select from pgboss.job where id = $1 and state = 'completed'`, [queued?.id]);
    await eventually(async () => (await ended()).length === 1, 15_000);
    expect(await rowsOf('notifications', 'select from mail where event_id = $1', [id])).toEqual([]);
    expect(await get(id)).toMatchObject({ state: 'stopped', counts: { sent: 0 } });
  });
});

describe('a mail that comes back', () => {
  const domain = 'example.org';
  /** Under which token the mail of a mailing left. */
  const tokenOf = async (mailingId: string, { id }: Person): Promise<string> => {
    const query = 'select r.token from return_path r join mail m on m.id = r.mail_id where m.event_id = $1 and m.person_id = $2';
    return (await rowsOf<{ token: string }>('notifications', query, [mailingId, id]))[0]?.token ?? '';
  };
  /** Of the last mail about it, or of the one by a rule, once that has left. */
  const tokenAbout = (id: string, rule = '%') =>
    eventually(async () => {
      const query = `select r.token from return_path r join mail m on m.id = r.mail_id where m.subject_id = $1 and m.person_id is null
        and m.sent_at is not null and m.rule like $2 order by m.id desc limit 1`;
      return (await rowsOf<{ token: string }>('notifications', query, [id, rule]))[0]?.token;
    }, 15_000);
  /** What the listener answers. */
  async function deliver(to: string, raw: string, from = ''): Promise<string> {
    const port = world.service('notifications').get(BounceListener, { strict: false }).port;
    const transport = createTransport({ host: '127.0.0.1', port: port ?? 0, ignoreTLS: true });
    try {
      return (await transport.sendMail({ envelope: { from, to }, raw: raw.replaceAll('\n', '\r\n') })).response;
    } catch (error) {
      return (error as { response?: string }).response ?? String(error);
    } finally {
      transport.close();
    }
  }
  const report = (status: string) =>
    `Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\nStatus: ${status}\n\n--b--\n`;
  const to = () => ({ organizations: [setting.organization.id], roles: ['titular'] });
  const failing = async () => (await world.edge.call<{ items: FailingPerson[] }>(listFailing, {}, secretariat)).items;
  const mine = async () => (await world.edge.call<{ failing: object | null }>(getMyMail, {}, titular)).failing;

  it('marks its person’s address where there is no such, and says so to them and the secretariat', async () => {
    const id = await send('Que vuelve', to());
    await done(id);
    const address = returnAddress(await tokenOf(id, titular), domain);
    const sent = (at: string) => rowsOf('notifications', `update mail set sent_at = ${at} where event_id = $1 returning id`, [id]);
    await sent('null');
    expect(await deliver(address, report('5.2.2'))).toMatch(/^451/); // it left, and that is not noted yet
    await sent('now()');
    expect(await deliver(address, report('5.2.2'))).toMatch(/^250/);
    expect((await get(id)).counts).toMatchObject({ sent: 1, bounced: 1 });
    expect(await mine()).toBeNull();
    const answers = await Promise.all([deliver(address, report('5.1.1')), deliver(address, report('5.1.1'))]);
    expect(answers.every((answer) => answer.startsWith('250'))).toBe(true);
    await eventually(async () => (await failing()).length === 1, 15_000);
    const [person] = await failing();
    expect(person).toMatchObject({
      personId: titular.id,
      status: '5.1.1',
      roles: [{ role: 'titular', organizationId: setting.organization.id }],
    });
    expect(JSON.stringify(person)).not.toContain('@');
    expect(await mine()).toMatchObject({ status: '5.1.1' });
    const facts = await rowsOf<{ n: number }>(
      'membership',
      `select count(*)::int as n from outbox where event->>'subject' = 'ev.membership.address.failed.v1'`,
    );
    expect(facts[0]?.n).toBe(1);
  }, 30_000);

  it('keeps all but what always comes from that address', async () => {
    expect(await preview(to())).toMatchObject({ recipients: { total: 0 }, unreachable: { total: 1 } });
    const id = await send('Siempre', to(), 'Vence el 24.');
    expect((await done(id)).counts).toMatchObject({ sent: 1 });
    expect(await received(titular, 'Siempre')).toHaveLength(1);
  });

  it('is forgotten when they ask for another try, and a late report changes nothing', async () => {
    const late = returnAddress(await tokenOf((await listed('Siempre')).id, titular), domain);
    await world.edge.call(retryMyMail, {}, titular);
    await world.edge.call(retryMyMail, {}, titular);
    expect([await mine(), await failing()]).toEqual([null, []]);
    expect(await deliver(late, report('5.1.1'))).toMatch(/^250/);
    const heard = () => rowsOf('membership', `select from inbox where consumer = 'membership-recipients-bounced'`);
    await eventually(async () => (await heard()).length >= 3, 15_000);
    expect(await mine()).toBeNull();
    expect((await preview(to())).recipients.total).toBe(1);
  });
  const listed = async (subject: string) => {
    const { items } = await world.edge.call<{ items: mailings.MailingRow[] }>(mailings.listMailings, { limit: 50 }, secretariat);
    return items.find((row) => row.subject === subject) ?? { id: '' };
  };

  it('of another address than the present one says nothing of it', async () => {
    const id = await send('A la anterior', to());
    await done(id);
    const before = returnAddress(await tokenOf(id, titular), domain);
    await rowsOf('membership', 'update person set email = $2 where id = $1 returning id', [
      titular.id,
      `nueva-${randomUUID().slice(0, 8)}@example.org`,
    ]);
    expect(await deliver(before, report('5.1.1'))).toMatch(/^250/);
    const heard = () => rowsOf('membership', `select from inbox where consumer = 'membership-recipients-bounced'`);
    await eventually(async () => (await heard()).length >= 4, 15_000);
    expect(await mine()).toBeNull();
  });

  it.each([
    ['an address of nobody', 'postmaster@example.org', ''],
    ['a token that was never made', returnAddress('0'.repeat(32), domain), ''],
    ['an order to send on', 'victima@example.net', 'a@example.org'],
  ])('is looked for nowhere else: %s', async (_what, address, from) => {
    expect(await deliver(address, report('5.1.1'), from)).toMatch(/^550/);
  });

  it.each([
    ['a letter of somebody', () => 'Subject: Hola\n\n5.1.1', 'titular@example.org', /^550 5\.6\.0/],
    ['an answer of somebody absent', () => 'Subject: Ausente\nAuto-Submitted: auto-replied\n\n5.1.1', '', /^550 5\.6\.0/],
    ['a report too large', () => `Subject: x\n\n${'x'.repeat(600 * 1024)}`, '', /^552/],
    [
      'one nested beyond reason',
      () => Array.from({ length: 60 }, (_, n) => `Content-Type: multipart/mixed; boundary=n${n}\n\n--n${n}\n`).join(''),
      '',
      /^550/,
    ],
  ])('is taken in only as a report: %s', async (_what, raw, from, answer) => {
    const id = await send(`Hostil ${randomUUID().slice(0, 8)}`, { organizations: [other.id], roles: ['suplente'] }, 'Prueba.');
    await done(id);
    expect(await deliver(returnAddress(await tokenOf(id, suplente), domain), raw(), from)).toMatch(answer);
    expect((await get(id)).counts.bounced).toBe(0);
  });

  it('late, to who has no account, is told of beside what it was about, and not of one that was answered', async () => {
    const input = { organizationId: other.id, role: 'editor', email: `a-${randomUUID().slice(0, 8)}@example.org`, language: 'es' };
    const invitation = await world.edge.call<InvitationRow>(issueInvitation, input, secretariat);
    const [{ applicationId }, unseen] = [await confirmed(setting), await applied(setting)];
    const actor = await invitedActor(setting);
    const { invitationId: taken } = await accepted(setting);
    await rowsOf('membership', 'update invitation set accepted_at = now() where id = $1 returning id', [taken]);
    const tokens = [invitation.id, unseen, actor.id, taken].map((id) => tokenAbout(id));
    for (const token of await Promise.all([...tokens, tokenAbout(applicationId, 'application-received')]))
      expect(await deliver(returnAddress(token, domain), report('5.2.2'))).toMatch(/^250/);
    const outside = async () => (await world.edge.call<{ outside: FailingOutside[] }>(listFailing, {}, secretariat)).outside;
    const found = await eventually(async () => (await outside()).length === 3 && outside(), 15_000);
    expect(new Set(found.map(({ kind, id }) => [kind, id].join(' ')))).toEqual(
      new Set([`invitation ${invitation.id}`, `application ${applicationId}`, `actor ${actor.id}`]),
    );
    const application = await world.edge.call<Application>(getApplication, { id: applicationId }, secretariat);
    expect(application).toMatchObject({ undelivered: { status: '5.2.2' }, version: 2 });
    expect(await world.edge.call(getActor, { id: actor.id }, secretariat)).toMatchObject({ undelivered: { status: '5.2.2' } });
    await correct(actor.id);
    expect((await outside()).map(({ kind }) => kind)).not.toContain('actor');
  }, 40_000);
  const correct = (actorId: string) => {
    const corrected = `update actor set contact = jsonb_set(contact, '{email}', to_jsonb($2::text)) where id = $1 returning id`;
    return rowsOf('membership', corrected, [actorId, `hallada-${randomUUID().slice(0, 8)}@example.org`]);
  };

  it('after the address of an actor was corrected, lets it be invited there at once', async () => {
    const { id } = await invitedActor(setting);
    const token = await tokenAbout(id);
    await correct(id);
    const actor = () => world.edge.call<ActorFile>(getActor, { id }, secretariat);
    expect((await actor()).inviteFrom).not.toBeNull();
    expect(await deliver(returnAddress(token, domain), report('5.1.1'))).toMatch(/^250/);
    const { version } = await eventually(async () => {
      const file = await actor();
      return file.inviteFrom === null && file;
    }, 15_000);
    await world.edge.call(inviteActor, { id }, { ...secretariat, version });
    expect(await actor()).toMatchObject({ inviteFrom: expect.any(String), undelivered: null });
  }, 40_000);

  it('from who is invited to an organisation whose titular is disabled is the network’s to put right', async () => {
    const left = await world.people.openOrganization(setting.network);
    const { id: titularId } = await world.people.enrol('titular', setting.network, left);
    await rowsOf('membership', 'update person set disabled_at = now() where id = $1 returning id', [titularId]);
    const input = { organizationId: left.id, role: 'editor', email: `a-${randomUUID().slice(0, 8)}@example.org`, language: 'es' };
    const { id } = await world.edge.call<InvitationRow>(issueInvitation, input, secretariat);
    expect(await deliver(returnAddress(await tokenAbout(id), domain), report('5.1.1'))).toMatch(/^250/);
    const query = `select event->'data'->>'byNetwork' as here from outbox where event->>'subject' = $1 and event->>'aggregateId' = $2`;
    const bounced = () => rowsOf<{ here: string }>('membership', query, [invitationBounced.subject, id]);
    expect(await eventually(async () => (await bounced())[0], 15_000)).toEqual({ here: 'true' });
  }, 40_000);

  it('is told of without an address in any table', async () => {
    const tables = ['mail', 'return_path', 'mailing_recipient', 'outbox', 'subscription'];
    for (const name of tables)
      expect([name, await rowsOf('notifications', `select t::text as row from ${name} t where t::text like '%@%'`)]).toEqual([name, []]);
  });
});

describe('time', () => {
  it('lets go of who a mailing went to, and keeps how many they were', async () => {
    const { items } = await world.edge.call<{ items: mailings.MailingRow[] }>(mailings.listMailings, { limit: 50 }, secretariat);
    const id = items.find(({ subject }) => subject === 'Asamblea de marzo')?.id ?? '';
    const rows = async (table: string, column: string) =>
      (await rowsOf('notifications', `select from ${table} where ${column} = $1`, [id])).length;
    const purge = async (days: number) => {
      shiftClocks(days * day);
      await world.service('notifications').get(MailsPurge, { strict: false }).purge();
      shiftClocks(0);
    };
    // Only the mailing's own: another mail may leave while the clock stands a month ahead.
    const returnPaths = 'select from return_path r join mail m on m.id = r.mail_id where m.event_id = $1';
    await purge(29);
    expect(await rowsOf('notifications', returnPaths, [id])).toHaveLength(2);
    await purge(31);
    expect(await rowsOf('notifications', returnPaths, [id])).toEqual([]);
    expect([await rows('mailing_recipient', 'mailing_id'), await rows('mail', 'event_id')]).toEqual([2, 2]);
    await purge(181);
    expect([await rows('mailing_recipient', 'mailing_id'), await rows('mail', 'event_id')]).toEqual([0, 0]);
    expect(await get(id)).toMatchObject({ state: 'done', counts: { recipients: 2, sent: 2, bounced: 0, withheld: 0 } });
  });

  it('takes a person out of a mailing that is as finished as it was, and can be stopped no more', async () => {
    const id = await send('De quien se fue', { organizations: [other.id], roles: ['suplente'] }, 'Prueba.');
    await done(id);
    const half = await send('Que no llegó a salir', both(), 'Prueba.');
    await done(half);
    await rowsOf('notifications', `delete from mail where event_id = $1 and person_id = $2 returning id`, [half, suplente.id]);
    const unmailed = 'update mailing_recipient set mailed = false where mailing_id = $1 and person_id = $2 returning mailing_id';
    await rowsOf('notifications', unmailed, [half, suplente.id]);
    const em = world.service('notifications').get(EntityManager, { strict: false });
    const erase = () => inNetwork(em, { networkId: null }, (inside) => forgetPerson(inside, suplente.id, [setting.network.id]));
    await erase();
    await erase();
    expect(await get(id)).toMatchObject({ state: 'done', counts: { recipients: 1, sent: 1 } });
    expect(await get(half)).toMatchObject({ state: 'done', counts: { recipients: 1, sent: 1 } });
    for (const table of ['mail', 'mailing_recipient'])
      expect(await rowsOf('notifications', `select from ${table} t where t::text like $1`, [`%${suplente.id}%`])).toEqual([]);
    expect(await world.edge.refusal(mailings.stopMailing, { id }, secretariat)).toEqual([409, 'mailing-ended']);
  });

  it('of a suspended organisation’s people begins with the next write', async () => {
    const lead = await setting.as('secretariat-lead');
    await world.edge.call(suspendOrganization, { id: setting.organization.id, reason: 'Dos sesiones.' }, { ...lead, version: 1 });
    expect((await preview({ filter: { status: ['active'], q: setting.organization.slug }, roles: ['titular'] })).recipients.total).toBe(0);
  });
});
