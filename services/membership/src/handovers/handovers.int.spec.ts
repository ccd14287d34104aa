import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptInvitation,
  describeInvitation,
  invitationAccepted,
  issueInvitation,
  revokeInvitation,
  type InvitationRow,
} from '@alianza/contracts/membership/invitations';
import { suspendOrganization } from '@alianza/contracts/membership/organizations';
import { disablePerson, editMe, getMe, grantRole, type Me } from '@alianza/contracts/membership/people';
import { beginHandover, completeHandover } from '@alianza/contracts/membership/representation/handovers';
import { returnLetter } from '@alianza/contracts/membership/representation/letters';
import { endRole, listRoles, moveRole, type HeldRole, type OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import { editPreferences, listNotices, type Notice } from '@alianza/contracts/notifications/notices';
import type { Operation } from '@alianza/contracts/operation';
import { listInquiries } from '@alianza/contracts/repository/inquiries';
import { listOwnPractices } from '@alianza/contracts/repository/practices';
import { askReplication, listOwnReplications, listReceivedReplications } from '@alianza/contracts/repository/replications';
import { assignReview } from '@alianza/contracts/repository/reviews';
import { localIssuer } from '@alianza/local/environments';
import { secretFor } from '@alianza/testing/builders/applications';
import { drafted, due, submitted } from '@alianza/testing/builders/practices';
import { draftedBy, networkPractice, toldBy } from '@alianza/testing/builders/replications';
import { accreditedLetter, accreditedTitular, filedLetter, roleOf } from '@alianza/testing/builders/representatives';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import type { Person, TestOrganization } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { randomUUID } from 'node:crypto';

let world: World;
let setting: Setting;
let secretariat: Person;
let lead: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [secretariat, lead] = [await setting.as('secretariat'), await setting.as('secretariat-lead')];
}, 60_000);
afterAll(() => world.close());

const people = (organization: TestOrganization, input: object = {}) =>
  world.edge.call<OrganizationPeople>(listRoles, { organizationId: organization.id, ...input }, secretariat);
const shown = ({ items }: OrganizationPeople) => items.map(({ personId, role, position }) => [personId, role, position]);
const enrol = (role: 'titular' | 'suplente' | 'editor', organization: TestOrganization) =>
  world.people.enrol(role, setting.network, organization);
const address = () => `invitada-${randomUUID().slice(0, 8)}@example.org`;

/** Opens the link of an invitation as somebody who has an account and no role yet. */
async function accept({ id }: Pick<InvitationRow, 'id'>, language = 'es') {
  const secret = await secretFor(setting, 'accept-invitation', id);
  const { token, email } = await world.people.stranger();
  const answer = await world.edge.send(acceptInvitation, { secret, name: 'Sucesión', language }, { network: setting.network.code, token });
  return { ...answer, token, email };
}
const lacks = ({ role, accredited, letters }: OrganizationPeople['items'][number]) =>
  role === 'suplente' && (!accredited || letters.some(({ status }) => status === 'returned'));
/** What the first page of an organisation counts. */
async function waiting(as: { token: string; network: string }): Promise<Record<string, string>> {
  const count = async (operation: Operation, input: object = {}) => {
    const { items, total } = await world.edge.call<{ items: unknown[]; total?: number }>(operation, { ...input }, as);
    return String(total ?? items.length);
  };
  const { items, invitations } = await world.edge.call<OrganizationPeople>(listRoles, {}, as);
  return {
    drafts: await count(listOwnPractices, { status: 'draft' }),
    changes: await count(listOwnPractices, { status: 'changes-requested' }),
    rechecks: await count(listOwnPractices, { due: 'true' }),
    inquiries: await count(listInquiries),
    replications: await count(listReceivedReplications, { status: 'told' }),
    clarify: await count(listOwnReplications, { status: 'asked' }),
    finish: await count(listOwnReplications, { status: 'draft' }),
    letters: String(items.filter(lacks).length),
    invitations: String(invitations.length),
  };
}
const meOf = (token: string) =>
  eventually(async () => {
    const { status, body } = await world.edge.send<Me>(getMe, {}, { token });
    return status === 200 && body.networks.length > 0 && body;
  });

