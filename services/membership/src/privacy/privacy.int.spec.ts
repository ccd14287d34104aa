import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { services } from '@alianza/contracts/access';
import { getAccount } from '@alianza/contracts/membership/account/account';
import {
  askCopy,
  askErasure,
  downloadCopy,
  erasureAnnounced,
  erasureHeld,
  withdrawErasure,
} from '@alianza/contracts/membership/account/personal-data';
import { applicationFiled, applyForMembership, followApplication, getApplication } from '@alianza/contracts/membership/applications';
import { acceptInvitation, issueInvitation } from '@alianza/contracts/membership/invitations';
import { enablePerson, getMe } from '@alianza/contracts/membership/people';
import { listRoles } from '@alianza/contracts/membership/representation/roles';
import { publishStatement } from '@alianza/contracts/membership/settings/statements';
import { listNotices } from '@alianza/contracts/notifications/notices';
import { writeMessage } from '@alianza/contracts/repository/inquiries';
import { draftPractice, practiceDrafted } from '@alianza/contracts/repository/practices';
import { askedAddress, copiedData, type Account } from '@alianza/testing/builders/account';
import { checkedActorImport } from '@alianza/testing/builders/sheets/actor-imports';
import { charted } from '@alianza/testing/builders/actors';
import { confirmed, secretFor } from '@alianza/testing/builders/applications';
import { csvOf } from '@alianza/testing/builders/imports';
import { appliedMemberImport, checkedMemberImport } from '@alianza/testing/builders/member-imports';
import { completeContent } from '@alianza/testing/builders/practices';
import { filedLetter, letterUpload } from '@alianza/testing/builders/representatives';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { CopyJobs } from './copies/copies.jobs.js';
import { ErasureJobs } from './erasure/erasures.jobs.js';

let world: World;
let setting: Setting;
beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const enrolled = () => world.people.enrol('editor', setting.network, setting.organization);

/** Somebody by an invitation to an address, under a name that nobody else has. */
async function invited(role = 'editor'): Promise<Person & { name: string }> {
  const { email, token } = await world.people.stranger();
  const as = await setting.as('secretariat');
  const input = { organizationId: setting.organization.id, role, email, language: 'es' };
  const { id } = await world.edge.call<{ id: string }>(issueInvitation, input, as);
  const secret = await secretFor(setting, 'accept-invitation', id);
  const name = `Voz ${randomUUID().slice(0, 8)}`;
  const asked = { network: setting.network.code, token, actingFor: setting.organization.id };
  await world.edge.call(acceptInvitation, { secret, name, language: 'es' }, asked);
  const { id: personId } = await world.edge.call<{ id: string }>(getMe, {}, { token });
  return { ...asked, id: personId, email, name };
}

/** An invitation that waits stands at an address that the person had before. */
async function formerly(person: Person): Promise<string> {
  const email = `antes-${randomUUID()}@example.org`;
  await askedAddress(setting, person);
  await rowsOf('membership', 'update address_change set former = $1, confirmed_at = now() where person_id = $2', [email, person.id]);
  const [as, offer] = [await setting.as('secretariat'), { organizationId: setting.organization.id, role: 'editor', language: 'es' }];
  await world.edge.call(issueInvitation, { ...offer, email: email.toUpperCase() }, as);
  return email;
}

/** Files of an archive by their names. */
function unpacked(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, length] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)];
    const begins = at + 30 + length;
    files.set(bytes.toString('ascii', at + 30, begins), inflateRawSync(bytes.subarray(begins, begins + size)).toString());
    at = begins + size;
  }
  return files;
}

const taken = async (person: Person) => {
  const { url } = await world.edge.call<{ url: string }>(downloadCopy, {}, person);
  return { url, answer: await fetch(world.origin + url) };
};

