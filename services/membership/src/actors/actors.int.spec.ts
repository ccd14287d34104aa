import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptApplication, declineApplication, getApplication, type Application } from '@alianza/contracts/membership/applications';
import { findDuplicates, type Likenesses } from '@alianza/contracts/membership/application-desk';
import {
  addActor,
  editActor,
  exportActors,
  getActor,
  inviteActor,
  listActors,
  moveActor,
  openActorInvitation,
  recognizeActor,
  stopActorMails,
  type ActorFile,
  type ActorRow,
  type InvitedActor,
} from '@alianza/contracts/membership/directory/actors';
import { getMember, type MemberFile } from '@alianza/contracts/membership/directory/members';
import {
  getOrganization,
  listOrganizations,
  registerOrganization,
  type ShownOrganization,
} from '@alianza/contracts/membership/organizations';
import { listRecipients } from '@alianza/contracts/membership/recipients';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { charted, invitedActor } from '@alianza/testing/builders/actors';
import { confirmed, secretFor } from '@alianza/testing/builders/applications';
import { codeOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { ApplicationsPurge } from '../applications/applications.purge.js';
import { ActorsPurge } from './actors.purge.js';

interface Page {
  items: ActorRow[];
  total: number;
  facets: Record<'state' | 'sector' | 'country', { value: string; count: number }[]>;
}

let world: World;
let setting: Setting;
let secretariat: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  secretariat = await asSecretariat(setting);
}, 60_000);
afterAll(() => world.close());

const mark = () => randomUUID().slice(0, 8);
const read = (id: string) => world.edge.call<ActorFile>(getActor, { id }, secretariat);
const at = (version: number) => ({ ...secretariat, version });
const visitor = () => ({ network: setting.network.code });
const invite = ({ id, version }: ActorFile) => world.edge.send<ActorFile>(inviteActor, { id }, at(version));
const recipientsOf = async (id: string) => {
  const operations = world.service('notifications').get(OperationsClient, { strict: false });
  return (await operations.ask(listRecipients, { audience: { to: 'actor', id } }, setting.network.id)).items;
};
const saidBy = ({ name, acronym, sector, country, region, website, role, initiatives, sources, contact, shown }: ActorFile) => ({
  ...{ name, acronym, sector, country, region, website, role, initiatives, sources, contact, shown },
});