describe('the people of an organisation', () => {
  it('are one titular, suplentes in an order that can be changed, and the others; what ended stays known', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const titular = await enrol('titular', organization);
    const [one, two, three] = [
      await enrol('suplente', organization),
      await enrol('suplente', organization),
      await enrol('suplente', organization),
    ];
    const editor = await enrol('editor', organization);
    const rest = [titular.id, 'titular', null];
    const order = (...ids: string[]) => [rest, ...ids.map((id, index) => [id, 'suplente', index + 1]), [editor.id, 'editor', null]];
    expect(shown(await people(organization))).toEqual(order(one.id, two.id, three.id));
    const { roleId: id, version } = await roleOf(setting, three);
    await world.edge.call(moveRole, { id, position: 1 }, { ...secretariat, version });
    expect(shown(await people(organization))).toEqual(order(three.id, one.id, two.id));
    expect(await world.edge.refusal(moveRole, { id, position: 2 }, { ...secretariat, version })).toEqual([412, 'version-stale']);
    const held = await roleOf(setting, one);
    const reason = 'Dejó la organización.';
    await world.edge.call(endRole, { id: held.roleId, reason }, { ...secretariat, version: held.version });
    expect(shown(await people(organization))).toEqual(order(three.id, two.id));
    const before = (await people(organization, { ended: 'with' })).items.at(-1);
    expect(before).toMatchObject({ personId: one.id, role: 'suplente', reason, until: expect.any(String) });
    const { subject, text, links } = await messageTo(world.mailbox.url, one.email, /Terminó un papel/);
    expect([subject, text]).toEqual([expect.stringContaining(organization.slug), expect.stringContaining(reason)]);
    expect(links[0]).toMatch(/\/miembro\/cuenta$/);
  });

  it('have one titular, however many are granted at once', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const operator = { token: await world.people.operator(), network: setting.network.code };
    const grant = (subject: string) => {
      const person = { name: 'Titular', language: 'es', email: `${subject}@example.org`, issuer: localIssuer, subject };
      return world.edge.refusal(grantRole, { organizationId: organization.id, role: 'titular', person }, operator);
    };
    const answers = await Promise.all(Array.from({ length: 6 }, () => grant(randomUUID())));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
    expect(answers.filter(([, code]) => code === 'titular-held')).toHaveLength(5);
    expect((await people(organization)).items).toHaveLength(1);
  });

  it('are seen by who represents it and by the secretariat; a titular ends none of their own role', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const [titular, suplente, editor] = [
      await enrol('titular', organization),
      await enrol('suplente', organization),
      await enrol('editor', organization),
    ];
    for (const person of [titular, suplente])
      expect((await world.edge.call<OrganizationPeople>(listRoles, {}, person)).items).toHaveLength(3);
    expect(await world.edge.refusal(listRoles, {}, editor)).toEqual([403, 'forbidden']);
    const { roleId: id, version } = await roleOf(setting, titular);
    expect(await world.edge.refusal(endRole, { id, reason: 'x' }, { ...titular, version })).toEqual([409, 'titular-hands-over']);
    const other = await roleOf(setting, suplente);
    expect(await world.edge.refusal(endRole, { id: other.roleId, reason: 'x' }, { ...titular, version: other.version })).toEqual([
      403,
      'letter-required',
    ]);
    const of = await roleOf(setting, editor);
    expect(
      (await world.edge.call<HeldRole>(endRole, { id: of.roleId, reason: 'x' }, { ...titular, version: of.version })).until,
    ).toBeTruthy();
    expect(await world.edge.refusal(endRole, { id: of.roleId, reason: 'x' }, { ...titular, version: of.version + 1 })).toEqual([
      409,
      'role-ended',
    ]);
  });
});

describe('an invitation of an organisation', () => {
  it('is replaced by a newer one, is revoked for good, and stays on no list', async () => {
    const titular = await accreditedTitular(setting);
    const input = { role: 'suplente', email: address(), language: 'en' };
    const invite = () => world.edge.call<InvitationRow>(issueInvitation, input, titular);
    const [first, second] = [await invite(), await invite()];
    expect((await accept(first)).body).toMatchObject({ code: 'invitation-not-open' });
    const { invitations } = await world.edge.call<OrganizationPeople>(listRoles, {}, titular);
    expect(invitations.filter(({ email }) => email === input.email)).toEqual([second]);
    const secret = await secretFor(setting, 'accept-invitation', second.id);
    await world.edge.call(revokeInvitation, { id: second.id }, titular);
    const at = { network: setting.network.code };
    expect(await world.edge.refusal(describeInvitation, { secret }, at)).toEqual([409, 'invitation-not-open']);
    expect((await accept(second)).status).toBe(409);
    expect(await world.edge.refusal(revokeInvitation, { id: second.id }, titular)).toEqual([409, 'invitation-not-open']);
  });

  it('to be titular is the secretariat’s, where there is none', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const offer = { organizationId: organization.id, role: 'titular', email: address(), language: 'es' };
    const invitation = await world.edge.call<InvitationRow>(issueInvitation, offer, secretariat);
    await enrol('titular', organization);
    expect(await world.edge.refusal(issueInvitation, offer, secretariat)).toEqual([409, 'titular-held']);
    expect((await accept(invitation)).body).toMatchObject({ code: 'titular-held' });
    expect(await world.edge.refusal(issueInvitation, { ...offer, organizationId: undefined }, await accreditedTitular(setting))).toEqual([
      409,
      'titular-hands-over',
    ]);
  });
});

