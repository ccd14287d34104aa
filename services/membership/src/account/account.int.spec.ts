import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { endSessions, getAccount, listSessions, type OpenSession } from '@alianza/contracts/membership/account/account';
import { listAccounts, resetSecondFactor, secondFactorReset } from '@alianza/contracts/membership/account/accounts';
import { changeAddress, confirmAddress, withdrawAddress } from '@alianza/contracts/membership/account/addresses';
import { acceptNotice, askCopy, askErasure, downloadCopy, withdrawErasure } from '@alianza/contracts/membership/account/personal-data';
import { acceptInvitation } from '@alianza/contracts/membership/invitations';
import { suspendOrganization } from '@alianza/contracts/membership/organizations';
import { disablePerson, enablePerson, getMe, grantRole } from '@alianza/contracts/membership/people';
import { recentSignIn, type AnswerOf } from '@alianza/contracts/operation';
import { localIssuer } from '@alianza/local/environments';
import { Browser } from '@alianza/local/identity/spec-browser';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { askedAddress, type Account } from '@alianza/testing/builders/account';
import { accepted } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import type { Asked } from '@alianza/testing/edge';
import { operatorAccount, type Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { Reconciliation } from '../identity/reconciliation.js';

type Listed = AnswerOf<typeof listAccounts>;

let world: World;
let setting: Setting;
beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const somebody = () => world.people.enrol('editor', setting.network, setting.organization);
const guarded = () => world.people.enrol('secretariat', setting.network, setting.secretariat);
const account = (person: Person) => world.edge.call<Account>(getAccount, {}, person);
const confirm = async (secret: string) =>
  (await world.edge.send<{ code?: string }>(confirmAddress, { secret }, { network: setting.network.code })).body.code ?? 'done';
const newAddress = () => `nueva-${randomUUID().slice(0, 8)}@example.org`;
const addressOf = async ({ id }: Person) =>
  (await rowsOf<{ email: string }>('membership', 'select email from person where id = $1', [id]))[0]?.email;
const subjectOf = async ({ id }: Person) =>
  (await rowsOf<{ subject: string }>('membership', 'select subject from account where person_id = $1', [id]))[0]?.subject ?? '';

describe('another address', () => {
  it('holds once its mail is answered: mails go there, one signs in with it, and the former one is told', async () => {
    const person = await somebody();
    const email = newAddress();
    await world.edge.call(changeAddress, { email: email.toUpperCase() }, person);
    expect(await account(person)).toMatchObject({ email: person.email, newAddress: { email }, signIn: null });
    const { links } = await messageTo(world.mailbox.url, email, /Confirmar esta dirección/);
    const [, secret = ''] = links.find((link) => link.includes('/cuenta/correo#'))?.split('#') ?? [];
    expect(await confirm(secret)).toBe('done');
    expect(await confirm(secret)).toBe('link-not-valid');
    const told = await messageTo(world.mailbox.url, person.email, /La dirección de una cuenta/);
    expect(told.text).not.toContain(email);
    await eventually(async () => (await account(person)).signIn === 'followed');
    expect(await account(person)).toMatchObject({ email, newAddress: null });
    expect(await world.people.token(email)).toMatch(/\./);
    await expect(world.people.token(person.email)).rejects.toThrow('404');
    expect((await world.edge.send(getAccount, {}, person)).status).toBe(200); // who is signed in stays so
  });

  it('is not taken over by a link that was replaced, taken back, is late or of somebody disabled meanwhile', async () => {
    const person = await somebody();
    const first = await askedAddress(setting, person);
    const second = await askedAddress(setting, person);
    expect(await confirm(first.addressSecret)).toBe('link-not-valid');
    await world.edge.call(withdrawAddress, {}, person);
    expect(await confirm(second.addressSecret)).toBe('link-not-valid');
    const third = await askedAddress(setting, person);
    await rowsOf('membership', `update address_change set expires_at = now() - interval '1 minute' where id = $1`, [third.changeId]);
    expect(await confirm(third.addressSecret)).toBe('link-not-valid');
    const fourth = await askedAddress(setting, person);
    const operator = { token: await world.people.operator(), network: setting.network.code };
    await world.edge.call(disablePerson, { id: person.id, reason: 'Equipo perdido.' }, operator);
    expect(await confirm(fourth.addressSecret)).toBe('link-not-valid');
    expect(await addressOf(person)).toBe(person.email);
  });

  it('of somebody else is asked for like any other; whoever reads it is written to there and signs in as before', async () => {
    const [person, other] = [await somebody(), await somebody()];
    const [free, taken] = await Promise.all([newAddress(), other.email].map((email) => world.edge.send(changeAddress, { email }, person)));
    expect([taken?.status, taken?.body]).toEqual([free?.status, free?.body]);
    const { addressSecret } = await askedAddress(setting, person, other.email);
    expect(await confirm(addressSecret)).toBe('done');
    await eventually(async () => (await account(person)).signIn === 'kept');
    expect(await world.people.token(person.email)).toMatch(/\./);
    expect(await addressOf(other)).toBe(other.email);
  });

  it('is asked for five times a day, never the present one, and by nobody of another network', async () => {
    const person = await somebody();
    const codes = [];
    for (let turn = 0; turn < 6; turn++) codes.push((await world.edge.send(changeAddress, { email: newAddress() }, person)).body.code);
    expect(codes).toEqual([...Array<undefined>(5).fill(undefined), 'address-changes-too-many']);
    expect((await world.edge.send(changeAddress, { email: person.email }, person)).body.code).toBe('address-is-own');
    const elsewhere = { ...person, network: (await world.people.openNetwork()).code };
    expect((await world.edge.send(changeAddress, { email: newAddress() }, elsewhere)).body.code).toBe('person-not-found');
  });

  it('is one’s own matter while one’s organisation is suspended', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const person = await world.people.enrol('titular', setting.network, organization);
    const lead = { ...(await setting.as('secretariat-lead')), version: 1 };
    await world.edge.call(suspendOrganization, { id: organization.id, reason: 'Sin asistencia.' }, lead);
    const { addressSecret, email } = await askedAddress(setting, person);
    expect(await confirm(addressSecret)).toBe('done');
    expect(await addressOf(person)).toBe(email);
  });
});

