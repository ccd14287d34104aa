import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getPractice,
  listOwnPractices,
  readPractice,
  submitPractice,
  type EditablePractice,
  type PracticeRow,
  type PublishedPractice,
} from '@alianza/contracts/repository/practices';
import { confirmPractice, listVerifications, verifyPractice } from '@alianza/contracts/repository/publication/verifications';
import { beginVersion } from '@alianza/contracts/repository/publication/versions';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { shiftClocks } from '@alianza/platform/clock';
import { published } from '@alianza/testing/builders/practices';
import { networkPractice } from '@alianza/testing/builders/replications';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { VerificationReminders } from './verification-reminders.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterEach(() => shiftClocks(0));
afterAll(() => world.close());

/** As if nobody had looked at it for two years and a day. */
const age = (id: string) =>
  rowsOf('repository', `update practice set verify_by = now() - interval '1 day' where id = $1 returning id`, [id]);
const told = (id: string) =>
  rowsOf<{ data: object }>(
    'repository',
    `select event -> 'data' as data from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' like '%.recheck-due.%'`,
    [id],
  );
/** What the schedule does every morning. */
const morning = () => world.service('repository').get(VerificationReminders, { strict: false }).remind();
const due = async (which?: 'all') =>
  world.edge.call<{ items: (PracticeRow & { dueAt: string; confirmation: { at: string; note: string } | null })[]; total: number }>(
    listVerifications,
    { which },
    await asSecretariat(setting),
  );

describe('a verification', () => {
  it('is due after two years, told once, and done by the secretariat for all to see', async () => {
    const [old, recent] = [await published(setting), await published(setting)];
    expect(await due()).toMatchObject({ items: [], total: 0 });
    expect((await due('all')).items.map(({ id }) => id)).toEqual([old.id, recent.id]);
    const alone = await world.edge.call<{ items: PracticeRow[]; total: number }>(
      listVerifications,
      { which: 'all', id: recent.id },
      await asSecretariat(setting),
    );
    expect(alone).toMatchObject({ items: [{ id: recent.id }], total: 1 }); // where a link leads, on whichever page of the list it is
    await age(old.id);
    expect(await due()).toMatchObject({ items: [{ id: old.id, title: old.content.title.es }], total: 1 });

    await morning();
    const [first] = await eventually(async () => {
      const rows = await told(old.id);
      return rows.length > 0 && rows;
    });
    expect(first?.data).toMatchObject({ status: 'published', title: old.content.title });
    await morning();
    expect([(await told(old.id)).length, (await told(recent.id)).length]).toEqual([1, 0]);

    await world.edge.call(verifyPractice, { id: old.id }, await asSecretariat(setting));
    expect((await due()).total).toBe(0);
    const page = await world.edge.call<PublishedPractice>(getPractice, { slug: old.slug }, { network: setting.network.code });
    expect(new Date(page.verifiedAt ?? 0).getTime()).toBeGreaterThan(new Date(page.publishedAt).getTime());
  }, 30_000);

  it('is told to its organisation, which answers for all to read whose word it is', async () => {
    const { id, slug } = await published(setting);
    const editor = await setting.as('editor');
    const waits = async () =>
      (await world.edge.call<{ items: PracticeRow[] }>(listOwnPractices, { due: 'true' }, editor)).items.map((row) => row.id);
    expect(await waits()).not.toContain(id);
    shiftClocks(731 * 24 * 60 * 60 * 1000);
    expect(await waits()).toContain(id);
    shiftClocks(0);
    await age(id);
    expect(await waits()).toContain(id);
    const other = await world.people.enrol('titular', setting.network, await world.people.openOrganization(setting.network));
    expect((await world.edge.send(confirmPractice, { id }, other)).status).toBe(404);
    expect((await world.edge.send(confirmPractice, { id }, await setting.as('external-reviewer'))).status).toBe(403);
    const { id: ofNetwork } = await networkPractice(setting);
    await age(ofNetwork);
    expect((await world.edge.send(confirmPractice, { id: ofNetwork }, await asSecretariat(setting))).status).toBe(404);

    await world.edge.call(confirmPractice, { id, note: 'Ahora son dos turnos.' }, editor);
    expect(await waits()).not.toContain(id);
    const again = await world.edge.send(confirmPractice, { id }, editor);
    expect([again.status, again.body.code]).toEqual([409, 'practice-not-due']);
    expect((await due()).items.map((row) => row.id)).not.toContain(id);
    const listed = (await due('all')).items.find((row) => row.id === id);
    expect(listed?.confirmation).toEqual({ at: expect.any(String), note: 'Ahora son dos turnos.' });
    const page = await eventually(async () => {
      const read = await world.edge.call<PublishedPractice>(getPractice, { slug }, { network: setting.network.code });
      return read.confirmedAt !== null && read; // kept by the gateway until it hears of it
    });
    expect([page.verifiedAt, page.confirmedAt]).toEqual([page.publishedAt, listed?.confirmation?.at]);

    const as = async (name: 'titular' | 'reviewer', version: number) => ({ ...(await setting.as(name)), version });
    const { version } = await world.edge.call<EditablePractice>(readPractice, { id }, editor);
    const begun = await world.edge.call<EditablePractice>(beginVersion, { id }, await as('titular', version));
    const handed = await world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, await as('titular', begun.version));
    await world.edge.call(publishPractice, { id }, await as('reviewer', handed.version));
    const anew = (await due('all')).items.find((row) => row.id === id);
    expect(anew).toMatchObject({ confirmation: null }); // it was of the version before
  }, 30_000);
});
