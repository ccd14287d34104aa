import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as applications from '@alianza/contracts/membership/applications';
import { assignApplication } from '@alianza/contracts/membership/application-desk';
import { acceptInvitation, describeInvitation } from '@alianza/contracts/membership/invitations';
import { openNetwork } from '@alianza/contracts/membership/networks';
import * as organizations from '@alianza/contracts/membership/organizations';
import { editMe, getMe } from '@alianza/contracts/membership/people';
import { listRecipients } from '@alianza/contracts/membership/recipients';
import { listNotices, readNotice, type Notice } from '@alianza/contracts/notifications/notices';
import type { Operation } from '@alianza/contracts/operation';
import { editPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { inviteReviewer } from '@alianza/contracts/membership/reviewers';
import { inviteGuest } from '@alianza/contracts/repository/review/guests';
import { assignReview, declinePractice, publishPractice, requestChanges } from '@alianza/contracts/repository/reviews';
import { confirmPractice } from '@alianza/contracts/repository/publication/verifications';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { entered, published, submitted } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { accountRules } from '../privacy/account-rules.js';
import { inquiryRules } from './rules/inquiry-rules.js';
import { invitationRules } from './rules/invitation-rules.js';
import { peopleRules } from './rules/people-rules.js';
import { replicationRules } from './rules/replication-rules.js';
import { isTold, rules } from './rules.js';

/** Those of replications, of messages about records, of invitations, of representatives, of accounts and of actors are tried where these are. */
const elsewhere = [...replicationRules, ...inquiryRules, ...invitationRules, ...peopleRules, ...accountRules];
const named = [
  'practice-called-back',
  'letter-assigned',
  'task-assigned',
  'actor-invited',
  'application-given-back',
  'application-expiring',
  'application-unanswered',
];
const here = rules.filter((rule) => !elsewhere.includes(rule) && !named.includes(rule.name));

interface Received {
  subject: string;
  text: string;
  links: string[];
}

/** Of every network that `openSetting` opens. */
const network = (openNetwork.example.input as { name: { es: string } }).name.es;
const short = () => randomUUID().slice(0, 8);

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 90_000);
afterAll(() => world.close());

/** Reads the portal and its mails in this language from now on. */
async function speak(person: Person, language: 'es' | 'en'): Promise<void> {
  const { version } = await world.edge.call<{ version: number }>(getMe, {}, person);
  await world.edge.call(editMe, { language }, { ...person, version });
}