/** Somebody who really signed in, with the session's name that the portal sees. */
async function signedIn(person: Person) {
  const visitor = new Browser(world.origin);
  await visitor.begin();
  await visitor.submit({ username: person.email, password: 'una clave de prueba' });
  const { claims } = await visitor.tokens();
  return { visitor, session: String(claims.sid), asked: { ...person, token: visitor.accessToken } };
}

const directory = () => world.service('membership').get<IdentityDirectory>(IDENTITY, { strict: false });
const isOut = (visitor: Browser) =>
  visitor.refresh().then(
    () => false,
    () => true,
  );

describe('sessions', () => {
  it('are told, and all but one’s own are closed', async () => {
    const person = await somebody();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const listed = await world.edge.call<{ items: OpenSession[] }>(listSessions, {}, here.asked);
    expect(listed.items.map(({ id }) => id).sort()).toEqual([here.session, there.session].sort());
    expect(await world.edge.call(endSessions, { keep: here.session }, here.asked)).toEqual({});
    await eventually(() => isOut(there.visitor));
    await here.visitor.refresh();
  });

  it('of somebody else are not kept, nor closed', async () => {
    const [one, other] = [await signedIn(await somebody()), await signedIn(await somebody())];
    await world.edge.call(endSessions, { keep: other.session }, one.asked);
    await eventually(() => isOut(one.visitor));
    await other.visitor.refresh();
  });

  it('are closed later while the provider is away, and none that has begun since is', async () => {
    const person = await somebody();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const begun = (id: string, at: number) => ({ id, startedAt: new Date(at).toISOString(), seenAt: new Date(at).toISOString() });
    const sessions = [begun(there.session, Date.now()), begun(here.session, Date.now() + 3_600_000)];
    const looking = jest.spyOn(directory(), 'account').mockRejectedValueOnce(new Error('the provider is away'));
    looking.mockResolvedValueOnce({ enabled: true, sessions });
    try {
      expect(await world.edge.send(endSessions, {}, here.asked)).toMatchObject({ status: 200 });
      await eventually(() => looking.mock.calls.length === 2, 20_000);
    } finally {
      looking.mockRestore();
    }
    await eventually(() => isOut(there.visitor));
    await here.visitor.refresh();
  }, 30_000);
});