describe('the copy of somebody’s data', () => {
  it('holds what every service keeps of them, as JSON and as tables, and nothing of anybody else', async () => {
    const [person, other] = [await invited('suplente'), await enrolled()];
    await filedLetter(setting, person);
    const { id } = await world.edge.call<{ id: string }>(draftPractice, { content: completeContent() }, person);
    await world.edge.call(draftPractice, { content: completeContent() }, other);
    const former = await formerly(person);
    for (const email of [former.toUpperCase(), other.email]) {
      await confirmed(setting, { email });
      await world.edge.call(writeMessage, { text: '¿Cómo se participa?', email, language: 'es' }, { network: person.network });
      await charted(setting, { contact: { name: null, office: null, email, language: 'es' } });
    }
    await eventually(async () => (await rowsOf('audit', `select from entry where aggregate_id = $1`, [id])).length > 0);
    await copiedData(setting, person);
    await eventually(async () => (await world.edge.call<{ items: object[] }>(listNotices, {}, person)).items.length > 0);
    const { url, answer } = await taken(person);
    const files = unpacked(Buffer.from(await answer.arrayBuffer()));
    const whole = JSON.parse(files.get('data.json') ?? '{}') as Record<string, { network: string | null; data: Record<string, unknown> }[]>;
    expect(whole.person).toEqual([
      { kind: 'person', network: null, at: expect.any(String), data: expect.objectContaining({ name: person.name, email: person.email }) },
    ]);
    expect(whole.role?.map(({ network, data }) => [network, data.role])).toEqual([[setting.network.code, 'suplente']]);
    expect(whole.letter?.map(({ data }) => data.file)).toEqual(['Oficio de designación.pdf']);
    expect(whole.invitation?.map(({ data }) => data.email)).toEqual([person.email, former.toUpperCase()]);
    for (const kind of ['application', 'correspondence', 'actor-contact'])
      expect([kind, whole[kind]?.length, JSON.stringify(whole[kind]).toLowerCase()]).toEqual([kind, 1, expect.stringContaining(former)]);
    expect(whole.practice).toHaveLength(1);
    expect(whole.deed?.map(({ data }) => data.what)).toContain(practiceDrafted.subject);
    expect(files.get('person.csv')).toMatch(new RegExp(`^\\uFEFFnetwork,at,.*\\r\\n,.*${person.name}`));
    for (const text of files.values()) expect(text).not.toContain(other.email);
    expect((await fetch(world.origin + url)).status).not.toBe(200); // once
  });

  it('is nobody else’s, whatever their role, and is not there before it is made nor after its days', async () => {
    const person = await enrolled();
    expect((await world.edge.send(downloadCopy, {}, person)).body.code).toBe('copy-not-ready');
    await copiedData(setting, person);
    for (const role of ['secretariat-lead', 'auditor', 'titular'] as const)
      expect((await world.edge.send(downloadCopy, {}, await setting.as(role))).body.code).toBe('copy-not-ready');
    const operator = { token: await world.people.operator(), network: setting.network.code };
    expect((await world.edge.send(downloadCopy, {}, operator)).status).toBe(404);
    const kept = () => rowsOf<{ key: string }>('membership', 'select key from personal_copy where person_id = $1', [person.id]);
    const [before] = await kept();
    await world.edge.call(askCopy, {}, person);
    expect(await kept()).toEqual([before]);
    await rowsOf('membership', `update personal_copy set expires_at = now() where person_id = $1`, [person.id]);
    expect((await world.edge.send(downloadCopy, {}, person)).body.code).toBe('copy-not-ready');
    await world.service('membership').get(CopyJobs, { strict: false }).purge();
    expect(await kept()).toEqual([]);
    expect(before?.key).toBeDefined();
    await world.edge.call(askCopy, {}, person);
    const failed = `update personal_copy set key = null, expires_at = null, asked_at = now() - interval '27 hours' where person_id = $1`;
    await eventually(async () => Boolean((await kept())[0]?.key));
    await rowsOf('membership', failed, [person.id]);
    expect((await world.edge.call<Account>(getAccount, {}, person)).copy).toBeNull(); // and may be asked for again
    await world.service('membership').get(CopyJobs, { strict: false }).purge();
    expect(await kept()).toEqual([]);
    expect((await copiedData(setting, person)).copy?.state).toBe('ready');
  });
});

/** Columns of any table of any service that hold a word; answers kept for repetitions go within a day, long before anybody is forgotten. */
async function placesOf(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const service of services) {
    const columns = await rowsOf<{ place: string; name: string }>(
      service,
      `select format('%I.%I', table_schema, table_name) as place, quote_ident(column_name) as name from information_schema.columns
        where table_schema in ('public', 'pgboss') and (data_type in ('text', 'jsonb', 'json', 'character varying', 'ARRAY')) and table_name <> 'idempotency'`,
    );
    for (const { place, name } of columns) {
      const rows = await rowsOf(service, `select from ${place} where ${name}::text ilike '%' || $1 || '%' limit 1`, [word]);
      if (rows.length > 0) found.push(`${service}: ${place} ${name}`);
    }
  }
  return found;
}

