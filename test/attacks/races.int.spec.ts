import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assignApplication } from '@alianza/contracts/membership/application-desk';
import { acceptApplication, answerClarification, declineApplication } from '@alianza/contracts/membership/applications';
import { listMemberImportRows, type MemberImportRow } from '@alianza/contracts/membership/imports/members';
import { editMe, getMe } from '@alianza/contracts/membership/people';
import { editPractice, submitPractice } from '@alianza/contracts/repository/practices';
import { publishPractice, requestChanges } from '@alianza/contracts/repository/reviews';
import { asked, confirmed } from '@alianza/testing/builders/applications';
import { csvOf } from '@alianza/testing/builders/imports';
import { appliedMemberImport, checkedMemberImport } from '@alianza/testing/builders/member-imports';
import { completeContent, drafted, submitted } from '@alianza/testing/builders/practices';
import { mightyDatabase } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
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

const crowd = 8;
type Answers = readonly { status: number; body: Record<string, unknown> }[];
/** One is served; all others hear that they came too late, and nothing breaks. */
function expectOne(answers: Answers): void {
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => ![200, 404, 409, 412].includes(status))).toEqual([]);
}
const at = <T>(work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: crowd }, (_none, index) => work(index)));
const factsOf = async (service: 'membership' | 'repository', id: string, verb: string) => {
  const query = `select count(*)::int as n from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' like '%.' || $2 || '.v1'`;
  return (await rowsOf<{ n: number }>(service, query, [id, verb]))[0]?.n;
};

