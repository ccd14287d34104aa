import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEntries } from '@alianza/contracts/audit/entries';
import { networkItself } from '@alianza/contracts/access';
import { getOwnHistory, type OwnHistory } from '@alianza/contracts/membership/directory/own-history';
import { editProfile, getProfile, type Profile } from '@alianza/contracts/membership/directory/profiles';
import { exportMembers, listDirectory, listMembers, type MemberRow } from '@alianza/contracts/membership/directory/members';
import {
  listOrganizations,
  organizationSuspended,
  organizationWithdrawn,
  reinstateOrganization,
  suspendOrganization,
  withdrawOrganization,
  type Member,
} from '@alianza/contracts/membership/organizations';
import { acceptInvitation, issueInvitation, type InvitationRow } from '@alianza/contracts/membership/invitations';
import { downloadLetter } from '@alianza/contracts/membership/representation/letters';
import { listRecipients } from '@alianza/contracts/membership/recipients';
import { listRoles, roleEnded, type OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import type { Operation } from '@alianza/contracts/operation';
import { operations } from '@alianza/contracts/registry';
import { draftPractice, listOwnPractices } from '@alianza/contracts/repository/practices';
import { addComment } from '@alianza/contracts/repository/review/comments';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { accepted, secretFor } from '@alianza/testing/builders/applications';
import { completeContent, submitted } from '@alianza/testing/builders/practices';
import { accreditedLetter, filedLetter } from '@alianza/testing/builders/representatives';
import { mightyDatabase } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const reason = 'Dos sesiones sin asistencia ni justificación.';
const lead = async (version: number) => ({ ...(await setting.as('secretariat-lead')), version });
const decide = async (operation: Operation, id: string, version: number) =>
  world.edge.send<Member & { code?: string }>(operation, { id, reason }, await lead(version));

/** An organisation with somebody who represents it. */
async function represented() {
  const organization = await world.people.openOrganization(setting.network);
  return { ...organization, titular: await world.people.enrol('titular', setting.network, organization) };
}
const draft = (titular: object) => world.edge.send(draftPractice, { content: completeContent() }, titular);

describe('a suspended organisation', () => {
  it('is read by its people, who no longer write in its name, until it is reinstated', async () => {
    const { id, titular } = await represented();
    expect((await draft(titular)).status).toBe(200);
    const suspended = await decide(suspendOrganization, id, 1);
    expect(suspended).toMatchObject({ status: 200, body: { status: 'suspended', version: 2, decided: { reason } } });
    const refused = await draft(titular);
    expect([refused.status, refused.body.code]).toEqual([403, 'organization-suspended']);
    expect((await world.edge.send(listOwnPractices, {}, titular)).status).toBe(200);
    expect((await decide(reinstateOrganization, id, 2)).body).toMatchObject({ status: 'active', version: 3 });
    expect((await draft(titular)).status).toBe(200);
  });

  it('stays in the public directory, which does not say it, and leaves it when it withdraws; its people then read no more', async () => {
    const { id, slug, titular } = await represented();
    const inDirectory = async () => {
      const { items } = await world.edge.call<{ items: { slug: string }[] }>(
        listOrganizations,
        { limit: 100 },
        { network: setting.network.code },
      );
      return items.find((item) => item.slug === slug);
    };
    await decide(suspendOrganization, id, 1);
    expect(await inDirectory()).toEqual(expect.not.objectContaining({ status: expect.anything() }));
    expect((await world.edge.send(listDirectory, {}, titular)).status).toBe(200);
    await decide(withdrawOrganization, id, 2);
    await eventually(async () => (await inDirectory()) === undefined);
    await eventually(async () => (await world.edge.send(listDirectory, {}, titular)).status === 403);
    expect((await draft(titular)).status).toBe(403);
  });

  it('is told so by mail with the reason, and the audit keeps who decided it', async () => {
    const { id, titular } = await represented();
    await decide(suspendOrganization, id, 1);
    const mail = await messageTo(world.mailbox.url, titular.email, /suspendió/);
    expect(mail.text).toContain(reason);
    const auditor = await setting.as('auditor');
    const entry = await eventually(async () => {
      const { items } = await world.edge.call<{ items: { subject: string }[] }>(listAuditEntries, { aggregateId: id }, auditor);
      return items.find(({ subject }) => subject === organizationSuspended.subject);
    });
    expect(entry).toMatchObject({ actor: { personId: (await setting.as('secretariat-lead')).id } });
  });

  it('is known to the repository as what it is', async () => {
    const { id } = await represented();
    await decide(suspendOrganization, id, 1);
    await decide(withdrawOrganization, id, 2);
    await eventually(async () => {
      const [copy] = await rowsOf<{ status: string }>('repository', 'select status from organization_copy where id = $1', [id]);
      return copy?.status === 'withdrawn';
    });
  });
});

describe('the people of a suspended organisation', () => {
  it('take what they may read, though it is asked for by POST', async () => {
    const { id, titular } = await represented();
    const letter = await accreditedLetter(setting, titular);
    const lead = await world.people.enrol('secretariat-lead', setting.network, { id, slug: '' });
    await decide(suspendOrganization, id, 1);
    expect((await world.edge.send(downloadLetter, { id: letter.id }, titular)).status).toBe(200);
    expect((await world.edge.send(exportMembers, exportMembers.example.input, lead)).status).toBe(200);
    const reading = operations.filter(({ reads, access }) => reads && typeof access === 'object');
    expect(reading.length).toBeGreaterThan(7);
    for (const operation of reading) {
      const { status } = await world.edge.send(operation, operation.example.input, lead);
      expect([operation.id, status === 403]).toEqual([operation.id, false]);
    }
  });

  it('stay what they are in the network itself, and write nothing in its name', async () => {
    const { id, titular } = await represented();
    const reviewer = await world.people.enrol('reviewer', setting.network);
    await rowsOf('membership', 'update role set person_id = $2 where person_id = $1 returning id', [reviewer.id, titular.id]);
    const { id: practice, version } = await submitted(setting);
    await decide(suspendOrganization, id, 1);
    const both = { token: titular.token, network: titular.network };
    for (const as of [{ ...both, actingFor: id }, { ...both, actingFor: networkItself }, both]) {
      const { status, body } = await world.edge.send(draftPractice, { content: completeContent() }, as);
      const { actingFor = null } = as as { actingFor?: string };
      const refusals: Readonly<Record<string, string>> = { [id]: 'organization-suspended', [networkItself]: 'forbidden' };
      expect([status, body.code]).toEqual(actingFor === null ? [422, 'acting-for-required'] : [403, refusals[actingFor]]);
    }
    const comment = { id: practice, field: 'results', text: '¿De qué año es esta cifra?' };
    expect((await world.edge.send(addComment, comment, { ...both, actingFor: id, version })).status).toBe(200);
  });
});

describe('a person of two organisations', () => {
  it('keeps the one when the other is suspended and when it leaves, chosen by name and, once it is the only one, by itself', async () => {
    const [left, kept] = [await represented(), await represented()];
    await rowsOf('membership', 'update role set person_id = $2 where person_id = $1 returning id', [kept.titular.id, left.titular.id]);
    const { token, network } = left.titular;
    const asked = async (operation: Operation, actingFor?: string) => {
      const input = operation === draftPractice ? { content: completeContent() } : {};
      const { status, body } = await world.edge.send(operation, input, { token, network, actingFor });
      return status === 200 ? status : [status, body.code];
    };
    const writes = async () => [await asked(draftPractice, left.id), await asked(draftPractice, kept.id), await asked(draftPractice)];
    const undecided = [422, 'acting-for-required'];
    expect(await writes()).toEqual([200, 200, undecided]);
    await decide(suspendOrganization, left.id, 1);
    expect(await writes()).toEqual([[403, 'organization-suspended'], 200, undecided]);
    expect([await asked(listOwnPractices, left.id), await asked(listOwnPractices, kept.id)]).toEqual([200, 200]);
    await decide(withdrawOrganization, left.id, 2);
    expect(await writes()).toEqual([undecided, 200, 200]);
    await eventually(async () => (await asked(listOwnPractices, left.id)) !== 200);
    expect([await asked(listOwnPractices, kept.id), await asked(listOwnPractices)]).toEqual([200, 200]);
  });
});

describe('its own history', () => {
  const historyOf = async (titular: object) => {
    const { facts, ...rest } = await world.edge.call<OwnHistory>(getOwnHistory, {}, titular);
    return { ...rest, facts, told: facts.map(({ what, reason: why, by, own }) => [what, why, by, own]) };
  };

  /** As many changes of data as nobody wants to make in a test. */
  const edits = (id: string, count: number) =>
    rowsOf(
      'membership',
      `insert into organization_fact (id, network_id, organization_id, at, what, own, changes)
        select gen_random_uuid(), network_id, id, now() + n * interval '1 ms', 'edited', true, '[]' from organization, generate_series(1, $2) n where id = $1 returning id`,
      [id, count],
    );

  it('is read by its people, also while it is suspended, with every reason and none of the names of who decided', async () => {
    const { id, titular } = await represented();
    const { version } = await world.edge.call<Profile>(getProfile, {}, titular);
    await world.edge.call(editProfile, editProfile.example.input, { ...titular, version });
    await decide(suspendOrganization, id, version + 1);
    const { told, categories } = await historyOf(titular);
    expect(told).toEqual([
      ['suspended', reason, null, false],
      ['edited', null, 'titular', true],
      ['registered', null, null, false],
    ]);
    expect(categories).toEqual([{ category: 'member', since: null, until: null, reference: null, referenceDate: null }]);
    await edits(id, 101);
    expect((await historyOf(titular)).told.filter(([what]) => what !== 'edited')).toEqual([told[0], told[2]]);
    const other = await represented();
    expect((await historyOf(other.titular)).told).toEqual([['registered', null, null, false]]);
    await decide(withdrawOrganization, id, version + 2);
    await eventually(async () => (await world.edge.send(getOwnHistory, {}, titular)).status === 403);
  });

  it('begins where it came in from the map of actors: what was noted of it there stays with who noted it', async () => {
    const name = `Casa del mapa ${randomUUID().slice(0, 8)} (ficticia)`;
    const actor = { name: { original: 'es', es: name }, kind: 'actor', category: null };
    const organization = await world.people.openOrganization(setting.network, actor);
    await accepted(setting, { organization: name });
    const history = await historyOf(await world.people.enrol('titular', setting.network, organization));
    expect(history.told).toEqual([['admitted', null, null, false]]);
    expect(history.categories).toMatchObject([{ category: 'member', since: expect.any(String), until: null }]);
  });
});

describe('an organisation that left and comes back', () => {
  it('begins with whoever is invited then, and stands in the directory no more than it wanted to', async () => {
    const name = `Casa que vuelve ${randomUUID().slice(0, 8)} (ficticia)`;
    const organization = await world.people.openOrganization(setting.network, { name: { original: 'es', es: name } });
    const enrol = (role: 'titular' | 'suplente' | 'editor') => world.people.enrol(role, setting.network, organization);
    const [titular, suplente, second, editor] = [
      await enrol('titular'),
      await enrol('suplente'),
      await enrol('suplente'),
      await enrol('editor'),
    ];
    await accreditedLetter(setting, titular);
    await filedLetter(setting, suplente);
    const email = `invitada-${randomUUID().slice(0, 8)}@example.org`;
    const offer = await world.edge.call<InvitationRow>(issueInvitation, { role: 'editor', email, language: 'es' }, titular);
    const secret = await secretFor(setting, 'accept-invitation', offer.id);
    await rowsOf('membership', 'update organization set listed = false where id = $1 returning id', [organization.id]);
    expect((await decide(withdrawOrganization, organization.id, 1)).status).toBe(200);
    for (const { email: to } of [titular, suplente, second, editor])
      expect((await messageTo(world.mailbox.url, to, /ya no forma parte/)).text).toContain(reason);
    const held = () =>
      rowsOf<{ role: string; ended: boolean }>(
        'membership',
        'select role, until is not null as ended from role where organization_id = $1 order by since, id',
        [organization.id],
      );
    expect((await held()).map(({ ended }) => ended)).toEqual([true, true, true, true]);
    const letters = await rowsOf('membership', `select status from letter where organization_id = $1`, [organization.id]);
    expect(letters).toEqual([{ status: 'closed' }, { status: 'closed' }]);
    const known = await world.edge.call<OrganizationPeople>(
      listRoles,
      { organizationId: organization.id, ended: 'with' },
      await setting.as('secretariat'),
    );
    expect(known.items.map((item) => item.reason)).toEqual([reason, reason, reason, reason]);
    expect(known.invitations).toEqual([]);

    // as one that left before its people's roles ended with it
    await rowsOf('membership', 'update role set until = null where person_id = any($1) returning id', [[titular.id, editor.id]]);
    const { invitationSecret } = await accepted(setting, { organization: name });
    for (const person of [titular, suplente, editor]) expect((await draft(person)).status).toBe(403);
    const newcomer = await world.people.stranger();
    const accept = (by: string) =>
      world.edge.send(
        acceptInvitation,
        { secret: by, name: 'Nueva titular', language: 'es' },
        { network: setting.network.code, token: newcomer.token },
      );
    expect((await accept(secret)).status).toBe(409);
    expect((await accept(invitationSecret)).status).toBe(200);
    expect((await draft({ network: setting.network.code, token: newcomer.token })).status).toBe(200);
    expect((await held()).map(({ role, ended }) => [role, ended]).at(-1)).toEqual(['titular', false]);
    const shown = await rowsOf('membership', 'select from published_organization where id = $1', [organization.id]);
    expect(shown).toEqual([]);
    const titulars = await rowsOf(
      'membership',
      `select event from outbox where event ->> 'subject' = $1 and event -> 'data' ->> 'organizationId' = $2 and (event -> 'data' ->> 'left')::boolean`,
      [roleEnded.subject, organization.id],
    );
    expect(titulars).toHaveLength(6);
  }, 30_000);
});

describe('an organisation that leaves', () => {
  it('leaves nobody behind who comes in at the same moment', async () => {
    const { id, titular } = await represented();
    const offers = await Promise.all(
      [1, 2, 3].map(async () => {
        const email = `invitada-${randomUUID().slice(0, 8)}@example.org`;
        const offer = await world.edge.call<InvitationRow>(issueInvitation, { role: 'editor', email, language: 'es' }, titular);
        return { secret: await secretFor(setting, 'accept-invitation', offer.id), token: (await world.people.stranger()).token };
      }),
    );
    const accepting = offers.map(({ secret, token }) =>
      world.edge.send(acceptInvitation, { secret, name: 'Editora', language: 'es' }, { network: setting.network.code, token }),
    );
    const [withdrawn, ...answers] = await Promise.all([decide(withdrawOrganization, id, 1), ...accepting]);
    expect(withdrawn.status).toBe(200);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(await rowsOf('membership', 'select role from role where organization_id = $1 and until is null', [id])).toEqual([]);
  });
});

describe('who leaves', () => {
  it('hears of it though others have come in its name meanwhile, and they do not', async () => {
    const { id, titular } = await represented();
    await decide(withdrawOrganization, id, 1);
    const fact = `select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from outbox
      where event ->> 'subject' = $1 and event ->> 'aggregateId' = $2`;
    const [happened] = await rowsOf<{ at: string }>('membership', fact, [organizationWithdrawn.subject, id]);
    await rowsOf('membership', `update organization set status = 'active' where id = $1`, [id]);
    await world.people.enrol('titular', setting.network, { id, slug: '' });
    const audience = { to: 'everybody' as const, id, at: happened?.at };
    const asking = world.service('notifications').get(OperationsClient, { strict: false });
    const { items } = await asking.ask(listRecipients, { audience }, setting.network.id);
    expect(items.map(({ email }) => email)).toEqual([titular.email]);
  });

  it('keeps nobody from leading the network while it waits for who changes its people', async () => {
    const { id } = await represented();
    const client = new pg.Client(await mightyDatabase('membership'));
    await client.connect();
    await client.query('begin');
    const named = (...name: string[]) => [JSON.stringify(name)];
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', named('representatives', setting.network.id, id));
    const leaving = decide(withdrawOrganization, id, 1);
    const waiting = `select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    await eventually(async () => (await rowsOf('membership', waiting)).length > 0);
    const free = 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free';
    const { rows } = await client.query(free, named('secretariat', setting.network.id));
    await client.query('commit');
    await client.end();
    expect([rows, (await leaving).status]).toEqual([[{ free: true }], 200]);
  });
});

describe('a decision about a member', () => {
  it('is refused from any other state, about one’s own organisation, and about one that is not here', async () => {
    const { id } = await represented();
    const codeOf = async (operation: Operation, of: string, version: number) => {
      const { status, body } = await decide(operation, of, version);
      return [status, body.code];
    };
    expect(await codeOf(reinstateOrganization, id, 1)).toEqual([409, 'organization-status-fixed']);
    await decide(withdrawOrganization, id, 1);
    expect(await codeOf(suspendOrganization, id, 2)).toEqual([409, 'organization-status-fixed']);
    expect(await codeOf(suspendOrganization, setting.secretariat.id, 1)).toEqual([409, 'organization-is-own']);
    const elsewhere = await openSetting(world);
    expect(await codeOf(suspendOrganization, elsewhere.organization.id, 1)).toEqual([404, 'organization-not-found']);
  });

  it('finds its member in a list by name that says what the directory does not', async () => {
    const { id, slug } = await represented();
    await decide(suspendOrganization, id, 1);
    const as = await setting.as('secretariat');
    const list = (input: Readonly<Record<string, unknown>>) =>
      world.edge.call<{ items: MemberRow[]; total: number; nextCursor: string | null }>(listMembers, input, as);
    const { items, total } = await list({ status: ['suspended'] });
    expect(items.map((item) => item.status)).toEqual(items.map(() => 'suspended'));
    expect(items).toContainEqual(expect.objectContaining({ id, slug, version: 2, decided: { at: expect.any(String), reason } }));
    const all: MemberRow[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(new Set(all.map((item) => item.id)).size).toBe((await list({})).total);
    expect(total).toBeLessThan(all.length);
  });
});
