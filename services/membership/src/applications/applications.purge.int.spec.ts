import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptApplication, declineApplication } from '@alianza/contracts/membership/applications';
import { listNotices, type Notice } from '@alianza/contracts/notifications/notices';
import { shiftClocks } from '@alianza/platform/clock';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { applied, asked, confirmed, secretFor } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { upload } from '@alianza/testing/builders/files/uploads';
import { openWorld, type World } from '@alianza/testing/world';
import { ApplicationWarnings } from './days/application-warnings.js';
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

async function warnAfter(days: number): Promise<void> {
  shiftClocks(days * day);
  await world.service('membership').get(ApplicationWarnings, { strict: false }).warn();
  shiftClocks(0);
}

describe('an application that nobody decides', () => {
  it('is told of a month before it is forgotten, once, to whoever decides, and one that is decided is not', async () => {
    const [{ applicationId: id }, { applicationId: declined }] = [await confirmed(setting), await confirmed(setting)];
    const { applicationId: waiting } = await asked(setting);
    const secretariat = await asSecretariat(setting);
    await world.edge.call(declineApplication, { id: declined, reason: 'No trabaja en cuidados.' }, { ...secretariat, version: 2 });
    const about = async (application: string) => {
      const { items } = await world.edge.call<{ items: Notice[] }>(listNotices, {}, secretariat);
      return items.filter(({ path }) => path?.endsWith(application));
    };
    const told = () =>
      rowsOf<{ id: string }>(
        'membership',
        `select event->>'aggregateId' as id from outbox where event->>'subject' = 'ev.membership.application.expiring.v1' order by 1`,
      );
    await warnAfter(334);
    expect(await told()).toEqual([]);
    await warnAfter(336);
    await warnAfter(337);
    expect(await told()).toEqual([id, waiting].sort().map((each) => ({ id: each })));
    const notice = await eventually(async () => {
      const notices = await about(id);
      return notices.find(({ title }) => title === 'Solicitud sin resolver');
    });
    expect(notice).toMatchObject({ kind: 'task', read: false, path: `/secretaria/solicitudes?abierta=${id}` });
    expect(notice.text).toMatch(/se borra el \d{1,2} de \w+ de \d{4}/);
    const { text } = await messageTo(world.mailbox.url, 'contacto@fundacion-muestra.example.org', /^Falta una respuesta/);
    expect(text).toMatch(/se borra el \d{1,2} de \w+ de \d{4}/);
    // Whoever has it open beside the warning may still decide.
    expect(await rowsOf('membership', 'select version from application where id = $1', [id])).toEqual([{ version: 2 }]);
    await purgeAfter(370);
    expect(await eventually(async () => (await about(id)).every(({ read }) => read))).toBe(true);
  });
});

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
    const { applicationId: declined } = await confirmed(setting);
    const reason = 'No trabaja en cuidados.';
    await world.edge.call(declineApplication, { id: declined, reason }, { ...(await asSecretariat(setting)), version: 2 });
    await world.edge.call(
      acceptApplication,
      { id, category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' },
      { ...(await asSecretariat(setting)), version: 2 },
    );
    const addresses = (of: string) =>
      rowsOf('membership', `select from application where id = $1 and email <> '' and email_key <> ''`, [of]);
    await purgeAfter(29);
    expect(await addresses(id)).toHaveLength(1);
    await purgeAfter(300);
    expect([await addresses(id), (await addresses(undecided)).length]).toEqual([[], 1]);
    expect(await kept(undecided)).toBe(true);
    const named = async (of: string) =>
      (await rowsOf('audit', `select from free_text f join entry e using (network_id, position) where e.aggregate_id = $1`, [of])).length;
    await eventually(async () => (await Promise.all([undecided, id, declined].map(named))).every((count) => count > 1));
    await purgeAfter(370);
    expect([await kept(undecided), await kept(declined), await kept(id)]).toEqual([false, false, true]);
    await eventually(async () => (await named(undecided)) + (await named(declined)) === 0);
    expect(await named(id)).toBeGreaterThan(1);
  });
});