describe('to be forgotten', () => {
  const jobs = () => world.service('membership').get(ErasureJobs, { strict: false });
  /** Its day has come a moment ago: instants of the services are whole milliseconds, and now() of the database is not. What was announced a day ago waits for no mail. */
  const due = (person: Person, announced = "now() - interval '25 hours'") =>
    rowsOf('membership', `update erasure set due_at = now() - interval '1 second', announced_at = ${announced} where person_id = $1`, [
      person.id,
    ]);
  const stageOf = async (person: Person) => (await world.edge.call<Account>(getAccount, {}, person)).erasure?.stage;
  const facts = ({ id }: Person, { subject }: { subject: string }) =>
    rowsOf<{ why: string | null; organization: string | null }>(
      'membership',
      `select event -> 'data' ->> 'why' as why, event -> 'data' -> 'organization' ->> 'id' as organization from outbox
        where event ->> 'subject' = $1 and event -> 'data' ->> 'personId' = $2 order by position`,
      [subject, id],
    );
  const nameOf = async ({ id }: Person) =>
    (await rowsOf<{ name: string }>('membership', 'select name from person where id = $1', [id]))[0]?.name;

  it('waits as long as nobody else leads the network, and is refused to whoever leads it alone', async () => {
    const alone = await openSetting(world);
    const lead = await alone.as('secretariat-lead');
    const only = `update role set until = now() where network_id = $1 and role = 'secretariat-lead' and person_id <> $2`;
    expect((await world.edge.send(askErasure, {}, lead)).body.code).toBe('last-secretariat');
    const second = await world.people.enrol('secretariat-lead', alone.network, alone.secretariat);
    await world.edge.call(askErasure, {}, lead);
    await due(lead);
    await rowsOf('membership', only, [alone.network.id, lead.id]);
    await jobs().run();
    expect(await nameOf(lead)).toBe('secretariat-lead');
    const { text } = await messageTo(world.mailbox.url, lead.email, /espera a un relevo/);
    expect(text).toContain('falta pasar antes la coordinación de la Secretaría Técnica');
    expect(await stageOf(lead)).toBe('held');
    await rowsOf('membership', 'update role set until = null where network_id = $1 and person_id = $2', [alone.network.id, second.id]);
    await due(lead);
    await jobs().run();
    expect(await nameOf(lead)).toMatch(/^Persona /);
  });

  it('leaves name and address in no column of any service, the office under a pseudonym, and the audit as it was', async () => {
    const person = await invited('suplente');
    await filedLetter(setting, person, { uploadId: await letterUpload(setting, person, `Oficio ${person.name}.pdf`) });
    await rowsOf('gateway', 'delete from upload where network_id = $1', [setting.network.id]); // what was staged goes within a day
    await copiedData(setting, person);
    const former = await formerly(person);
    const sheets = [
      ['Nombre', 'Sector', 'Correo de quien será titular'],
      ['Red que los nombra (ficticia)', 'academia', person.email.toUpperCase()],
    ];
    await appliedMemberImport(
      setting,
      await checkedMemberImport(setting, { bytes: csvOf([...sheets, ['Red otra (ficticia)', 'academia', former]]) }),
    );
    const actors = [
      ['Organización', 'Sector', 'Correo'],
      ['Colectiva que los nombra (ficticia)', 'academia', former],
    ];
    await checkedActorImport(setting, { bytes: csvOf(actors) });
    await world.edge.call(draftPractice, { content: completeContent() }, person);
    await world.edge.call(askErasure, {}, person);
    await messageTo(world.mailbox.url, person.email, /Se pidió borrar/);
    expect((await placesOf(person.name)).sort()).toEqual(['membership: public.file name', 'membership: public.person name']);
    for (const email of [person.email, former]) expect(await placesOf(email)).not.toEqual([]);
    const said = () =>
      rowsOf('audit', `select position, hash from entry where actor ->> 'personId' = $1 order by position limit 3`, [person.id]);
    const before = await eventually(() => said().then((rows) => rows.length === 3 && rows));
    await due(person);
    await jobs().run();
    let left = ['nobody looked'];
    const nowhere = async () => (left = (await Promise.all([person.email, person.name, former].map(placesOf))).flat()).length === 0;
    await eventually(nowhere, 25_000).catch(() => undefined);
    expect(left).toEqual([]);
    await eventually(async () => (await rowsOf('notifications', 'select from notice where person_id = $1', [person.id])).length === 0);
    expect(await said()).toEqual(before);
    for (const email of [person.email, former])
      await expect(eventually(() => world.people.token(email).then(() => false), 15_000)).rejects.toThrow('404');
    // the token lives for minutes yet: disabled, then nobody's
    expect([401, 404]).toContain((await world.edge.send(getMe, {}, { token: person.token })).status);
    expect(await nameOf(person)).toMatch(/^Persona [0-9A-F]{6}$/);
    const people = await world.edge.call<{ items: { personId: string; name: string; until: string | null }[] }>(
      listRoles,
      { organizationId: setting.organization.id, ended: 'with' },
      await setting.as('secretariat'),
    );
    expect(people.items.find(({ personId }) => personId === person.id)).toMatchObject({
      name: await nameOf(person),
      until: expect.any(String),
    });
    const operator = { token: await world.people.operator(), network: setting.network.code };
    expect((await world.edge.send(enablePerson, { id: person.id, reason: 'x' }, operator)).status).toBe(404);
    await eventually(async () => (await rowsOf('membership', 'select from account where person_id = $1', [person.id])).length === 0);
  }, 60_000);

  it('is done also while the provider is away, which closes later, and leaves the account of whom another network invites', async () => {
    const [person, other] = [await invited(), await openSetting(world)];
    const email = await formerly(person);
    const offer = { organizationId: other.organization.id, role: 'editor', email, language: 'es' };
    await world.edge.call(issueInvitation, offer, await other.as('secretariat'));
    await eventually(() => world.people.token(email).catch(() => null));
    await world.edge.call(askErasure, {}, person);
    await due(person);
    const identity = world.service('membership').get<Partial<IdentityDirectory>>(IDENTITY, { strict: false });
    identity.madeAt = identity.deleteAccount = (): Promise<never> => Promise.reject(new Error('away'));
    await jobs().run();
    const left = () => rowsOf('membership', 'select from erasure where person_id = $1 and closing is not null', [person.id]);
    expect([await nameOf(person), (await left()).length]).toEqual([expect.stringMatching(/^Persona /), 1]);
    delete identity.madeAt;
    delete identity.deleteAccount;
    await eventually(async () => (await left()).length === 0, 30_000);
    expect(await world.people.token(email)).toEqual(expect.any(String));
    await expect(world.people.token(person.email)).rejects.toThrow('404');
  }, 60_000);

  it('waits a week, in which it can be taken back; asked for again its day stays', async () => {
    const person = await enrolled();
    const asked = await world.edge.call<{ dueAt: string }>(askErasure, {}, person);
    expect(
      Math.round(
        (Date.parse(asked.dueAt) - Date.parse((await world.edge.call<Account>(getAccount, {}, person)).erasure?.askedAt ?? '')) /
          86_400_000,
      ),
    ).toBe(7);
    expect(await world.edge.call(askErasure, {}, person)).toEqual(asked);
    await jobs().run();
    expect(await nameOf(person)).toBe('editor');
    await due(person);
    await world.edge.call(withdrawErasure, {}, person);
    await jobs().run();
    expect(await nameOf(person)).toBe('editor');
    expect((await world.edge.send(withdrawErasure, {}, person)).body.code).toBe('erasure-not-asked');
  });

  it('is announced while there is an address, and done half an hour later at the earliest; until then it can be taken back', async () => {
    const person = await enrolled();
    await world.edge.call(askErasure, {}, person);
    await due(person, 'null');
    expect(await stageOf(person)).toBe('due');
    for (let turn = 0; turn < 2; turn++) await jobs().run();
    expect([await nameOf(person), await stageOf(person)]).toEqual(['editor', 'announced']);
    await messageTo(world.mailbox.url, person.email, /Se borran los datos/);
    expect(await facts(person, erasureAnnounced)).toHaveLength(1);
    await world.edge.call(withdrawErasure, {}, person);
    await world.edge.call(askErasure, {}, person);
    expect(await stageOf(person)).toBe('asked');
    await rowsOf('membership', `update erasure set due_at = now() - interval '1 second' where person_id = $1`, [person.id]);
    await jobs().run();
    expect(await nameOf(person)).toBe('editor'); // what was announced before was taken back
    await due(person);
    await jobs().run();
    expect(await nameOf(person)).toMatch(/^Persona /);
  });

  it('waits for a last mail that cannot leave yet, and for a day at most', async () => {
    const person = await enrolled();
    await world.edge.call(askErasure, {}, person);
    await due(person, 'null');
    await jobs().run();
    const mail = `select id from mail where rule = 'erasure-announced' and person_id = $1 and sent_at is not null`;
    const [sent] = await eventually(async () => {
      const rows = await rowsOf<{ id: string }>('notifications', mail, [person.id]);
      return rows.length > 0 && rows;
    });
    const wait = (said: string) => due(person, `now() - interval '${said}'`);
    await rowsOf('notifications', 'update mail set sent_at = null where id = $1', [sent?.id]);
    for (const said of ['29 minutes', '23 hours']) {
      await wait(said);
      await jobs().run();
      expect([said, await nameOf(person)]).toEqual([said, 'editor']);
    }
    await rowsOf('notifications', 'update mail set sent_at = now() where id = $1', [sent?.id]);
    await wait('29 minutes');
    await jobs().run();
    expect(await nameOf(person)).toBe('editor'); // time to read it
    await wait('31 minutes');
    await jobs().run();
    expect(await nameOf(person)).toMatch(/^Persona /);
  });

  it('is refused to a titular who can hand over, and waits for the handover of one who became it meanwhile', async () => {
    const organization = await world.people.openOrganization(setting.network);
    const titular = await world.people.enrol('titular', setting.network, organization);
    expect((await world.edge.send(askErasure, {}, titular)).body.code).toBe('erasure-titular');
    const suspended = await world.people.openOrganization(setting.network);
    const unable = await world.people.enrol('titular', setting.network, suspended);
    await rowsOf('membership', `update organization set status = 'suspended' where id = $1`, [suspended.id]);
    expect((await world.edge.send(askErasure, {}, unable)).status).toBe(200);
    const person = await enrolled();
    await world.edge.call(askErasure, {}, person);
    const where = [organization.id, titular.id];
    await rowsOf('membership', 'update role set person_id = $3 where organization_id = $1 and person_id = $2', [...where, person.id]);
    await due(person);
    for (let turn = 0; turn < 2; turn++) await jobs().run();
    expect(await nameOf(person)).toBe('editor');
    expect(await facts(person, erasureHeld)).toEqual([{ why: 'titular', organization: organization.id }]); // once
    expect(await stageOf(person)).toBe('held');
    await messageTo(world.mailbox.url, person.email, /espera a un relevo/);
    const { email } = await setting.as('secretariat');
    expect((await messageTo(world.mailbox.url, email, /Una persona espera un relevo/)).text).toContain('La persona titular de');
    const next = await world.people.openOrganization(setting.network);
    await rowsOf('membership', 'update role set organization_id = $2 where organization_id = $1 and person_id = $3', [
      organization.id,
      next.id,
      person.id,
    ]);
    for (let turn = 0; turn < 2; turn++) await jobs().run();
    expect((await facts(person, erasureHeld)).map((fact) => fact.organization)).toEqual([organization.id, next.id]);
    await rowsOf('membership', `update organization set status = 'suspended' where id = $1`, [next.id]);
    await jobs().run();
    expect([await nameOf(person), await stageOf(person)]).toEqual(['editor', 'announced']); // what was announced before it was held did not come
    await due(person);
    await jobs().run();
    expect(await nameOf(person)).toMatch(/^Persona /);
  });
});