describe('the map of actors', () => {
  it('keeps who does what and where that is told, and finds it by words, state, sector and country', async () => {
    const name = { original: 'es', es: `Ñandutí ${mark()} (ficticia)`, en: 'Lace Care' };
    const actor = await charted(setting, { name, country: 'PY', sector: 'philanthropy' });
    expect(actor).toMatchObject({ state: 'identified', shown: false, member: null, history: [{ state: 'identified', by: 'secretariat' }] });
    const list = (input: object) => world.edge.call<Page>(listActors, input as Record<string, unknown>, secretariat);
    for (const filter of [{ q: 'nanduti' }, { q: 'lace care' }, { country: ['PY'] }, { sector: ['philanthropy'], state: ['identified'] }])
      expect((await list(filter)).items.map(({ id }) => id)).toEqual([actor.id]);
    expect((await list({ q: 'nanduti', state: ['invited'] })).total).toBe(0);
    expect((await list({ q: 'nanduti', state: ['invited'] })).facets.state).toEqual([
      expect.objectContaining({ value: 'identified', count: 1 }),
    ]);
  });

  it('holds what was registered as an actor before there was a map of its own', async () => {
    const { slug } = await world.people.openOrganization(setting.network, { kind: 'actor', category: null });
    const page = await world.edge.call<Page>(listActors, { q: slug }, secretariat);
    expect(page.items).toEqual([expect.objectContaining({ slug, state: 'identified', shown: true })]);
  });

  it('takes no name that a member or another actor has, in whatever case', async () => {
    const { name } = await charted(setting);
    const input = { ...addActor.example.input, name: { original: 'es', es: name.es?.toUpperCase() } };
    expect(codeOf(await world.edge.send(addActor, input, secretariat))).toEqual([409, 'organization-name-taken']);
  });

  it('shows nothing without a source, and never the contact; what is shown is no member', async () => {
    const actor = await charted(setting);
    const shown = { ...saidBy(actor), shown: true };
    const bare = await world.edge.send(editActor, { id: actor.id, ...shown, sources: [] }, at(actor.version));
    expect([bare.status, bare.body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/sources', reason: 'source-missing' })]]);
    expect((await world.edge.send(getOrganization, { key: actor.slug }, visitor())).status).toBe(404);
    await world.edge.call(editActor, { id: actor.id, ...shown }, at(actor.version));
    const page = await eventually(async () => {
      const { status, body } = await world.edge.send<ShownOrganization>(getOrganization, { key: actor.slug }, visitor());
      return status === 200 && body;
    });
    expect(page).toMatchObject({ kind: 'actor', category: null, initiatives: [{ title: 'Encuesta de uso del tiempo', year: 2024 }] });
    expect(JSON.stringify(page)).not.toContain(actor.contact?.email);
    const members = await world.edge.call<{ items: { slug: string }[] }>(listOrganizations, { kind: 'member', limit: 100 }, visitor());
    expect(members.items.map(({ slug }) => slug)).not.toContain(actor.slug);
  });

  it('tells an auditor neither whom to write to nor what was said', async () => {
    const actor = await charted(setting);
    await world.edge.call(moveActor, { id: actor.id, to: 'contacted', note: 'Prefiere el correo.' }, at(actor.version));
    const asked = await world.edge.call<ActorFile>(getActor, { id: actor.id }, await world.people.enrol('auditor', setting.network));
    expect(asked).toMatchObject({ contact: null, history: [{ state: 'contacted', note: null }, { state: 'identified' }] });
    expect(await read(actor.id)).toMatchObject({ contact: actor.contact, history: [{ note: 'Prefiere el correo.' }, {}] });
  });

  it('is found by the name it had before, unless that was misspelt', async () => {
    const actor = await charted(setting);
    const name = { original: 'es', es: `Instituto ${mark()} (ficticio)` };
    const said = { id: actor.id, ...saidBy(actor) };
    const slip = { ...name, es: `Intituto ${mark()} (ficticio)` };
    const slipped = await world.edge.call<ActorFile>(editActor, { ...said, name: slip, wasCalled: true }, at(actor.version));
    const { version } = await world.edge.call<ActorFile>(editActor, { ...said, name }, at(slipped.version));
    expect((await world.edge.call<Page>(listActors, { q: slip.es }, secretariat)).items).toEqual([]);
    expect(codeOf(await world.edge.send(editActor, { id: actor.id, ...saidBy(actor) }, at(actor.version)))).toEqual([412, 'version-stale']);
    const page = await world.edge.call<Page>(listActors, { q: actor.title }, secretariat);
    expect(page.items).toEqual([expect.objectContaining({ id: actor.id, name: name.es })]);
    expect(version).toBeGreaterThan(actor.version);
  });

  it('is taken as a file without whom to write to, and with nothing that runs', async () => {
    const name = { original: 'es', es: `=1+1 ${mark()} (ficticia)` };
    const { contact } = await charted(setting, { name });
    const { url } = await world.edge.call<{ url: string }>(exportActors, { q: '=1+1', format: 'csv' }, secretariat);
    const sheet = await (await fetch(world.origin + url)).text();
    expect(sheet).toContain(`'${name.es}`);
    expect(sheet).not.toContain(contact?.email);
  });
});

describe('an invitation to apply', () => {
  it('goes to the contact once in 30 days, whoever presses, and not to the same address beside another actor', async () => {
    const actor = await charted(setting);
    const pressed = await Promise.all([invite(actor), invite(actor), invite(actor)]);
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const now = await read(actor.id);
    expect(now).toMatchObject({ state: 'invited', invitedAt: expect.any(String), inviteFrom: expect.any(String) });
    expect(codeOf(await invite(now))).toEqual([409, 'actor-invited-lately']);
    const twin = await charted(setting, { contact: { ...actor.contact, email: actor.contact?.email.toUpperCase() } });
    expect(codeOf(await invite(twin))).toEqual([409, 'actor-invited-lately']);
    await rowsOf('membership', `update actor set invited_at = invited_at - interval '31 days' where id = $1`, [actor.id]);
    expect((await invite(await read(actor.id))).status).toBe(200);
    const told = await rowsOf(
      'membership',
      `select 1 from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' like '%actor.invited.v1'`,
      [actor.id],
    );
    expect(told).toHaveLength(2);
  });

  it('needs somebody to write to', async () => {
    expect(codeOf(await invite(await charted(setting, { contact: null })))).toEqual([409, 'actor-without-contact']);
  });

  it('opens the application with what is known, and ends for good when they ask for it', async () => {
    const actor = await invitedActor(setting, { acronym: 'OET', country: 'CL' });
    const secret = await secretFor(setting, 'apply-as-actor', actor.id);
    const open = () => world.edge.call<InvitedActor>(openActorInvitation, { secret }, visitor());
    expect(await open()).toMatchObject({ organization: actor.title, acronym: 'OET', country: 'CL', stopped: false, member: false });
    expect(await recipientsOf(actor.id)).toHaveLength(1);
    const asked = await Promise.all([1, 2].map(() => world.edge.send(stopActorMails, { secret }, visitor())));
    expect(asked.map(({ status }) => status)).toEqual([200, 200]);
    expect(await open()).toMatchObject({ stopped: true });
    const stopped = await read(actor.id);
    expect(stopped).toMatchObject({ contact: null, stoppedAt: expect.any(String) });
    expect(await recipientsOf(actor.id)).toEqual([]);
    const again = await world.edge.call<ActorFile>(
      editActor,
      { id: actor.id, ...saidBy(stopped), contact: actor.contact },
      at(stopped.version),
    );
    expect(again.contact).toBeNull();
    expect(codeOf(await invite(again))).toEqual([409, 'actor-stopped']);
    expect(codeOf(await invite(await charted(setting, { contact: actor.contact })))).toEqual([409, 'actor-stopped']);
  });

  it('leads the application to the actor, whatever it calls itself: declined it stays on the map, accepted it is the member', async () => {
    const actor = await invitedActor(setting, { shown: true });
    const invitation = await secretFor(setting, 'apply-as-actor', actor.id);
    const apply = async (organization: string) => (await confirmed(setting, { organization, invitation })).applicationId;
    const decide = async (operation: typeof acceptApplication | typeof declineApplication, id: string, input: object) => {
      const { version } = await world.edge.call<Application>(getApplication, { id }, secretariat);
      await world.edge.call(operation, { id, ...input }, at(version));
    };
    const first = await apply(`Primera ${mark()} (ficticia)`);
    expect(await read(actor.id)).toMatchObject({ state: 'applied', application: { id: first, status: 'submitted' } });
    await decide(declineApplication, first, { reason: 'Falta la carta.' });
    expect((await read(actor.id)).state).toBe('contacted');
    const called = `Segunda ${mark()} (ficticia)`;
    await decide(acceptApplication, await apply(called), { category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' });
    const joined = await read(actor.id);
    expect(joined).toMatchObject({ state: 'member', contact: null, member: { id: actor.organizationId, name: called, slug: actor.slug } });
    const file = await world.edge.call<MemberFile>(getMember, { id: actor.organizationId }, secretariat);
    expect(file).toMatchObject({ actorId: actor.id, formerNames: [actor.title], applications: [{ status: 'accepted' }, { id: first }] });
    const tries = [
      await invite(joined),
      await world.edge.send(moveActor, { id: actor.id, to: 'contacted', note: null }, at(joined.version)),
      await world.edge.send(editActor, { id: actor.id, ...saidBy(joined) }, at(joined.version)),
    ];
    expect(tries.map(codeOf)).toEqual(tries.map(() => [409, 'actor-is-member']));
  });

  it('ends for the address written to, whatever address was noted since; that one is not written to by this invitation', async () => {
    const actor = await invitedActor(setting);
    const secret = await secretFor(setting, 'apply-as-actor', actor.id);
    const other = { ...actor.contact, email: `otra@${mark()}.example.org` };
    await world.edge.call(editActor, { id: actor.id, ...saidBy(actor), contact: other }, at(actor.version));
    expect(await recipientsOf(actor.id)).toEqual([]);
    const lately = await charted(setting, { contact: actor.contact });
    expect(codeOf(await invite(lately))).toEqual([409, 'actor-invited-lately']);
    await world.edge.call(stopActorMails, { secret }, visitor());
    expect(codeOf(await invite(lately))).toEqual([409, 'actor-stopped']);
    expect(codeOf(await invite(await charted(setting, { contact: other })))).toEqual([409, 'actor-stopped']);
  });

  it('makes nothing public that was not: neither notes nor sources nor the name it stood by, but what it says itself is taken', async () => {
    const actor = await invitedActor(setting, { country: 'CL' });
    const invitation = await secretFor(setting, 'apply-as-actor', actor.id);
    const said = { organization: `Tercera ${mark()} (ficticia)`, sector: 'philanthropy', country: 'PE' };
    const { applicationId: id } = await confirmed(setting, { ...said, invitation });
    const { version } = await world.edge.call<Application>(getApplication, { id }, secretariat);
    await world.edge.call(acceptApplication, { id, category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' }, at(version));
    const page = await eventually(async () => {
      const { status, body } = await world.edge.send<ShownOrganization>(getOrganization, { key: actor.slug }, visitor());
      return status === 200 && body;
    });
    const shown = { name: said.organization, sector: 'philanthropy', kind: 'member', sources: [], formerNames: [] };
    expect(page).toMatchObject({ ...shown, country: null, region: null, website: null, role: null });
    expect(await world.edge.call<MemberFile>(getMember, { id: actor.organizationId }, secretariat)).toMatchObject({ country: 'PE' });
  });

  it('leads under the name of another of the map to that one; its own entry is public no longer', async () => {
    const [actor, other] = [await invitedActor(setting, { shown: true }), await charted(setting)];
    const invitation = await secretFor(setting, 'apply-as-actor', actor.id);
    const { applicationId: id } = await confirmed(setting, { organization: other.title, invitation });
    const { version } = await world.edge.call<Application>(getApplication, { id }, secretariat);
    await world.edge.call(acceptApplication, { id, category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' }, at(version));
    expect(await read(actor.id)).toMatchObject({ state: 'member', shown: false, member: { id: other.organizationId } });
    await eventually(async () => (await world.edge.send(getOrganization, { key: actor.slug }, visitor())).status === 404);
  });

  it('is another organisation where who decides says so, unless it has its name; the actor stays on the map as it was', async () => {
    const actor = await invitedActor(setting, { shown: true });
    const invitation = await secretFor(setting, 'apply-as-actor', actor.id);
    const { applicationId: named } = await confirmed(setting, { organization: actor.title, invitation });
    const none = { category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27', organizationId: null };
    const refused = await world.edge.send(acceptApplication, { id: named, ...none }, at(2));
    expect(codeOf(refused)).toEqual([409, 'organization-name-taken']);
    await world.edge.call(declineApplication, { id: named, reason: 'Se repite.' }, at(2));
    const { applicationId: id } = await confirmed(setting, { organization: `Quinta ${mark()} (ficticia)`, invitation });
    const { organizations } = await world.edge.call<Likenesses>(findDuplicates, { id }, secretariat);
    expect(organizations[0]).toMatchObject({ id: actor.organizationId, kind: 'actor', by: ['invitation'] });
    await world.edge.call(acceptApplication, { id, ...none }, at(2));
    expect(await read(actor.id)).toMatchObject({ state: 'contacted', shown: true, member: null, title: actor.title });
    const [made] = await rowsOf<{ organization_id: string }>('membership', 'select organization_id from application where id = $1', [id]);
    expect(made?.organization_id).not.toBe(actor.organizationId);
  });

  it('of one whose application is said to be another organisation leaves it on the map; that other one alone comes in', async () => {
    const [actor, other] = [await invitedActor(setting, { shown: true }), await charted(setting)];
    const invitation = await secretFor(setting, 'apply-as-actor', actor.id);
    const { applicationId: id } = await confirmed(setting, { organization: `Sexta ${mark()} (ficticia)`, invitation });
    expect((await read(actor.id)).state).toBe('applied');
    await world.edge.call(acceptApplication, { ...acceptApplication.example.input, id, organizationId: other.organizationId }, at(2));
    expect(await read(actor.id)).toMatchObject({ state: 'contacted', shown: true, member: null, contact: actor.contact });
    expect(await read(other.id)).toMatchObject({ state: 'member', member: { id: other.organizationId } });
  });

  it('is not sent again while an application is read, and one of two that is declined or forgotten leaves it where the other keeps it', async () => {
    const actor = await invitedActor(setting);
    const invitation = await secretFor(setting, 'apply-as-actor', actor.id);
    const [first, second] = [await confirmed(setting, { invitation }), await confirmed(setting, { organization: actor.title })];
    await world.edge.call(declineApplication, { id: first.applicationId, reason: 'Se repite.' }, at(2));
    const applied = await read(actor.id);
    expect(applied.state).toBe('applied');
    expect(codeOf(await invite(applied))).toEqual([409, 'actor-applied']);
    await rowsOf('membership', `update application set changed_at = changed_at - interval '400 days' where id = $1`, [
      second.applicationId,
    ]);
    await world.service('membership').get(ApplicationsPurge, { strict: false }).purge();
    const { state, history } = await read(actor.id);
    expect([state, history[0]]).toMatchObject(['contacted', { state: 'contacted', by: null }]);
  });

  it('with a link that is not good changes nothing of an application', async () => {
    const { applicationId } = await confirmed(setting, { invitation: 'x'.repeat(43) });
    expect((await world.edge.call<Application>(getApplication, { id: applicationId }, secretariat)).status).toBe('submitted');
  });
});

describe('an actor that is a member already', () => {
  it('is told by name, acronym and domain, and recognized once', async () => {
    const acronym = `A${mark()}`;
    const { id: organizationId } = await world.people.openOrganization(setting.network, { acronym });
    const actor = await charted(setting, { acronym });
    expect(actor.alike).toEqual([expect.objectContaining({ id: organizationId, kind: 'member', by: ['acronym'] })]);
    const recognize = (version: number) => world.edge.send<ActorFile>(recognizeActor, { id: actor.id, organizationId }, at(version));
    const { body } = await recognize(actor.version);
    expect(body).toMatchObject({ state: 'member', shown: false, contact: null, member: { id: organizationId } });
    expect(codeOf(await recognize(body.version))).toEqual([409, 'actor-is-member']);
  });

  it('needs a member to be: neither another actor nor who has left', async () => {
    const [actor, other] = [await charted(setting), await charted(setting)];
    const answer = await world.edge.send(recognizeActor, { id: actor.id, organizationId: other.organizationId }, at(actor.version));
    expect(codeOf(answer)).toEqual([404, 'organization-not-found']);
  });
});

it('whom to write to is forgotten where nobody looked after the actor for a year', async () => {
  const [old, kept] = [await charted(setting), await charted(setting)];
  await rowsOf('membership', `update actor set changed_at = changed_at - interval '366 days' where id = $1`, [old.id]);
  await world.service('membership').get(ActorsPurge, { strict: false }).purge();
  expect([(await read(old.id)).contact, (await read(kept.id)).contact]).toEqual([null, kept.contact]);
});

it('registering an actor again by its address leaves it as it is', async () => {
  const actor = await charted(setting);
  const input = { ...registerOrganization.example.input, kind: 'actor', category: null, slug: actor.slug };
  const asked = { network: setting.network.code, token: await world.people.operator() };
  expect(await world.edge.call(registerOrganization, input, asked)).toEqual({ id: actor.organizationId, registered: false });
});
