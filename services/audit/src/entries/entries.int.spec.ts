import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEntries, type AuditEntry } from '@alianza/contracts/audit/entries';
import { applicationAccepted, applicationConfirmed, applicationFiled } from '@alianza/contracts/membership/applications';
import { accepted } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

interface Page {
  items: AuditEntry[];
  nextCursor: string | null;
}

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 90_000);
afterAll(() => world.close());

const list = async (input: object = {}, of = setting) => world.edge.call<Page>(listAuditEntries, { ...input }, await of.as('auditor'));
const subjects = ({ items }: Page) => items.map(({ subject }) => subject);

describe('entries of the audit', () => {
  it('tell what happened to one thing, by whom, the newest first', async () => {
    await accepted(setting);
    const page = await eventually(async () => {
      const found = await list({ limit: 100 });
      return subjects(found).includes(applicationAccepted.subject) && found;
    });
    const { aggregateId, actor, data } = page.items.find(({ subject }) => subject === applicationAccepted.subject)!;
    expect(data).toMatchObject({ status: 'accepted', organization: expect.stringContaining('Fundación Muestra') });
    expect(actor.personId).toBe((await asSecretariat(setting)).id);
    const ofOne = await list({ aggregateId });
    expect(subjects(ofOne)).toEqual([applicationAccepted, applicationConfirmed, applicationFiled].map(({ subject }) => subject));
    expect(ofOne.items.map(({ aggregateVersion }) => aggregateVersion)).toEqual([3, 2, 1]);
  });

  it('are paged without gap or repetition', async () => {
    const whole = await list({ limit: 100 });
    const paged: AuditEntry[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page: Page = await list({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    const known = paged.slice(-whole.items.length); // what arrived between the two stands before
    expect(known).toEqual(whole.items);
    expect(known.map(({ position }) => position)).toEqual(known.map((_entry, index) => known.length - index));
  });

  it.each(['bm8', Buffer.from('["x"]').toString('base64url'), Buffer.from('[1.5]').toString('base64url')])(
    'refuse the cursor %s',
    async (cursor) => {
      const { status, body } = await world.edge.send(listAuditEntries, { cursor }, await setting.as('auditor'));
      expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [expect.objectContaining({ pointer: '/cursor' })] });
    },
  );

  it('of another network are not shown', async () => {
    const other = await openSetting(world);
    const page = await eventually(async () => {
      const found = await list({ limit: 100 }, other);
      return found.items.length > 0 && found;
    });
    const ours = new Set((await list({ limit: 100 })).items.map(({ aggregateId }) => aggregateId));
    expect(page.items.filter(({ aggregateId }) => ours.has(aggregateId))).toEqual([]);
  });

  it('hold no mail address', async () => {
    expect(JSON.stringify(await list({ limit: 100 }))).not.toContain('@');
  });
});
