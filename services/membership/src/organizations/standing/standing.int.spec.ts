import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEntries } from '@alianza/contracts/audit/entries';
import { listDirectory, listMembers, type MemberRow } from '@alianza/contracts/membership/directory/members';
import {
  listOrganizations,
  organizationSuspended,
  reinstateOrganization,
  suspendOrganization,
  withdrawOrganization,
  type Member,
} from '@alianza/contracts/membership/organizations';
import type { Operation } from '@alianza/contracts/operation';
import { draftPractice, listOwnPractices } from '@alianza/contracts/repository/practices';
import { completeContent } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

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