describe.each(['es', 'en'] as const)('every rule in %s', (lang) => {
  const text = textIn(lang);
  const seen = new Set<string>();
  let setting: Setting;
  let secretariat: Person;

  beforeAll(async () => {
    setting = await openSetting(world);
    secretariat = await asSecretariat(setting);
    for (const person of [secretariat, await asReviewer(setting), await asTitular(setting)]) await speak(person, lang);
  }, 60_000);

  /** The mail of a rule, once it is there: in the right language, with its action and its address in it. */
  async function mail(rule: string, { to, ...params }: { to: string } & Record<string, string>): Promise<Received> {
    const subject = text(`mails.${rule}.subject`, { network, ...params });
    const found = await eventually(async () => {
      await pause(200); // the mailbox reads every letter anew when it is asked
      const response = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(to)}`);
      return ((await response.json()) as Received[]).find((message) => message.subject === subject);
    }, 15_000);
    expect(found.text).toContain(text(`mails.${rule}.action`));
    expect(found.links[0]).toMatch(new RegExp(`^${world.origin}/${setting.network.code}${lang === 'en' ? '/en' : ''}/(?!en/)[a-z]`));
    seen.add(rule);
    return found;
  }

  /** What stands behind the network and language in the mail's address. */
  const pathIn = ({ links }: Received) =>
    (links[0] ?? '').slice(`${world.origin}/${setting.network.code}${lang === 'en' ? '/en' : ''}`.length);

  function secretIn(received: Received, path: string): string {
    const [before, secret = ''] = pathIn(received).split('#');
    expect(before).toBe(path);
    expect(secret).toMatch(/^[\w-]{43}$/);
    return secret;
  }

  const notices = (person: Person) => world.edge.call<{ items: Notice[]; unread: number }>(listNotices, {}, person);
  const noticed = (rule: string, person: Person, params: Record<string, string> = {}) =>
    eventually(async () => (await notices(person)).items.find((notice) => notice.text === text(`notices.${rule}.text`, params)));
  const inNetwork = () => ({ network: setting.network.code });

  /** An application of somebody who reads `lang`, confirmed by the link that came by mail. */
  async function applied() {
    const [organization, to] = [`Red de Barrio ${short()} (ficticia)`, `solicitud-${short()}@example.org`];
    const form = { ...applications.applyForMembership.example.input, organization, email: to, language: lang };
    await world.edge.call(applications.applyForMembership, form, inNetwork());
    const confirm = secretIn(await mail('application-filed', { to, organization }), '/solicitud/confirmar');
    await world.edge.call(applications.confirmApplication, { secret: confirm }, inNetwork());
    const secret = secretIn(await mail('application-received', { to, organization }), '/solicitud/seguimiento');
    const path = pathIn(await mail('application-to-review', { to: secretariat.email, organization }));
    expect(path).toMatch(/^\/secretaria\/solicitudes\?abierta=[0-9a-f-]{36}$/);
    return { organization, to, secret, id: path.slice(-36) };
  }
  /** The secretariat's decision on it, at the version it has now. */
  async function decide(operation: Operation, id: string, input: object): Promise<void> {
    const { version } = await world.edge.call<{ version: number }>(applications.getApplication, { id }, secretariat);
    await world.edge.call(operation, { id, ...input }, { ...secretariat, version });
  }

  async function acceptedAfterAnAnswer(): Promise<void> {
    const { organization, to, id } = await applied();
    expect(await noticed('application-to-review', secretariat, { organization })).toMatchObject({
      kind: 'task',
      read: false,
      path: `/secretaria/solicitudes?abierta=${id}`,
    });

    const colleague = await world.people.enrol('secretariat', setting.network);
    await speak(colleague, lang);
    await decide(assignApplication, id, { personId: colleague.id });
    expect(pathIn(await mail('application-assigned', { to: colleague.email, organization }))).toBe(`/secretaria/solicitudes?abierta=${id}`);
    await noticed('application-assigned', colleague, { organization });

    await decide(applications.askClarification, id, { text: '¿Quién firma la carta?' });
    const secret = secretIn(await mail('clarification-asked', { to, organization }), '/solicitud/seguimiento');
    await world.edge.call(applications.answerClarification, { secret, text: 'La presidencia.' }, inNetwork());
    await mail('clarification-answered', { to: secretariat.email, organization });
    await noticed('clarification-answered', secretariat, { organization });

    await decide(applications.acceptApplication, id, { category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' });
    const decided = secretIn(await mail('application-accepted', { to, organization }), '/solicitud/seguimiento');
    const followed = await world.edge.call<{ status: string }>(applications.followApplication, { secret: decided }, inNetwork());
    expect(followed.status).toBe('accepted');
    const invitation = secretIn(await mail('invitation', { to }), '/invitacion');
    expect(await world.edge.call(describeInvitation, { secret: invitation }, inNetwork())).toMatchObject({ role: 'titular', email: to });
    const titular = await world.people.stranger();
    const accept = { secret: invitation, name: 'Titular, Red de Barrio', language: lang };
    await world.edge.call(acceptInvitation, accept, { ...inNetwork(), token: titular.token });
    expect(pathIn(await mail('welcome', { to }))).toBe('/miembro/personas');
  }

  async function declined(): Promise<void> {
    const { id, to, organization } = await applied();
    await decide(applications.declineApplication, id, { reason: 'No trabaja en cuidados.' });
    secretIn(await mail('application-declined', { to, organization }), '/solicitud/seguimiento');
  }

  async function withdrawn(): Promise<void> {
    const { secret, organization } = await applied();
    await world.edge.call(applications.withdrawApplication, { secret }, inNetwork());
    await mail('application-withdrawn', { to: secretariat.email, organization });
    expect(await noticed('application-withdrawn', secretariat, { organization })).toMatchObject({ kind: 'news' });
  }

  async function publishedAfterChanges(): Promise<void> {
    const [titular, reviewer] = [await asTitular(setting), await asReviewer(setting)];
    const begun = await entered(setting);
    const called = { title: begun.content.title.es ?? '' };
    expect(pathIn(await mail('practice-entered', { to: titular.email, ...called }))).toBe(`/miembro/practicas/${begun.id}`);
    await noticed('practice-entered', titular, called);
    const { id, version, content } = await submitted(setting);
    const title = content.title.es ?? '';
    for (const { email: to } of [reviewer, secretariat])
      expect(pathIn(await mail('practice-to-review', { to, title }))).toBe(`/secretaria/practicas?abierta=${id}`);

    const comments = [{ field: 'results', text: '¿De qué año es la cifra?' }];
    const sentBack = await world.edge.call<EditablePractice>(requestChanges, { id, comments }, { ...reviewer, version });
    expect(pathIn(await mail('changes-requested', { to: titular.email, title }))).toBe(`/miembro/practicas/${id}`);
    await noticed('changes-requested', titular, { title });
    for (const person of [reviewer, secretariat])
      await eventually(async () => (await noticed('practice-to-review', person, { title })).read);

    const edited = await world.edge.call<EditablePractice>(editPractice, { id, content }, { ...titular, version: sentBack.version });
    const again = await world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, { ...titular, version: edited.version });
    const { slug } = await world.edge.call<EditablePractice>(publishPractice, { id }, { ...reviewer, version: again.version });
    expect(pathIn(await mail('practice-published', { to: titular.email, title }))).toBe(`/practicas/${String(slug)}`);
    const notice = await noticed('practice-published', titular, { title });

    const before = await notices(titular);
    await world.edge.call(readNotice, { id: notice.id }, titular);
    const after = await notices(titular);
    expect(after.unread).toBe(before.unread - 1);
    expect(after.items.find((item) => item.id === notice.id)?.read).toBe(true);
  }

  /** Given to somebody, read by a guest, and declined. */
  async function declinedAfterReading(): Promise<void> {
    const [titular, reviewer, guest] = [await asTitular(setting), await asReviewer(setting), await setting.as('external-reviewer')];
    await speak(guest, lang);
    const { id, version, content } = await submitted(setting);
    const title = content.title.es ?? '';
    await world.edge.call(inviteGuest, { id, personId: guest.id }, secretariat);
    expect(pathIn(await mail('guest-invited', { to: guest.email, title }))).toBe(`/secretaria/practicas?abierta=${id}`);
    const given = await world.edge.call<EditablePractice>(assignReview, { id, personId: reviewer.id }, { ...secretariat, version });
    expect(pathIn(await mail('review-assigned', { to: reviewer.email, title }))).toBe(`/secretaria/practicas?abierta=${id}`);
    await world.edge.call(declinePractice, { id, reason: 'No trata de cuidados.' }, { ...reviewer, version: given.version });
    expect(pathIn(await mail('practice-declined', { to: titular.email, title }))).toBe(`/miembro/practicas/${id}`);
    await noticed('practice-declined', titular, { title });
  }

  /** Due to be checked after two years, confirmed by its organisation, and withdrawn. */
  async function withdrawnWhenChecked(): Promise<void> {
    const titular = await asTitular(setting);
    const { id, slug, content } = await published(setting);
    const title = content.title.es ?? '';
    await rowsOf('repository', `update practice set verify_by = now() - interval '1 day' where id = $1 returning id`, [id]);
    await rowsOf(
      'repository',
      `insert into pgboss.job (id, name, data, policy) values ($1, 'verification-reminders', '{}', 'exclusive') returning id`,
      [randomUUID()],
    );
    expect(pathIn(await mail('recheck-due', { to: titular.email, title }))).toBe(`/miembro/practicas/${id}`);
    const check = await mail('recheck-due-here', { to: secretariat.email, title });
    expect(pathIn(check)).toBe(`/secretaria/verificaciones?abierta=${id}`);
    await noticed('recheck-due', titular, { title });
    await world.edge.call(confirmPractice, { id, note: 'Ahora son dos turnos.' }, titular);
    const noted = await mail('practice-confirmed-here', { to: secretariat.email, title });
    expect(pathIn(noted)).toBe(`/secretaria/verificaciones?cuales=all&abierta=${id}`);
    await eventually(async () => {
      const told = text('notices.recheck-due.text', { title });
      return (await notices(titular)).items.every((notice) => notice.text !== told || notice.read);
    });
    await world.edge.call(withdrawPractice, { ...withdrawPractice.example.input, id }, secretariat);
    for (const [rule, to] of [
      ['practice-withdrawn', titular.email],
      ['practice-withdrawn-here', secretariat.email],
    ] as const)
      expect(pathIn(await mail(rule, { to, title }))).toBe(`/practicas/${String(slug)}`);
    const to = `revision-${short()}@example.org`;
    await world.edge.call(inviteReviewer, { email: to, language: lang }, secretariat);
    secretIn(await mail('invitation-to-network', { to }), '/invitacion');
  }

  async function decidedUpon(): Promise<void> {
    const member = await world.people.openOrganization(setting.network);
    const [{ id }, organization] = [member, `Organización ${member.slug} (ficticia)`];
    const titular = await world.people.enrol('titular', setting.network, member);
    await speak(titular, lang);
    const to = titular.email;
    const lead = await setting.as('secretariat-lead');
    const decisions = [
      ['organization-suspended', organizations.suspendOrganization],
      ['organization-reinstated', organizations.reinstateOrganization],
      ['organization-withdrawn', organizations.withdrawOrganization],
    ] as const;
    const reason = 'Dos sesiones sin asistencia.';
    let version = 1;
    for (const [rule, operation] of decisions) {
      ({ version } = await world.edge.call<{ version: number }>(operation, { id, reason }, { ...lead, version }));
      const received = await mail(rule, { to, organization });
      const path = rule === 'organization-withdrawn' ? '/miembro/cuenta' : '/miembro/practicas';
      expect([pathIn(received), received.text.includes(reason)]).toEqual([path, true]);
    }
  }

  it('brings its mail, with a link that works, and its notice', async () => {
    await Promise.all([acceptedAfterAnAnswer(), declined(), withdrawn(), publishedAfterChanges(), decidedUpon()]);
    await Promise.all([declinedAfterReading(), withdrawnWhenChecked()]);
    expect([...seen].sort()).toEqual(here.map(({ name }) => name).sort());
  }, 60_000);
});

it('reach everybody who shares an address in the portal, and the address once, also where mails come back to one of them', async () => {
  const setting = await openSetting(world);
  const both = [await asTitular(setting), await setting.as('suplente')];
  const [shared, ids] = [`despacho-${short()}@example.org`, both.map(({ id }) => id)];
  await rowsOf('membership', 'update person set email = $1 where id = any($2) returning id', [shared, ids]);
  await published(setting);
  for (const person of both)
    await eventually(async () =>
      (await world.edge.call<{ items: Notice[] }>(listNotices, {}, person)).items.some(({ path }) => path?.startsWith('/practicas/')),
    );
  const mails = await rowsOf('notifications', `select from mail where rule = 'practice-published' and person_id = any($1)`, [ids]);
  expect(mails).toHaveLength(1);

  const asking = world.service('notifications').get(OperationsClient, { strict: false });
  const { items } = await asking.ask(listRecipients, { audience: { to: 'organization', id: setting.organization.id } }, setting.network.id);
  const failing = { id: items[0]?.personId, mark: items[0]?.mark };
  await rowsOf('membership', 'insert into failing_address (person_id, mark, since) values ($1, $2, now()) returning 1', [
    failing.id,
    failing.mark,
  ]);
  const { id } = await published(setting);
  const sent = `select person_id as id from mail where rule = 'practice-published' and subject_id = $1 and sent_at is not null`;
  const reached = await eventually(async () => {
    const found = await rowsOf<{ id: string }>('notifications', sent, [id]);
    return found.length > 0 && found;
  });
  expect(reached).toEqual([{ id: ids.find((one) => one !== failing.id) }]);
});

it('leave what nobody is told of unread, and miss nothing that comes after it', async () => {
  const { id } = await submitted(await openSetting(world));
  const facts = await rowsOf<{ id: string; subject: string }>(
    'repository',
    `select event->>'id' as id, event->>'subject' as subject from outbox where event->>'aggregateId' = $1 order by position`,
    [id],
  );
  expect(facts.map(({ subject }) => isTold(subject))).toEqual([false, true]);
  const noted = () =>
    rowsOf<{ id: string }>('notifications', 'select event_id as id from inbox where event_id = any($1)', [facts.map((fact) => fact.id)]);
  await eventually(async () => (await noted()).some((fact) => fact.id === facts[1]?.id));
  expect(await noted()).toEqual([{ id: facts[1]?.id }]);
});