describe('what hands an account over or ends it', () => {
  const asking = [
    [changeAddress, () => ({ email: newAddress() })],
    [askErasure, () => ({})],
    [askCopy, () => ({})],
    [downloadCopy, () => ({})],
  ] as const;

  it('is taken of a sign-in of the last minutes alone, and says how recent it must be', async () => {
    const person = await somebody();
    const [old, young] = [
      await world.people.token(person.email, recentSignIn + 5),
      await world.people.token(person.email, recentSignIn - 60),
    ];
    for (const [operation, input] of asking) {
      const { status, body, headers } = await world.edge.send(operation, input(), { ...person, token: old });
      expect([operation.id, status, body.code]).toEqual([operation.id, 401, 'sign-in-too-old']);
      expect(headers.get('www-authenticate')).toContain(`error="insufficient_user_authentication", max_age="${String(recentSignIn)}"`);
      expect((await world.edge.send(operation, input(), { ...person, token: young })).status).not.toBe(401);
    }
    const asOperator = { network: setting.network.code, token: await world.people.token(operatorAccount.email, recentSignIn + 5) };
    for (const operation of [resetSecondFactor, disablePerson, enablePerson]) {
      const { status, body } = await world.edge.send(operation, { id: person.id, reason: 'Perdió el teléfono.' }, asOperator);
      expect([operation.id, status, body.code]).toEqual([operation.id, 401, 'sign-in-too-old']);
    }
    expect((await world.edge.send(getAccount, {}, { ...person, token: old })).status).toBe(200);
    expect((await world.edge.send(withdrawErasure, {}, { ...person, token: old })).status).toBe(200); // to stay takes nothing
  });

  it('is not renewed with a token, and is with a new sign-in', async () => {
    const { visitor } = await signedIn(await somebody());
    const first = (await visitor.refresh()).claims;
    const turned = () => Math.floor(Date.now() / 1000) > Number(first.iat);
    await eventually(() => turned(), 5000);
    const renewed = (await visitor.refresh()).claims;
    expect([Number(renewed.iat) > Number(first.iat), renewed.auth_time]).toEqual([true, first.auth_time]);
    await visitor.begin({ prompt: 'login' });
    await visitor.submit({ username: String(first.email), password: 'una clave de prueba' });
    expect(Number((await visitor.tokens()).claims.auth_time)).toBeGreaterThan(Number(first.auth_time));
  });
});

