import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { listFailing, type FailingOutside } from '@alianza/contracts/membership/recipients';
import { answerInquiry } from '@alianza/contracts/repository/inquiries';
import { shiftClocks } from '@alianza/platform/clock';
import { openInquiry, sentInquiry } from '@alianza/testing/builders/inquiries';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { CorrespondentsPurge } from './correspondents.purge.js';

const day = 24 * 60 * 60 * 1000;
let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterEach(() => shiftClocks(0));
afterAll(() => world.close());

const settled = `select from correspondent where id = $1 and forgotten_at < registered_at + interval '91 days'`;

describe('the address of who asks', () => {
  it('that mails do not reach is told of to the secretariat, with how many there are where a page does not hold them', async () => {
    const many = `insert into correspondent (id, network_id, email, language, registered_at, confirmed_at, forgotten_at, bounced_at, version)
      select gen_random_uuid(), $1, 'a' || n || '@example.org', 'es', now(), now(), now() + interval '9 days', now(), 1
      from generate_series(1, 103) n`;
    const elsewhere = await openSetting(world);
    await rowsOf('membership', many, [elsewhere.network.id]);
    const ask = async (asked: Setting) =>
      world.edge.call<{ outside: FailingOutside[]; outsideTotal: number }>(listFailing, {}, await asSecretariat(asked));
    const told = await ask(elsewhere);
    expect([told.outside.length, told.outsideTotal]).toEqual([100, 103]);
    expect(await ask(setting)).toMatchObject({ outside: [], outsideTotal: 0 });
  });

  it('is forgotten ninety days after the answer, a year after the question, a week where nobody confirmed it', async () => {
    const [answered, waiting, unconfirmed] = [await openInquiry(setting), await openInquiry(setting), await sentInquiry(setting)];
    const ids = [answered, waiting, unconfirmed].map(({ inquiryId }) => inquiryId);
    const input = { id: answered.inquiryId, text: 'Sí.' };
    await setting.world.edge.call(answerInquiry, input, { ...(await asTitular(setting)), version: answered.version });
    await eventually(async () => (await rowsOf('membership', settled, [answered.inquiryId])).length === 1);
    const keptAfter = async (days: number) => {
      shiftClocks(days * day);
      await world.service('membership').get(CorrespondentsPurge, { strict: false }).purge();
      shiftClocks(0);
      const rows = await rowsOf<{ id: string }>('membership', 'select id from correspondent where id = any($1)', [ids]);
      return ids.map((id) => rows.some((row) => row.id === id));
    };
    expect(await keptAfter(6)).toEqual([true, true, true]);
    expect(await keptAfter(8)).toEqual([true, true, false]);
    expect(await keptAfter(91)).toEqual([false, true, false]);
    expect(await keptAfter(366)).toEqual([false, false, false]);
    expect(await rowsOf('membership', 'select from link where subject_id = any($1)', [ids])).toEqual([]);
  });
});
