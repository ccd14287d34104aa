import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { disablePerson } from '@alianza/contracts/membership/people';
import {
  editPreferences,
  getPreferences,
  listNotices,
  readNotice,
  type Notice,
  type Preferences,
} from '@alianza/contracts/notifications/notices';
import { published } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { shiftClocks } from '@alianza/platform/clock';
import { DigestsJobs } from '../digests/digests.jobs.js';
import { digestHour, localTime } from '../digests/digest-day.js';

interface Received {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

const [hour, day] = [3_600_000, 86_400_000];
let world: World;
let setting: Setting;
let titular: Person;
let suplente: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [titular, suplente] = [await setting.as('titular'), await setting.as('suplente')];
}, 90_000);
afterAll(() => world.close());

const preferencesOf = (person: Person) => world.edge.call<Preferences>(getPreferences, {}, person);
const choose = async (person: Person, change: Partial<Preferences>) => {
  const { version, ...kept } = await preferencesOf(person);
  await world.edge.call(editPreferences, { ...kept, ...change }, { ...person, version });
};
const received = async ({ email }: { email: string }): Promise<Received[]> =>
  (await (await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(email)}`)).json()) as Received[];
const mailed = (to: Person, subject: RegExp, count = 1) =>
  eventually(async () => {
    const found = (await received(to)).filter((mail) => subject.test(mail.subject));
    return found.length >= count && found[0];
  }, 15_000);
const rows = (rule: string, { id }: Person) =>
  rowsOf<{ id: string; sent: boolean; withheld: string | null }>(
    'notifications',
    'select id, sent_at is not null as sent, withheld from mail where network_id = $1 and rule = $2 and person_id = $3 order by at',
    [setting.network.id, rule, id],
  );
const waiting = async ({ id }: Person) =>
  (await rowsOf('notifications', 'select from notice where network_id = $1 and person_id = $2 and awaits_digest', [setting.network.id, id]))
    .length;
const untilWaiting = (person: Person, count: number) => eventually(async () => (await waiting(person)) === count, 15_000);

/** Where the foot of a mail leads. */
async function wayOut({ text }: Received): Promise<string> {
  const [address = ''] = /http\S+\/baja\/[\w-]{43}/.exec(text) ?? [];
  expect(address).toMatch(new RegExp(`^${world.origin}/${setting.network.code}/baja/`));
  return address;
}
const open = async (address: string) => {
  const answer = await fetch(address);
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};
const post = async (address: string, body: string, type = 'application/x-www-form-urlencoded') => {
  const answer = await fetch(address, { method: 'POST', body, headers: { 'content-type': type }, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location') };
};

describe('a link at the foot of a mail', () => {
  let address: string;

  it('stands in the head as well, for mail programs (RFC 8058), and never in what always comes', async () => {
    await published(setting);
    const mail = await mailed(suplente, /^Se publicó/);
    address = await wayOut(mail);
    const shown = (await open(`${world.mailbox.url}/_correo/${mail.id}`)).html;
    expect(shown).toContain(`&lt;${address}&gt;`);
    expect(shown).toContain('List-Unsubscribe=One-Click');
  });

  it('changes nothing when it is opened, however often', async () => {
    for (let times = 0; times < 3; times++) {
      const { status, html, headers } = await open(address);
      expect([status, headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([200, 'no-store', 'no-referrer']);
      expect(html).toContain('¿Dejar de recibir estos correos?');
      expect(html).not.toContain(address.slice(-43));
      expect(html).not.toMatch(/suplente|@example\.org/);
    }
    expect(await preferencesOf(suplente)).toMatchObject({ newsMail: 'now', version: 0 });
  });

  it('ends its kind by the button, and begins it again as it was', async () => {
    await choose(suplente, { newsMail: 'daily' });
    expect(await post(address, 'que=baja')).toEqual({ status: 303, location: new URL(address).pathname });
    expect((await open(address)).html).toContain('Estos correos ya no llegan');
    expect(await preferencesOf(suplente)).toMatchObject({ taskMail: 'now', newsMail: 'never', mailings: true });
    await post(address, 'que=volver');
    expect(await preferencesOf(suplente)).toMatchObject({ taskMail: 'now', newsMail: 'daily' });
    await choose(suplente, { newsMail: 'now' });
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'],
  ])('ends it by one request of a mail program, without cookie or answer to a question: %s', async (type, body) => {
    await choose(suplente, { newsMail: 'now' });
    const answers = await Promise.all([post(address, body, type), post(address, body, type)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await preferencesOf(suplente)).toMatchObject({ newsMail: 'never', taskMail: 'now' });
  });

  it('ends also what was planned before and not sent yet', async () => {
    await choose(suplente, { newsMail: 'now' });
    const [{ id } = { id: '' }] = await rows('practice-published', suplente);
    await rowsOf('notifications', 'update mail set sent_at = null where id = $1 returning id', [id]);
    await post(address, 'List-Unsubscribe=One-Click');
    const job = `insert into pgboss.job (id, name, data, policy) values (gen_random_uuid(), 'mails', $1, 'exclusive') returning id`;
    await rowsOf('notifications', job, [JSON.stringify({ networkId: setting.network.id, id })]);
    await eventually(async () => (await rows('practice-published', suplente))[0]?.withheld === 'unwanted', 15_000);
  });

  it('that was never made is like any other that was not, in every network', async () => {
    const [guessed, elsewhere] = ['x'.repeat(43), (await world.people.openNetwork()).code];
    const answers = await Promise.all(
      [
        address.replace(/[\w-]{43}$/, guessed),
        address.replace(setting.network.code, elsewhere),
        address.replace(/[\w-]{43}$/, 'short'),
      ].map(open),
    );
    for (const { status, html } of answers) {
      expect(status).toBe(404);
      expect(html).toContain('Este enlace no lleva a ningún correo');
    }
    expect((await post(address.replace(/[\w-]{43}$/, guessed), 'List-Unsubscribe=One-Click')).status).toBe(404);
  });

  it('does nothing by another word', async () => {
    await choose(suplente, { newsMail: 'now' });
    expect((await post(address, 'que=otra')).status).toBe(400);
    expect((await post(address, 'x'.repeat(6000))).status).toBe(400);
    expect(await preferencesOf(suplente)).toMatchObject({ newsMail: 'now' });
  });
});

describe('a daily summary', () => {
  /** From now until so many hours into the network's own day, some days later. */
  const until = (hours: number, days: number) => {
    const { hour: now } = localTime(new Date(), 'America/Mexico_City');
    return days * day + (hours - now) * hour;
  };
  const summarize = async (hours: number, days: number): Promise<void> => {
    shiftClocks(until(hours, days));
    await world.service('notifications').get(DigestsJobs, { strict: false }).run();
  };

  it('brings what happened since the last, once a day, from its hour on', async () => {
    await choose(titular, { newsMail: 'daily' });
    await published(setting);
    await published(setting);
    await untilWaiting(titular, 2);
    expect(await rows('practice-published', titular)).toHaveLength(1); // of the time when it came at once
    try {
      await summarize(digestHour - 3, 1);
      expect(await rows('digest', titular)).toEqual([]);
      await Promise.all([summarize(digestHour + 1, 1), summarize(digestHour + 1, 1)]);
      expect(await rows('digest', titular)).toHaveLength(1);
      expect(await waiting(titular)).toBe(0);
      await published(setting);
      await untilWaiting(titular, 1);
      await summarize(digestHour + 3, 1);
      expect(await rows('digest', titular)).toHaveLength(1);
      await summarize(digestHour + 9, 2); // a run late
      expect(await rows('digest', titular)).toHaveLength(2);
    } finally {
      shiftClocks(0);
    }
    const first = await mailed(titular, /^2 avisos de Red Muestra/);
    expect(first.text.match(/\/practicas\//g)).toHaveLength(2);
    expect(first.text).toContain('/baja/');
    await mailed(titular, /^Un aviso de Red Muestra/);
  }, 60_000);

  it('leaves out what was read meanwhile, and does not come where all of it was', async () => {
    await published(setting);
    await untilWaiting(titular, 1);
    const { items } = await world.edge.call<{ items: Notice[] }>(listNotices, {}, titular);
    for (const { id } of items) await world.edge.call(readNotice, { id }, titular);
    try {
      await summarize(digestHour + 1, 3);
    } finally {
      shiftClocks(0);
    }
    await eventually(async () => (await rows('digest', titular))[2]?.withheld === 'idle', 15_000);
  }, 30_000);

  it('has nothing of what is not wanted by mail any more', async () => {
    await published(setting);
    await untilWaiting(titular, 1);
    await choose(titular, { newsMail: 'never' });
    expect(await waiting(titular)).toBe(0);
  });

  it('is not sent to who may not come in any more', async () => {
    await choose(titular, { newsMail: 'daily' });
    await published(setting);
    await untilWaiting(titular, 1);
    const operator = { token: await world.people.operator(), network: setting.network.code };
    await world.edge.call(disablePerson, { id: titular.id, reason: 'Equipo perdido.' }, operator);
    try {
      await summarize(digestHour + 1, 4);
    } finally {
      shiftClocks(0);
    }
    await eventually(async () => (await rows('digest', titular)).at(-1)?.withheld === 'gone', 15_000);
  }, 30_000);
});