describe('the accounts of a network', () => {
  const operator = async () => ({ token: await world.people.operator(), network: setting.network.code });
  const lead = () => setting.as('secretariat-lead');
  const seek = (q: string, as: Asked, rest = {}) => world.edge.send<Listed>(listAccounts, { q, ...rest }, as);
  const reset = (id: string, as: Asked) => world.edge.send<{ code?: string }>(resetSecondFactor, { id, reason: 'Perdió el teléfono.' }, as);
  const called = ({ id }: Person, name: string) => rowsOf('membership', 'update person set name = $2 where id = $1', [id, name]);

  it('are found by name and address, page by page, with who may not come in, by whom and why', async () => {
    const people = [await somebody(), await somebody(), await somebody()];
    const mark = randomUUID().slice(0, 8);
    for (const [at, person] of people.entries()) await called(person, `Núñez ${mark} ${'CAB'[at] ?? ''}`);
    const found = await seek(`NUNEZ ${mark}`, await lead(), { limit: 2 });
    const rest = await seek(`NUNEZ ${mark}`, await lead(), { limit: 2, cursor: found.body.nextCursor });
    const listed = [...found.body.items, ...rest.body.items];
    expect([listed.map(({ name }) => name.at(-1)), rest.body.nextCursor]).toEqual([['A', 'B', 'C'], null]);
    const [person] = people;
    await called(people[2]!, `Åsa Kovačić ${mark}`);
    for (const typed of [`asa kovacic ${mark}`, `Åsa Kovačić ${mark}`])
      expect((await seek(typed, await lead())).body.items).toMatchObject([{ id: people[2]?.id }]);
    await world.edge.call(disablePerson, { id: person?.id, reason: 'Equipo perdido.' }, await operator());
    const [one, ...others] = (await seek(person?.email ?? '', await lead())).body.items;
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: person?.id, roles: ['editor'], own: false, disabled: { reason: 'Equipo perdido.', by: 'Operación' } });
    await world.edge.call(enablePerson, { id: person?.id, reason: 'Apareció.' }, await operator());
    expect((await seek(person?.email ?? '', await lead())).body.items).toMatchObject([{ disabled: null }]);
    expect(found.body.operators).toContainEqual({ name: 'Operación', email: operatorAccount.email });
  });

  it('are shown to nobody else, and none of another network is', async () => {
    for (const role of ['secretariat', 'auditor', 'titular'] as const) expect((await seek('', await setting.as(role))).status).toBe(403);
    const elsewhere = await openSetting(world);
    const { email } = await elsewhere.as('titular');
    expect((await seek(email, await lead())).body.items).toEqual([]);
    expect((await seek(email, { ...(await operator()), network: elsewhere.network.code })).body.items).toMatchObject([{ email }]);
    expect((await reset((await elsewhere.as('titular')).id, await lead())).body.code).toBe('person-not-found');
  });

  it('lose their second factor and their sessions by somebody else’s word, and hear of it', async () => {
    const person = await guarded();
    const visitor = new Browser(world.origin);
    await visitor.begin();
    await visitor.submit({ username: person.email, password: 'una clave de prueba' });
    const code = visitor.demoCode();
    await visitor.submit({ code });
    await visitor.tokens();
    expect((await reset(person.id, await lead())).status).toBe(200);
    await eventually(() => isOut(visitor));
    const again = new Browser(world.origin);
    await again.begin();
    await again.submit({ username: person.email, password: 'una clave de prueba' });
    await again.submit({ code });
    expect(again.status).toBe(401); // good for a minute yet, were it the same factor
    await again.submit({ code: again.demoCode() });
    expect((await again.tokens()).claims.acr).toBe('2');
    const { text } = await messageTo(world.mailbox.url, person.email, /segundo paso/);
    expect(text).toContain('Perdió el teléfono.');
    const told = `select event -> 'data' ->> 'reason' as reason, event ->> 'networkId' as network from outbox
      where event ->> 'subject' = $1 and event -> 'data' ->> 'personId' = $2`;
    expect(await rowsOf('membership', told, [secondFactorReset.subject, person.id])).toEqual([
      { reason: 'Perdió el teléfono.', network: setting.network.id },
    ]);
  });

  it('keep the one that was registered since, when only what follows has to be tried again', async () => {
    const person = await guarded();
    const forgetting = jest.spyOn(directory(), 'resetSecondFactor');
    const ending = jest.spyOn(directory(), 'endSessions').mockRejectedValueOnce(new Error('the provider is away'));
    try {
      expect((await reset(person.id, await lead())).status).toBe(200);
      await eventually(() => ending.mock.calls.length === 2, 20_000);
      expect(forgetting.mock.calls).toEqual([[await subjectOf(person)]]);
    } finally {
      for (const spy of [forgetting, ending]) spy.mockRestore();
    }
  }, 30_000);

  it('keep it against their own word, and against a lead’s where they guard more than this network or nothing of it', async () => {
    const own = await lead();
    expect((await reset(own.id, own)).body.code).toBe('account-is-own');
    const elsewhere = await openSetting(world);
    const both = await world.people.enrol('secretariat', elsewhere.network, elsewhere.secretariat);
    const here = { organizationId: setting.organization.id, role: 'editor' };
    const account = { name: 'Dos redes', language: 'es', email: both.email, issuer: localIssuer, subject: await subjectOf(both) };
    await world.edge.call(grantRole, { ...here, person: account }, await operator());
    expect(await reset(both.id, own)).toMatchObject({ status: 403, body: { code: 'account-of-operators' } });
    const secretary = { organizationId: setting.secretariat.id, role: 'secretariat', person: account };
    await world.edge.call(grantRole, secretary, await operator());
    const offered = async (by: Asked) => (await seek(both.email, by)).body.items.map(({ secondFactor }) => secondFactor);
    expect([(await reset(both.id, own)).status, await offered(own), await offered(await operator())]).toEqual([403, [false], [true]]);
    expect((await reset(both.id, await operator())).status).toBe(200);
    const left = await guarded();
    await rowsOf('membership', 'update role set until = now() where person_id = $1', [left.id]);
    expect((await reset(left.id, own)).body.code).toBe('account-of-operators');
    const { body: me } = await world.edge.send<{ id: string }>(getMe, {}, await operator());
    const self = await world.edge.send(disablePerson, { id: me.id, reason: 'x' }, await operator());
    expect([self.status, self.body.code]).toEqual([409, 'person-is-own']);
  });
});

describe('a second factor', () => {
  it('is forgotten only for who is asked for one, and so offered', async () => {
    const [editor, secretary] = [await somebody(), await guarded()];
    const as = await setting.as('secretariat-lead');
    const operator = { token: await world.people.operator(), network: setting.network.code };
    const offered = async ({ email }: Person, by: Asked) =>
      (await world.edge.call<Listed>(listAccounts, { q: email }, by)).items.map(({ secondFactor }) => secondFactor);
    const reset = ({ id }: Person, by: Asked) => world.edge.send<{ code?: string }>(resetSecondFactor, { id, reason: 'Lo perdió.' }, by);
    for (const by of [as, operator]) {
      expect([await offered(editor, by), await offered(secretary, by)]).toEqual([[false], [true]]);
      expect(await reset(editor, by)).toMatchObject({ status: 409, body: { code: 'second-factor-not-needed' } });
    }
    await rowsOf('membership', `update role set until = now() where person_id = $1`, [secretary.id]);
    expect(await offered(secretary, operator)).toEqual([false]);
    expect((await reset(secretary, operator)).body.code).toBe('second-factor-not-needed');
    const told = `select 1 from outbox where event ->> 'subject' = $1 and event -> 'data' ->> 'personId' = any($2)`;
    expect(await rowsOf('membership', told, [secondFactorReset.subject, [editor.id, secretary.id]])).toEqual([]);
  });
});

