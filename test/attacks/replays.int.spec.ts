import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  confirmApplication,
  followApplication,
  getApplicationLetter,
  withdrawApplication,
} from '@alianza/contracts/membership/applications';
import { acceptInvitation, describeInvitation } from '@alianza/contracts/membership/invitations';
import { shiftClocks } from '@alianza/platform/clock';
import { accepted, applied, confirmed, secretFor } from '@alianza/testing/builders/applications';
import { upload } from '@alianza/testing/builders/files/uploads';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { unwritten } from './unwritten.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());
afterEach(() => shiftClocks(0));

const day = 24 * 60 * 60_000;
const here = () => ({ network: setting.network.code });
const times = <T>(count: number, work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, work));
const wins = (statuses: readonly number[]) => statuses.filter((status) => status === 200).length;

describe('a private link', () => {
  it('of ten who confirm with it at once serves one', async () => {
    const applicationId = await applied(setting);
    const secret = await secretFor(setting, 'confirm-application', applicationId);
    const answers = await times(10, () => world.edge.send(confirmApplication, { secret }, here()));
    expect(wins(answers.map(({ status }) => status))).toBe(1);
    expect(answers.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 9 }, () => [404, 'link-not-valid']),
    );
    const kept = await rowsOf(
      'membership',
      `select 1 from link where subject_id = $1 and purpose = 'follow-application' and key = 'confirmed'`,
      [applicationId],
    );
    expect(kept.length).toBeLessThanOrEqual(1);
  });

  it('opens nothing again once it was used, replaced or is for something else', async () => {
    const applicationId = await applied(setting);
    const first = await secretFor(setting, 'confirm-application', applicationId);
    const { followSecret } = await world.edge.call<{ followSecret: string }>(confirmApplication, { secret: first }, here());
    const { invitationSecret } = await accepted(setting);
    await unwritten('membership', async () => {
      const tries = [
        [confirmApplication, first],
        [confirmApplication, followSecret],
        [followApplication, first],
        [followApplication, invitationSecret],
        [withdrawApplication, invitationSecret],
        [describeInvitation, followSecret],
        [followApplication, followSecret.toLowerCase()],
        [followApplication, `${followSecret.slice(0, -1)}${followSecret.endsWith('A') ? 'E' : 'A'}`],
      ] as const;
      for (const [operation, secret] of tries) {
        const { status, body } = await world.edge.send(operation, { secret }, here());
        expect([operation.id, status, body.code]).toEqual([operation.id, 404, 'link-not-valid']);
      }
    });
  });

  it('stands among the links as a digest alone', async () => {
    const { followSecret } = await confirmed(setting);
    const found = await rowsOf<{ name: string }>('membership', `select 'link' as name from link t where t::text like $1`, [
      `%${followSecret}%`,
    ]);
    expect(found).toEqual([]);
  });
});

describe('an invitation', () => {
  it('that is over is revived by no fresh link, no earlier key and no turning back of a clock', async () => {
    const { invitationId, invitationSecret } = await accepted(setting);
    const { token } = await world.people.stranger();
    const accept = (secret: string, key?: string) =>
      world.edge.send(acceptInvitation, { secret, name: 'Quien sea', language: 'es' }, { ...here(), token, key });
    await rowsOf('membership', `update invitation set expires_at = now() - interval '1 second' where id = $1`, [invitationId]);
    const fresh = await secretFor(setting, 'accept-invitation', invitationId);
    await unwritten('membership', async () => {
      for (const secret of [invitationSecret, fresh]) {
        expect([404, 409]).toContain((await world.edge.send(describeInvitation, { secret }, here())).status);
        for (const key of ['una-clave-cualquiera', undefined]) expect([404, 409]).toContain((await accept(secret, key)).status);
      }
    });
  });

  it('ends for who keeps its link open past its time', async () => {
    const { invitationSecret: secret } = await accepted(setting);
    const { token } = await world.people.stranger();
    expect((await world.edge.send(describeInvitation, { secret }, here())).status).toBe(200);
    await unwritten('membership', async () => {
      shiftClocks(14 * day + 1000);
      const { status } = await world.edge.send(acceptInvitation, { secret, name: 'Tarde', language: 'es' }, { ...here(), token });
      shiftClocks(0);
      expect([404, 409]).toContain(status);
    });
  });

  it('of six accounts that take it at once makes one titular', async () => {
    const { invitationSecret: secret } = await accepted(setting);
    const accounts = await times(6, () => world.people.stranger());
    const roles = async () =>
      (await rowsOf<{ n: number }>('membership', 'select count(*)::int as n from role where network_id = $1', [setting.network.id]))[0]
        ?.n ?? 0;
    const before = await roles();
    const statuses = await Promise.all(
      accounts.map(
        async ({ token }) =>
          (await world.edge.send(acceptInvitation, { secret, name: 'Una de seis', language: 'es' }, { ...here(), token })).status,
      ),
    );
    expect([wins(statuses), (await roles()) - before]).toEqual([1, 1]);
  });
});

describe('a ticket for a file', () => {
  const ticket = async () => {
    const letterUploadId = await upload(world, setting.network.code);
    const { applicationId: id } = await confirmed(setting, { letterText: undefined, letterUploadId });
    return (await world.edge.call<{ url: string }>(getApplicationLetter, { id }, await setting.as('secretariat'))).url;
  };

  it('of ten who download with it at once serves one, and nobody afterwards', async () => {
    const address = world.origin + (await ticket());
    const statuses = await times(10, async () => {
      const response = await fetch(address);
      await response.arrayBuffer();
      return response.status;
    });
    expect([wins(statuses), statuses.filter((status) => status === 404).length]).toEqual([1, 9]);
    expect((await fetch(address)).status).toBe(404);
  });

  it('is the same ticket however it is written', async () => {
    const url = await ticket();
    expect((await fetch(world.origin + url)).status).toBe(200);
    const variants = [`${url}=`, `${url}%3D`, `${url}.x`, `${url}/`, `${url}?again=1`, `${url}#again`, url.replace('/files/', '/files//')];
    for (const variant of variants) expect([400, 404]).toContain((await fetch(world.origin + variant)).status);
  });

  it('is not spent by who only looks, and ends after a minute', async () => {
    const [looked, late] = [await ticket(), await ticket()];
    expect((await fetch(world.origin + looked, { method: 'HEAD' })).status).toBe(404);
    expect((await fetch(world.origin + looked)).status).toBe(200);
    shiftClocks(61_000);
    expect((await fetch(world.origin + late)).status).toBe(404);
  });
});