describe('at once, each with a key of their own', () => {
  it('two reviewers publish one practice: it is published once, under one address', async () => {
    const { id, version } = await submitted(setting);
    const reviewers = [await setting.as('reviewer'), await setting.as('secretariat')];
    expectOne(await at((index) => world.edge.send(publishPractice, { id }, { ...reviewers[index % 2], version })));
    expect(await factsOf('repository', id, 'published')).toBe(1);
    expect(await rowsOf('repository', 'select slug from published_practice where practice_id = $1', [id])).toHaveLength(1);
  });

  it('one publishes and one asks for changes: one of both happens', async () => {
    const { id, version } = await submitted(setting);
    const reviewer = { ...(await setting.as('reviewer')), version };
    const changes = { id, comments: [{ field: 'results', text: '¿De qué año?' }] };
    expectOne(
      await at((index) =>
        index % 2 ? world.edge.send(publishPractice, { id }, reviewer) : world.edge.send(requestChanges, changes, reviewer),
      ),
    );
    const happened = [await factsOf('repository', id, 'published'), await factsOf('repository', id, 'changes-requested')];
    expect(happened.toSorted()).toEqual([0, 1]);
  });

  it('one hands a draft in while another writes it: what was handed in is what one of both wrote last', async () => {
    const { id, version } = await drafted(setting);
    const titular: Person = await setting.as('titular');
    const content = completeContent({ place: 'Escrito a la vez' });
    expectOne(
      await at((index) =>
        index % 2
          ? world.edge.send(submitPractice, { id, terms: 1 }, { ...titular, version })
          : world.edge.send(editPractice, { id, content }, { ...titular, version }),
      ),
    );
  });

  it('two decide on one application: one organisation, one invitation, or a refusal', async () => {
    const { applicationId: id } = await confirmed(setting);
    const [row] = await rowsOf<{ version: number }>('membership', 'select version from application where id = $1', [id]);
    const deciders = [await setting.as('secretariat'), await setting.as('secretariat-lead')];
    const count = async () => {
      const query = `select (select count(*) from organization where network_id = $1)::int as organizations, (select count(*) from invitation where network_id = $1)::int as invitations`;
      const [counted] = await rowsOf<{ organizations: number; invitations: number }>('membership', query, [setting.network.id]);
      return counted ?? { organizations: 0, invitations: 0 };
    };
    const before = await count();
    expectOne(
      await at((index) => {
        const decider = { ...deciders[index % 2], version: row?.version };
        return index % 3 === 2
          ? world.edge.send(declineApplication, { id, reason: 'A la vez.' }, decider)
          : world.edge.send(acceptApplication, { id, category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' }, decider);
      }),
    );
    const [accepted = 0, declined = 0] = [await factsOf('membership', id, 'accepted'), await factsOf('membership', id, 'declined')];
    expect(accepted + declined).toBe(1);
    expect(await count()).toEqual({ organizations: before.organizations + accepted, invitations: before.invitations + accepted });
  });

  it('somebody is given an application while their role ends: it is not theirs', async () => {
    const { applicationId: id } = await confirmed(setting);
    const [leaving, lead] = [await world.people.enrol('secretariat', setting.network), await setting.as('secretariat-lead')];
    const client = new pg.Client(await mightyDatabase('membership'));
    await client.connect();
    try {
      await client.query('begin');
      const roles = JSON.stringify(['roles', setting.network.id, leaving.id]);
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [roles]);
      await client.query('update role set until = now() where person_id = $1', [leaving.id]);
      const giving = world.edge.send(assignApplication, { id, personId: leaving.id }, { ...lead, version: 2 });
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const waiting = 'select from pg_stat_activity where pg_blocking_pids(pid) @> array[$1::int]';
      await eventually(async () => (await rowsOf('membership', waiting, [rows[0]?.pid])).length > 0);
      await client.query('commit');
      const { status, body } = await giving;
      expect([status, body.code]).toEqual([404, 'application-owner-not-found']);
    } finally {
      await client.end();
    }
  });

  it('a member is changed while a sheet is to change it and invite into it: nobody waits in a ring, the row is skipped and invites nobody', async () => {
    const name = `Red ${randomUUID()} (ficticia)`;
    const { id } = await world.people.openOrganization(setting.network, { name: { original: 'es', es: name } });
    const lines = [
      ['Nombre', 'País', 'Correo de quien será titular'],
      [name, 'Uruguay', `titular-${id}@example.org`],
    ];
    const sheet = await checkedMemberImport(setting, { bytes: csvOf(lines) });
    expect(sheet.counts).toMatchObject({ change: 1, invited: 1 });
    const client = new pg.Client(await mightyDatabase('membership'));
    await client.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        JSON.stringify(['representatives', setting.network.id, id]),
      ]);
      const applying = appliedMemberImport(setting, sheet);
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const waiting = 'select from pg_stat_activity where pg_blocking_pids(pid) @> array[$1::int]';
      await eventually(async () => (await rowsOf('membership', waiting, [rows[0]?.pid])).length > 0, 15_000);
      await client.query('update organization set version = version + 1 where id = $1', [id]);
      await client.query('commit');
      expect((await applying).result).toEqual({ created: 0, changed: 0, same: 0, skipped: 1, failed: 0 });
    } finally {
      await client.end();
    }
    const { items } = await world.edge.call<{ items: MemberImportRow[] }>(
      listMemberImportRows,
      { id: sheet.id },
      await asSecretariat(setting),
    );
    expect(items).toMatchObject([{ done: 'skipped', problems: [] }]);
    expect(await rowsOf('membership', 'select from invitation where organization_id = $1', [id])).toEqual([]);
  }, 60_000);

  it('an applicant answers in many windows: one answer is kept', async () => {
    const { applicationId: id, followSecret: secret } = await asked(setting);
    expectOne(
      await at((index) =>
        world.edge.send(answerClarification, { secret, text: `Respuesta ${String(index)}.` }, { network: setting.network.code }),
      ),
    );
    expect(await factsOf('membership', id, 'answered')).toBe(1);
  });

  it('a person changes what they prefer from many devices: one change is kept', async () => {
    const editor = await setting.as('editor');
    const { version } = await world.edge.call<{ version: number }>(getMe, {}, { token: editor.token });
    expectOne(await at(() => world.edge.send(editMe, { language: 'en' }, { token: editor.token, version })));
  });
});