describe('whoever applies for an organisation', () => {
  it('does so under the privacy notice in force, which its file and its history keep; under one of before nothing is kept', async () => {
    const alone = await openSetting(world);
    const lead = { ...(await alone.as('secretariat-lead')), version: 1 };
    await world.edge.call(publishStatement, { page: 'privacy', content: { original: 'es', es: 'Otro aviso (ficticio).' } }, lead);
    const here = { network: alone.network.code };
    const { status, body } = await world.edge.send(applyForMembership, { ...applyForMembership.example.input, notice: 1 }, here);
    expect([status, body.code]).toEqual([409, 'notice-not-in-force']);
    expect(await rowsOf('membership', 'select from application where network_id = $1', [alone.network.id])).toEqual([]);
    const { applicationId: id, followSecret: secret } = await confirmed(alone, { notice: 2 });
    expect(await world.edge.call(getApplication, { id }, lead)).toMatchObject({ notice: 2 });
    expect(await world.edge.call(followApplication, { secret }, here)).toMatchObject({ notice: 2 });
    const told = `select event -> 'data' -> 'notice' as notice from outbox where event ->> 'subject' = $1 and event ->> 'aggregateId' = $2`;
    expect(await rowsOf('membership', told, [applicationFiled.subject, id])).toEqual([{ notice: 2 }]);
    const { applicationId: fromAnOldPage } = await confirmed(alone, { notice: undefined });
    expect(await world.edge.call(getApplication, { id: fromAnOldPage }, lead)).toMatchObject({ notice: null });
  });
});