describe('an organisation that is suspended', () => {
  it('gets nobody new who speaks for it, by an earlier invitation neither; the secretariat takes that back, and ends roles', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const [{ id: organizationId }, suplente] = [organization, await enrol('suplente', organization)];
    const offer = { organizationId, role: 'titular', email: address(), language: 'es' };
    const invitation = await world.edge.call<InvitationRow>(issueInvitation, offer, secretariat);
    await world.edge.call(suspendOrganization, { id: organizationId, reason: 'Dos ausencias.' }, { ...lead, version: 1 });
    const refused = [409, 'organization-not-active'];
    expect(await accept(invitation)).toMatchObject({ status: 409, body: { code: 'organization-not-active' } });
    expect(await world.edge.refusal(issueInvitation, { ...offer, role: 'editor' }, secretariat)).toEqual(refused);
    const input = { organizationId, personId: suplente.id, becomes: 'nothing' };
    expect(await world.edge.refusal(completeHandover, input, secretariat)).toEqual(refused);
    expect(shown(await people(organization))).toEqual([[suplente.id, 'suplente', 1]]);
    expect(await world.edge.refusal(revokeInvitation, { id: invitation.id }, secretariat)).toEqual([200, undefined]);
    const { roleId: id, version } = await roleOf(setting, suplente);
    expect(await world.edge.refusal(endRole, { id, reason: 'Dejó la organización.' }, { ...secretariat, version })).toEqual([
      200,
      undefined,
    ]);
    expect(await people(organization)).toMatchObject({ items: [], invitations: [] });
  });
});

describe.each(['es', 'en'] as const)('a handover told in %s', (language) => {
  const text = textIn(language);
  const speak = async (token: string) => {
    const { version } = await meOf(token);
    await world.edge.call(editMe, { language }, { token, version });
  };

  it('changes the titular in one moment, tells both and the secretariat, and says to the successor what is due', async () => {
    const own = await openSetting(world);
    const [titular, staff] = [await accreditedTitular(own), await own.as('secretariat')];
    for (const { token } of [titular, staff]) await speak(token);
    await drafted(own);
    await due(own);
    const [told, drafting] = [await networkPractice(own), await networkPractice(own)];
    const { id, version } = await toldBy(own, titular, told.id);
    await world.edge.call(askReplication, { id, text: '¿Cuántas personas cuidaron por turno?' }, { ...staff, version });
    await draftedBy(own, titular, drafting.id);
    const suplente = await world.people.enrol('suplente', own.network, own.organization);
    await accreditedLetter(own, suplente);
    const { id: letterId, version: filed } = await filedLetter(own, suplente);
    await world.edge.call(returnLetter, { id: letterId, reason: 'Falta la firma.' }, { ...staff, version: filed });
    await world.edge.call(issueInvitation, { role: 'editor', email: address(), language }, titular);
    const asked = { email: address(), language, becomes: 'suplente' };
    const offer = await world.edge.call<InvitationRow>(beginHandover, asked, titular);
    expect(offer).toMatchObject({ role: 'titular', handover: true });
    expect(
      (
        await messageTo(
          world.mailbox.url,
          asked.email,
          new RegExp(text('mails.invitation.subject', { network: 'Red Muestra (ficticia)' }).slice(0, 12)),
        )
      ).text,
    ).toBeTruthy();
    const secret = await secretFor(own, 'accept-invitation', offer.id);
    const { token, email } = await world.people.stranger();
    await world.edge.call(acceptInvitation, { secret, name: 'Sucesión', language }, { network: own.network.code, token });
    const { id: successorId } = await meOf(token);
    const { items } = await world.edge.call<OrganizationPeople>(listRoles, { organizationId: own.organization.id, ended: 'with' }, staff);
    const held = items.map(({ personId, role, until, accredited }) => [personId, role, until === null, accredited]);
    expect(held).toEqual([
      [successorId, 'titular', true, false],
      [suplente.id, 'suplente', true, true],
      [titular.id, 'suplente', true, false],
      [titular.id, 'titular', false, false],
    ]);
    const organization = `Organización ${own.organization.slug} (ficticia)`;
    const waits = await waiting({ token, network: own.network.code });
    expect(waits).toMatchObject({ drafts: '1', changes: '0', clarify: '1', finish: '1', letters: '2', invitations: '1' });
    const counted = { organization, ...waits };
    const mails = [
      ['handover-given', titular.email, { organization }, '/miembro/avisos'],
      ['handover-received', asked.email, counted, '/miembro/personas'],
      ['handover-here', staff.email, { organization }, '/secretaria/oficios?cuales=open'],
    ] as const;
    for (const [rule, to, params, path] of mails) {
      const subject = text(`mails.${rule}.subject`, { organization });
      const mail = await messageTo(world.mailbox.url, to, new RegExp(subject.replaceAll(/[()]/g, '.')));
      expect(mail.text).toContain(text(`mails.${rule}.body`, params).replaceAll('**', ''));
      expect(mail.text).toContain(`/${own.network.code}${language === 'en' ? '/en' : ''}${path}`);
    }
    expect(email).not.toBe(asked.email); // an account of another address took the offer: its mails go where it was invited
    const noticed = await eventually(async () => {
      const answer = await world.edge.call<{ items: Notice[] }>(listNotices, {}, { token, network: own.network.code });
      return answer.items.some((notice) => notice.text === text('notices.handover-received.text', counted)) && answer.items;
    });
    expect(noticed).toContainEqual(expect.objectContaining({ title: text('notices.handover-received.title'), kind: 'task', read: false }));
    const accepted = `select event -> 'data' -> 'handover' as handover from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' like '%.accepted.v1'`;
    expect(await rowsOf('membership', accepted, [offer.id])).toEqual([{ handover: true }]); // so that no welcome is planned
  }, 30_000);
});

