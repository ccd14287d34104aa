import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptInvitation,
  describeInvitation,
  invitationAccepted,
  invitationExpired,
  invitationIssued,
  invitationLapsed,
  invitationUntaken,
  issueInvitation,
  revokeInvitation,
  type DescribedInvitation,
  type InvitationRow,
} from '@alianza/contracts/membership/invitations';
import { listMembers, type MemberRow } from '@alianza/contracts/membership/directory/members';
import {
  confirmMemberImport,
  getMemberImport,
  listMemberImportRows,
  type MemberImport,
  type MemberImportRow,
} from '@alianza/contracts/membership/imports/members';
import { beginHandover } from '@alianza/contracts/membership/representation/handovers';
import { getMe, personRegistered, roleGranted, type Me } from '@alianza/contracts/membership/people';
import { listNotices, type Notice } from '@alianza/contracts/notifications/notices';
import { shiftClocks } from '@alianza/platform/clock';
import { accepted, secretFor } from '@alianza/testing/builders/applications';
import { csvOf } from '@alianza/testing/builders/imports';
import { appliedMemberImport, checkedMemberImport } from '@alianza/testing/builders/member-imports';
import { codeOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { InvitationsExpiry } from './days/invitations.expiry.js';
import { InvitationsPurge } from './invitations.purge.js';

const day = 24 * 60 * 60 * 1000;
let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterEach(() => shiftClocks(0));
afterAll(() => world.close());

const atOurs = () => ({ network: ours.network.code });
const purgeAfter = async (days: number) => {
  shiftClocks(days * day);
  await world.service('membership').get(InvitationsPurge, { strict: false }).purge();
  shiftClocks(0);
};
const form = (secret: string) => ({ secret, name: 'Titular, Fundación Muestra', language: 'es' });

describe('an invitation', () => {
  it('says by its link what it offers, as often as it is asked, in its own network alone', async () => {
    const { invitationSecret: secret } = await accepted(ours);
    for (let turn = 0; turn < 2; turn++) {
      const described = await world.edge.call<DescribedInvitation>(describeInvitation, { secret }, atOurs());
      expect(described).toMatchObject({
        role: 'titular',
        organization: expect.stringContaining('Fundación Muestra'),
        email: expect.stringContaining('@'),
      });
    }
    expect(codeOf(await world.edge.send(describeInvitation, { secret }, { network: theirs.network.code }))).toEqual([
      404,
      'link-not-valid',
    ]);
  });

  it('binds the account that is signed in, whatever its address, and a repeat gets the first answer', async () => {
    const { invitationSecret: secret, invitationId } = await accepted(ours);
    const { token } = await world.people.stranger();
    expect((await world.edge.send(acceptInvitation, form(secret), atOurs())).status).toBe(401);
    const asked = { ...atOurs(), token, key: randomUUID() };
    for (let turn = 0; turn < 2; turn++) expect((await world.edge.send(acceptInvitation, form(secret), asked)).status).toBe(200);
    expect(codeOf(await world.edge.send(acceptInvitation, form(secret), { ...asked, key: randomUUID() }))).toEqual([404, 'link-not-valid']);
    const me = await eventually(async () => {
      const { status, body } = await world.edge.send<Me>(getMe, {}, { token });
      return status === 200 && body;
    });
    expect(me.networks).toMatchObject([{ code: ours.network.code, roles: ['titular'], organizations: [{ roles: ['titular'] }] }]);
    const told = await rowsOf<{ subject: string; network: string | null }>(
      'membership',
      `select event ->> 'subject' as subject, event ->> 'networkId' as network from outbox
        where event ->> 'aggregateId' in ($1, $2) or event -> 'data' ->> 'personId' = $2 order by position`,
      [invitationId, me.id],
    );
    const network = ours.network.id;
    expect(told).toEqual([
      { subject: invitationIssued.subject, network },
      { subject: personRegistered.subject, network: null },
      { subject: invitationAccepted.subject, network },
      { subject: roleGranted.subject, network },
    ]);
  });

  it('asks whoever is new for a name, and nobody who is known: they keep theirs; and says for which organisation it is', async () => {
    const first = await accepted(ours);
    const { token } = await world.people.stranger();
    const at = { ...atOurs(), token };
    const nameless = (secret: string) => world.edge.send(acceptInvitation, { secret, language: 'es' }, at);
    const known = async (secret: string) => (await world.edge.call<DescribedInvitation>(describeInvitation, { secret }, at)).known;
    expect(await known(first.invitationSecret)).toBeNull();
    const refused = await nameless(first.invitationSecret);
    expect(refused).toMatchObject({ status: 400, body: { code: 'input-invalid', errors: [{ pointer: '/name', reason: 'missing' }] } });
    await world.edge.call(acceptInvitation, form(first.invitationSecret), at); // the link is good still
    const second = await accepted(ours);
    expect(await known(second.invitationSecret)).toBe(form('').name);
    const { status, body } = await nameless(second.invitationSecret);
    const [row] = await rowsOf('membership', 'select organization_id as "organizationId" from invitation where id = $1', [
      second.invitationId,
    ]);
    expect([status, body]).toEqual([200, row]);
  });

  it('is taken by one of two who open it at once', async () => {
    const { invitationSecret: secret } = await accepted(ours);
    const people = await Promise.all([world.people.stranger(), world.people.stranger()]);
    const answers = await Promise.all(people.map(({ token }) => world.edge.send(acceptInvitation, form(secret), { ...atOurs(), token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('is closed to every other link once it is accepted', async () => {
    const { invitationSecret, invitationId } = await accepted(ours);
    const other = await secretFor(ours, 'accept-invitation', invitationId);
    const { token } = await world.people.stranger();
    await world.edge.call(acceptInvitation, form(invitationSecret), { ...atOurs(), token });
    expect(codeOf(await world.edge.send(describeInvitation, { secret: other }, atOurs()))).toEqual([409, 'invitation-not-open']);
    expect(codeOf(await world.edge.send(acceptInvitation, form(other), { ...atOurs(), token }))).toEqual([409, 'invitation-not-open']);
  });

  it('ends after fourteen days', async () => {
    const { invitationSecret: secret } = await accepted(ours);
    shiftClocks(15 * day);
    expect(codeOf(await world.edge.send(describeInvitation, { secret }, atOurs()))).toEqual([404, 'link-not-valid']);
  });

  it('has an account made for its address at the provider', async () => {
    const { invitationId } = await accepted(ours);
    const [row] = await rowsOf<{ email: string }>('membership', 'select email from invitation where id = $1', [invitationId]);
    expect(await eventually(() => world.people.token(row?.email ?? '').catch(() => null))).toMatch(/\./);
  });

  it('leaves no address and no link behind, thirty days after it has ended', async () => {
    const { invitationId } = await accepted(ours);
    const sent = 'select from mail where subject_id = $1 and sent_at is not null'; // with a link of its own
    await eventually(async () => (await rowsOf('notifications', sent, [invitationId])).length > 0);
    const left = async () => {
      const [row] = await rowsOf<{ email: string }>('membership', 'select email from invitation where id = $1', [invitationId]);
      return [row?.email !== '', (await rowsOf('membership', 'select from link where subject_id = $1', [invitationId])).length > 0];
    };
    await purgeAfter(43);
    expect(await left()).toEqual([true, true]);
    await purgeAfter(45);
    await eventually(async () => !(await left()).includes(true));
  });

  it('leaves no account behind that nobody took, and each that somebody has or is invited to', async () => {
    const secretariat = await ours.as('secretariat');
    const invite = async () => {
      const offer = { organizationId: ours.organization.id, email: `Nadie-${randomUUID().slice(0, 8)}@example.org`, language: 'es' };
      const { id } = await world.edge.call<InvitationRow>(issueInvitation, { ...offer, role: 'editor' }, secretariat);
      const token = await eventually(() => world.people.token(offer.email).catch(() => null));
      return { id, email: offer.email, token };
    };
    const [untaken, revoked, taken, theirAddress, again] = [await invite(), await invite(), await invite(), await invite(), await invite()];
    await world.edge.call(revokeInvitation, { id: revoked.id }, secretariat);
    const accept = async (id: string, token: string) =>
      world.edge.call(acceptInvitation, form(await secretFor(ours, 'accept-invitation', id)), { ...atOurs(), token });
    await accept(taken.id, taken.token);
    await accept(theirAddress.id, (await world.people.stranger()).token); // with another account, at whose address they are written to now
    const anew = { organizationId: theirs.organization.id, role: 'editor', email: again.email.toLowerCase(), language: 'es' };
    const { id } = await world.edge.call<InvitationRow>(issueInvitation, anew, await theirs.as('secretariat'));
    await rowsOf('membership', `update invitation set expires_at = expires_at + interval '1 year' where id = $1 returning id`, [id]);
    const forgotten = (ids: string[]) => rowsOf('membership', `select from invitation where id = any($1) and email = ''`, [ids]);
    const byHand = await world.people.stranger(); // made by an administrator, and used by nobody
    const offered = { ...anew, organizationId: ours.organization.id, email: byHand.email };
    const known = await world.edge.call<InvitationRow>(issueInvitation, offered, secretariat);
    const all = [untaken, revoked, taken, theirAddress, again, { ...byHand, id: known.id }];
    await purgeAfter(46);
    await eventually(async () => (await forgotten(all.map((one) => one.id))).length === all.length);
    const left = await Promise.all(all.map(({ email }) => world.people.token(email).then(Boolean, () => false)));
    expect(left).toEqual([false, false, true, true, true, true]);
  });
});

describe('an invitation to be titular that nobody took in time', () => {
  const tell = () => world.service('membership').get(InvitationsExpiry, { strict: false }).tell();
  const expire = async (invitationId: string) => {
    const text = `update invitation set expires_at = now() - interval '1 minute' where id = $1 returning organization_id as id`;
    return (await rowsOf<{ id: string }>('membership', text, [invitationId]))[0]?.id ?? '';
  };
  const told = (organizationId: string) =>
    rowsOf('membership', `select from outbox where event ->> 'subject' = $1 and event -> 'data' ->> 'organizationId' = $2`, [
      invitationExpired.subject,
      organizationId,
    ]);

  it('is told to the secretariat once, and asked of nobody any more when somebody else is invited; the table says how it stands', async () => {
    const secretariat = await ours.as('secretariat');
    const { invitationId } = await accepted(ours);
    const withTitular = await accepted(ours);
    const { token } = await world.people.stranger();
    await world.edge.call(acceptInvitation, form(withTitular.invitationSecret), { ...atOurs(), token });
    await expire(withTitular.invitationId);
    const organizationId = await expire(invitationId);
    const stateOf = async (titular: string) => {
      const { items } = await world.edge.call<{ items: MemberRow[] }>(listMembers, { titular, limit: 100 }, secretariat);
      expect(items.map((row) => row.titular)).toEqual(items.map(() => titular));
      return items.some(({ id }) => id === organizationId);
    };
    const due = async () => {
      const { items } = await world.edge.call<{ items: Notice[] }>(listNotices, { limit: 100 }, secretariat);
      return items.find(({ path }) => path === `/secretaria/integrantes/${organizationId}/personas`);
    };
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await told(organizationId)).toHaveLength(1);
    expect([await stateOf('expired'), await stateOf('missing')]).toEqual([true, false]);
    expect(await eventually(due)).toMatchObject({ kind: 'task', read: false });
    expect((await messageTo(world.mailbox.url, secretariat.email, /sigue sin titular/)).text).toContain('Fundación Muestra');
    const offer = { organizationId, email: `otra-${randomUUID().slice(0, 8)}@example.org`, language: 'es' };
    await world.edge.call(issueInvitation, { ...offer, role: 'editor' }, secretariat);
    await world.edge.call(issueInvitation, { ...offer, role: 'titular' }, secretariat);
    await eventually(async () => (await due())?.read !== false);
    expect([await stateOf('invited'), await stateOf('expired')]).toEqual([true, false]);
    const everywhere = await rowsOf<{ id: string }>(
      'membership',
      `select organization_id as id from invitation where network_id = $1 and expiry_told_at is not null`,
      [ours.network.id],
    );
    expect(everywhere).toEqual([{ id: organizationId }]);
  });

  it('of an organisation that is suspended is told when it is back, and not of one that has left', async () => {
    const { invitationId } = await accepted(theirs);
    const id = await expire(invitationId);
    const stand = (status: string) => rowsOf('membership', 'update organization set status = $2 where id = $1 returning id', [id, status]);
    for (const status of ['suspended', 'withdrawn']) {
      await stand(status);
      await tell();
      expect(await told(id)).toEqual([]);
    }
    await stand('active');
    await tell();
    expect(await told(id)).toHaveLength(1);
  });

  it('is told to whoever is titular, as are those to another role, once', async () => {
    const { organization, network } = await openSetting(world);
    const titular = await world.people.enrol('titular', network, organization);
    await rowsOf('membership', `update role set letter_valid_until = '2099-01-01' where person_id = $1 returning id`, [titular.id]);
    const to = () => ({ email: `nadie-${randomUUID().slice(0, 8)}@example.org`, language: 'es' });
    const offers = [
      await world.edge.call<InvitationRow>(issueInvitation, { ...to(), role: 'editor' }, titular),
      await world.edge.call<InvitationRow>(beginHandover, { ...to(), becomes: 'editor' }, titular),
    ];
    for (const { id } of offers) await expire(id);
    const heard = () =>
      rowsOf(
        'membership',
        `select event -> 'data' ->> 'titularId' as titular, event -> 'data' -> 'handover' as handover from outbox
        where event ->> 'subject' = $1 and event ->> 'aggregateId' = any($2) order by position`,
        [invitationUntaken.subject, offers.map(({ id }) => id)],
      );
    const standing = (disabled: string) =>
      rowsOf('membership', `update person set disabled_at = ${disabled} where id = $1 returning id`, [titular.id]);
    await standing('now()');
    await tell();
    expect([await heard(), await told(organization.id)]).toEqual([[], []]); // nobody would hear, nor may another be invited
    await standing('null');
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await heard()).toEqual([false, true].map((handover) => ({ titular: titular.id, handover })));
    const notices = () => world.edge.call<{ items: Notice[] }>(listNotices, { limit: 100 }, titular);
    const asked = async () => (await notices()).items.filter(({ text, read }) => text.startsWith('Nadie aceptó a tiempo') && !read).length;
    await eventually(async () => (await asked()) === 2);
    await world.edge.call(revokeInvitation, { id: offers[0]?.id }, titular);
    await eventually(async () => (await asked()) === 1);
    expect(await told(organization.id)).toEqual([]);
  });

  it('and whose mail came back is nobody’s to put right any more, whatever its role, which is told once', async () => {
    const secretariat = await theirs.as('secretariat');
    const offer = { organizationId: theirs.organization.id, email: `vuelve-${randomUUID().slice(0, 8)}@example.org`, language: 'es' };
    const { id } = await world.edge.call<InvitationRow>(issueInvitation, { ...offer, role: 'editor' }, secretariat);
    const lapsed = () =>
      rowsOf('membership', `select from outbox where event ->> 'subject' = $1 and event ->> 'aggregateId' = $2`, [
        invitationLapsed.subject,
        id,
      ]);
    await rowsOf('membership', 'update invitation set bounced_at = now() where id = $1 returning id', [id]);
    await tell();
    expect(await lapsed()).toEqual([]);
    await expire(id);
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await lapsed()).toHaveLength(1);
  });
});

describe('a sheet of members', () => {
  const heads = ['Clave', 'Nombre', 'Sector', 'Correo de quien será titular'];
  const row = (key: string, email: string) => [key, `Red ${key} que invita (ficticia)`, 'Sociedad civil', email];
  const checked = (at: Setting, ...rows: string[][]) => checkedMemberImport(at, { bytes: csvOf([heads, ...rows], ';') });
  const told = async ({ id }: MemberImport, at: Setting) => {
    const { items } = await world.edge.call<{ items: MemberImportRow[] }>(listMemberImportRows, { id }, await asSecretariat(at));
    return items.map(({ outcome, done, problems }) => [outcome, done, ...problems.map(({ text }) => text)]);
  };
  const open = (at: Setting) =>
    rowsOf<{ email: string; language: string; name: string }>(
      'membership',
      `select i.email, i.language, o.name ->> 'es' as name from invitation i join organization o on o.id = i.organization_id
        where i.network_id = $1 and i.role = 'titular' and i.revoked_at is null order by i.email`,
      [at.network.id],
    );
  const invited = (email: string) => expect.stringContaining(`invita a ${email}`);

  it('invites who will be titular of those that are new, once, and says so before and after', async () => {
    const at = await openSetting(world);
    const emails = ['una', 'otra'].map((name) => `${name}-${randomUUID().slice(0, 8)}@example.org`);
    const [one, other] = emails as [string, string];
    const bad = await checked(at, row('T-1', one), row('T-2', 'otra arroba example.org'), row('T-3', ''));
    expect(bad.counts).toEqual({ create: 2, change: 0, same: 0, error: 1, invited: 1 });
    expect(await told(bad, at)).toEqual([
      ['create', null, invited(one)],
      ['error', null, expect.stringContaining('no es un correo completo')],
      ['create', null],
    ]);
    const sheet = [row('T-1', one), row('T-2', other), row('T-3', '')];
    const done = await appliedMemberImport(at, await checked(at, ...sheet));
    expect(done.result).toEqual({ created: 3, changed: 0, same: 0, skipped: 0, failed: 0, invited: 2 });
    expect(await open(at)).toEqual([
      { email: other, language: 'es', name: 'Red T-2 que invita (ficticia)' },
      { email: one, language: 'es', name: 'Red T-1 que invita (ficticia)' },
    ]);
    expect((await messageTo(world.origin, one)).subject).toMatch(/Invitación para representar/);
    const expectNobody = async () => {
      const again = await checked(at, ...sheet);
      expect(again.counts).toEqual({ create: 0, change: 0, same: 3, error: 0 });
      const asked = ['same', null, expect.stringContaining('Ya se envió una invitación')];
      expect(await told(again, at)).toEqual([asked, asked, ['same', null]]);
    };
    await expectNobody();
    await purgeAfter(45);
    await eventually(async () => (await open(at)).every(({ email }) => email === ''), 20_000);
    await expectNobody();
    const outside = `select from outbox where event ->> 'networkId' = $1 and event::text like any($2)`;
    expect(await rowsOf('membership', outside, [at.network.id, emails.map((email) => `%${email}%`)])).toEqual([]);
    const shown = `select from published_organization p where p.network_id = $1 and row_to_json(p)::text like any($2)`;
    expect(await rowsOf('membership', shown, [at.network.id, emails.map((email) => `%${email}%`)])).toEqual([]);
  }, 60_000);

  it('invites into one that is there where nobody is titular or was asked, as it stands when it is written', async () => {
    const at = await openSetting(world);
    const keys = ['V-1', 'V-2', 'V-3', 'V-4'];
    await appliedMemberImport(at, await checked(at, ...keys.map((key) => row(key, ''))));
    const ids = await rowsOf<{ id: string }>(
      'membership',
      `select id from organization where network_id = $1 and name ->> 'es' like 'Red V-%' order by name ->> 'es'`,
      [at.network.id],
    );
    const [held, asked, , own] = ids.map(({ id }) => ({ id, slug: '' }));
    await world.people.enrol('titular', at.network, held);
    const mine = await world.people.enrol('secretariat', at.network, own);
    const named = await checked(at, ...keys.map((key) => row(key, `${key.toLowerCase()}@example.org`)));
    expect(named.counts).toEqual({ create: 0, change: 3, same: 1, error: 0, invited: 3 });
    const offer = { organizationId: asked?.id, role: 'titular', email: 'antes@example.org', language: 'es' };
    await world.edge.call(issueInvitation, offer, await asSecretariat(at));
    await world.edge.call(confirmMemberImport, { id: named.id, digest: named.digest }, mine);
    const done = await eventually(async () => {
      const read = await world.edge.call<MemberImport>(getMemberImport, { id: named.id }, mine);
      return read.status === 'done' && read;
    });
    expect(done.result).toEqual({ created: 0, changed: 3, same: 1, skipped: 0, failed: 0, invited: 1 });
    expect(await told(done, at)).toEqual([
      ['same', null, expect.stringContaining('ya tiene titular')],
      ['change', 'changed', expect.stringContaining('Ya se envió una invitación')],
      ['change', 'changed', invited('v-3@example.org')],
      ['change', 'changed', expect.stringContaining('Quien confirmó la importación')],
    ]);
    expect((await open(at)).map(({ email }) => email)).toEqual(['antes@example.org', 'v-3@example.org']);
  }, 60_000);
});