describe('the privacy notice', () => {
  it('is accepted by the version that was shown, once, at the invitation or later', async () => {
    const person = await somebody();
    const { notice } = await account(person);
    expect(notice.accepted).toBe(false);
    expect((await world.edge.send(acceptNotice, { version: notice.version + 1 }, person)).body.code).toBe('notice-not-in-force');
    for (let turn = 0; turn < 2; turn++) await world.edge.call(acceptNotice, { version: notice.version }, person);
    expect(await account(person)).toMatchObject({ notice: { accepted: true }, consents: [{ version: notice.version }] });
    const { invitationSecret: secret } = await accepted(setting);
    const invited = { ...(await world.people.stranger()), network: setting.network.code };
    await world.edge.call(acceptInvitation, { secret, name: 'Titular', language: 'es', notice: notice.version }, invited);
    expect((await world.edge.call<Account>(getAccount, {}, invited)).notice.accepted).toBe(true);
  });
});

describe('accounts at the provider', () => {
  const em = () => world.service('membership').get(EntityManager, { strict: false });
  const compare = ({ id }: Person, mends: boolean) => new Reconciliation(em(), directory(), mends).run(id);
  const reconcile = async (person: Person, mends: boolean) => (await compare(person, mends)).findings.flatMap((found) => found.differences);
  const mended = async (person: Person, different: string) => {
    expect(await reconcile(person, false)).toContain(different);
    await reconcile(person, true);
    expect(await reconcile(person, false)).toEqual([]);
  };

  it('that differ from what membership decided are named, and mended where that is asked', async () => {
    const person = await somebody();
    const subject = await subjectOf(person);
    expect(await reconcile(person, false)).toEqual([]);
    await directory().disable(subject);
    await mended(person, 'disabled-though-active');
    await signedIn(person);
    await rowsOf('membership', 'update person set disabled_at = now() where id = $1', [person.id]);
    expect(await reconcile(person, false)).toEqual(['enabled-though-disabled', 'sessions-left']);
    await mended(person, 'sessions-left');
    expect(await directory().account(subject)).toMatchObject({ enabled: false, sessions: [] });
    await rowsOf('membership', 'update person set disabled_at = null where id = $1', [person.id]);
    await directory().deleteAccount(subject);
    await mended(person, 'missing');
    expect(await subjectOf(person)).not.toBe(subject);
    expect((await world.edge.send(getAccount, {}, { ...person, token: await world.people.token(person.email) })).status).toBe(200);
  });

  it('are asked for by no transaction', async () => {
    const asked = inNetwork(em(), { networkId: null }, async () => directory().account('nobody'));
    await expect(asked).rejects.toThrow('outside of transactions');
  });

  it('made for an address that its person left meanwhile are nobody’s, and are there no more', async () => {
    const person = await somebody();
    await directory().deleteAccount(await subjectOf(person));
    const restore = directory().restoreAccount.bind(directory());
    const restored: Awaited<ReturnType<typeof restore>>[] = [];
    const restoring = jest.spyOn(directory(), 'restoreAccount').mockImplementationOnce(async (email) => {
      restored.push(await restore(email));
      await rowsOf('membership', `update person set email = 'otra-' || email where id = $1`, [person.id]);
      return restored[0]!;
    });
    const { findings } = await compare(person, true).finally(() => restoring.mockRestore());
    expect(findings).toEqual([expect.objectContaining({ mended: false, failure: expect.stringContaining('address was changed') })]);
    expect([restored[0]?.made, await directory().account(restored[0]?.subject ?? '')]).toEqual([true, null]);
  });

  it('are never taken from somebody else', async () => {
    const [person, other] = [await somebody(), await somebody()];
    await directory().deleteAccount(await subjectOf(person));
    await rowsOf('membership', 'update person set email = $1 where id = $2', [other.email, person.id]);
    const { findings } = await compare(person, true);
    expect(findings).toEqual([expect.objectContaining({ mended: false, failure: expect.stringContaining('another person') })]);
    expect(await reconcile(other, false)).toEqual([]);
  });
});