describe('a handover', () => {
  it('to a suplente ends that role, leaves the earlier letter behind and is offered to one person at a time', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const [titular, suplente, second] = [
      await enrol('titular', organization),
      await enrol('suplente', organization),
      await enrol('suplente', organization),
    ];
    const ask = { personId: suplente.id, language: 'es', becomes: 'nothing' };
    expect(await world.edge.refusal(beginHandover, ask, titular)).toEqual([403, 'letter-required']);
    await accreditedLetter(setting, titular);
    const first = await world.edge.call<InvitationRow>(beginHandover, { ...ask, personId: second.id }, titular);
    const offer = await world.edge.call<InvitationRow>(beginHandover, ask, titular);
    expect(offer).toMatchObject({ email: null, person: 'suplente' });
    expect((await world.edge.call<OrganizationPeople>(listRoles, {}, titular)).invitations).toEqual([offer]);
    expect((await accept(first)).status).toBe(409);
    const secret = await secretFor(setting, 'accept-invitation', offer.id);
    const asOther = await world.edge.send(acceptInvitation, { secret, language: 'es' }, second);
    for (const { status, body } of [asOther, await accept(offer)]) expect([status, body.code]).toEqual([403, 'invitation-for-another']);
    expect(await world.edge.refusal(beginHandover, { ...ask, personId: titular.id }, titular)).toEqual([409, 'already-represents']);
    expect(await world.edge.refusal(beginHandover, { ...ask, personId: randomUUID() }, titular)).toEqual([404, 'successor-not-found']);
    await world.edge.call(acceptInvitation, { secret, name: 'Suplente', language: 'es' }, suplente);
    expect(shown(await people(organization))).toEqual([
      [suplente.id, 'titular', null],
      [second.id, 'suplente', 1],
    ]);
    const letters = await rowsOf<{ status: string }>('membership', 'select status from letter where organization_id = $1', [
      organization.id,
    ]);
    expect(letters).toEqual([{ status: 'closed' }]);
    const before = (await people(organization, { ended: 'with' })).items.find(({ personId, until }) => personId === titular.id && until);
    expect(before?.letters).toMatchObject([{ status: 'closed', closing: 'ended', file: { size: expect.any(Number) } }]);
    expect(await world.edge.refusal(beginHandover, ask, titular)).toEqual([403, 'forbidden']);
  });

  it('is also what fills a place that stood empty: who comes is told what waits, who left it long ago nothing, and no welcome is sent', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const titular = await enrol('titular', organization);
    const { roleId: id, version } = await roleOf(setting, titular);
    await world.edge.call(endRole, { id, reason: 'Dejó la organización.' }, { ...secretariat, version });
    const offer = { organizationId: organization.id, role: 'titular', email: address(), language: 'es' };
    const invitation = await world.edge.call<InvitationRow>(issueInvitation, offer, secretariat);
    expect((await accept(invitation)).status).toBe(200);
    const name = `Organización ${organization.slug} (ficticia)`;
    const subject = textIn('es')('mails.handover-received.subject', { organization: name });
    expect((await messageTo(world.mailbox.url, offer.email, new RegExp(subject.replaceAll(/[()]/g, '.')))).text).toContain(
      organization.slug,
    );
    const told = await rowsOf<{ rule: string }>('notifications', 'select rule from mail where person_id = $1', [titular.id]);
    expect(told.map(({ rule }) => rule)).toEqual(expect.not.arrayContaining(['handover-left', 'handover-given']));
    expect(told.map(({ rule }) => rule)).toContain('role-ended');
    const accepted = `select event ->> 'subject' as subject, event -> 'data' -> 'handover' as handover from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' not like '%.issued.v1'`;
    expect(await rowsOf('membership', accepted, [invitation.id])).toEqual([{ subject: invitationAccepted.subject, handover: true }]);
  }, 30_000);

  it('offered by somebody who is titular no more is void', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const [titular, suplente] = [await enrol('titular', organization), await enrol('suplente', organization)];
    await accreditedLetter(setting, titular);
    const offer = await world.edge.call<InvitationRow>(beginHandover, { email: address(), language: 'es', becomes: 'nothing' }, titular);
    const input = { organizationId: organization.id, personId: suplente.id, becomes: 'nothing' };
    const answers = await Promise.all([accept(offer), world.edge.send(completeHandover, input, secretariat)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    const titulars = await rowsOf('membership', `select from role where organization_id = $1 and role = 'titular' and until is null`, [
      organization.id,
    ]);
    expect(titulars).toHaveLength(1);
    expect((await accept(offer)).status).toBe(409);
  });

  it.each(['never', 'daily'])('that leaves them nothing is told to who was titular, who has mails of tasks %s', async (pace) => {
    const organization = await world.people.openOrganization(setting.network);
    const [titular, suplente] = [await enrol('titular', organization), await enrol('suplente', organization)];
    await world.edge.call(editPreferences, { taskMail: pace, newsMail: pace, mailings: false }, { ...titular, version: 0 });
    await world.edge.call(completeHandover, { organizationId: organization.id, personId: suplente.id, becomes: 'nothing' }, secretariat);
    const { text } = await messageTo(world.mailbox.url, titular.email, /Terminó el papel de titular/);
    expect(text).toContain(`/${setting.network.code}/miembro/cuenta`);
    expect(text).not.toContain('/baja/');
  });

  it('by the secretariat fills a place that nobody has, and is not for one’s own organisation', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const suplente = await enrol('suplente', organization);
    const input = { organizationId: organization.id, personId: suplente.id, becomes: 'nothing' };
    expect(await world.edge.call(completeHandover, input, secretariat)).toMatchObject({ predecessorId: null, successorId: suplente.id });
    expect(shown(await people(organization))).toEqual([[suplente.id, 'titular', null]]);
    const organizationId = setting.secretariat.id;
    expect(await world.edge.refusal(completeHandover, { ...input, organizationId }, secretariat)).toEqual([409, 'organization-is-own']);
    const own = { organizationId, email: address(), language: 'es' };
    expect(await world.edge.refusal(issueInvitation, { ...own, role: 'titular' }, secretariat)).toEqual([409, 'organization-is-own']);
    await enrol('titular', setting.secretariat);
    expect(await world.edge.refusal(beginHandover, { ...own, becomes: 'nothing' }, secretariat)).toEqual([409, 'organization-is-own']);
  });
});

describe('a review that somebody had taken', () => {
  it.each(['their role ended', 'they may not come in any more'])('goes back to the queue when %s', async (what) => {
    const reviewer = await world.people.enrol('reviewer', setting.network, setting.secretariat);
    const { id, version } = await submitted(setting);
    await world.edge.call(assignReview, { id, personId: reviewer.id }, { ...secretariat, version });
    const held = await roleOf(setting, reviewer);
    if (what === 'their role ended')
      await world.edge.call(endRole, { id: held.roleId, reason: 'Cambió de trabajo.' }, { ...lead, version: held.version });
    else {
      const operator = { token: await world.people.operator(), network: setting.network.code };
      await world.edge.call(disablePerson, { id: reviewer.id, reason: 'Equipo perdido.' }, operator);
    }
    await eventually(async () => {
      const [row] = await rowsOf<{ taken: string | null }>('repository', 'select assigned_to as taken from practice where id = $1', [id]);
      return row?.taken === null;
    });
  });
});
