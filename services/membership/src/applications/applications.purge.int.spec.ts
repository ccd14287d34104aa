import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptApplication } from '@alianza/contracts/membership/applications';
import { shiftClocks } from '@alianza/platform/clock';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { applied, confirmed, secretFor } from '@alianza/testing/builders/applications';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { upload } from '@alianza/testing/builders/uploads';
import { openWorld, type World } from '@alianza/testing/world';
import { ApplicationsPurge } from './applications.purge.js';

const day = 24 * 60 * 60 * 1000;
let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterEach(() => shiftClocks(0));
afterAll(() => world.close());

async function purgeAfter(days: number): Promise<void> {
  shiftClocks(days * day);
  await world.service('membership').get(ApplicationsPurge, { strict: false }).purge();
  shiftClocks(0);
}

const kept = async (id: string) => (await rowsOf('membership', 'select from application where id = $1', [id])).length === 1;

describe('applications that lead to nothing', () => {
  it('are forgotten with letter and links a week after filing when nobody confirms them', async () => {
    const letterUploadId = await upload(world, setting.network.code);
    const id = await applied(setting, { letterText: undefined, letterUploadId });
    await secretFor(setting, 'confirm-application', id);
    const [letter] = await rowsOf<{ id: string; key: string }>(
      'membership',
      'select f.id, f.key from file f join application a on a.letter_file_id = f.id where a.id = $1',
      [id],
    );
    await purgeAfter(6);
    expect(await kept(id)).toBe(true);
    await purgeAfter(8);
    expect(await kept(id)).toBe(false);
    expect(await rowsOf('membership', 'select from link where subject_id = $1', [id])).toEqual([]);
    expect(await rowsOf('membership', 'select from file where id = $1', [letter?.id])).toEqual([]);
    const store = world.service('membership').get<FileStore>(FILES, { strict: false });
    expect(await store.read(letter?.key ?? 'membership/none')).toBeNull();
  });

  it('are forgotten a year after their last change; accepted ones stay', async () => {
    const [{ applicationId: undecided }, { applicationId: id }] = [await confirmed(setting), await confirmed(setting)];
    await world.edge.call(acceptApplication, { id, category: 'member' }, { ...(await asSecretariat(setting)), version: 2 });
    await purgeAfter(300);
    expect(await kept(undecided)).toBe(true);
    await purgeAfter(370);
    expect([await kept(undecided), await kept(id)]).toEqual([false, true]);
  });
});
