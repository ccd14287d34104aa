import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listNotices, editPreferences, getPreferences, type Notice, type Preferences } from '@alianza/contracts/notifications/notices';
import { requestChanges } from '@alianza/contracts/repository/reviews';
import { applied } from '@alianza/testing/builders/applications';
import { published, submitted } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let titular: Person;
let suplente: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [titular, suplente] = [await asTitular(setting), await setting.as('suplente')];
}, 90_000);
afterAll(() => world.close());

const all = { taskMail: 'now', newsMail: 'now', mailings: true } as const;
const choose = (person: Person, choice: object, version: number) =>
  world.edge.send<Preferences>(editPreferences, { ...choice }, { ...person, version });
const notices = async (person: Person) => (await world.edge.call<{ items: Notice[] }>(listNotices, {}, person)).items;
const subjects = async ({ email }: { email: string }) => {
  const response = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(email)}`);
  return ((await response.json()) as { subject: string }[]).map(({ subject }) => subject);
};
const untilMailed = (to: { email: string }, subject: RegExp) =>
  eventually(async () => (await subjects(to)).some((found) => subject.test(found)), 15_000);
/** Whether mails were planned: all recipients of a fact get theirs in one transaction. */
const planned = async (rule: string, { id }: Person) =>
  (await rowsOf('notifications', 'select from mail where network_id = $1 and rule = $2 and person_id = $3', [setting.network.id, rule, id]))
    .length;

async function sendBack(): Promise<void> {
  const { id, version } = await submitted(setting);
  const comments = [{ field: 'results', text: '¿De qué año es la cifra?' }];
  await world.edge.call(requestChanges, { id, comments }, { ...(await asReviewer(setting)), version });
}

describe('preferences', () => {
  it('are everything for who never chose, and then what was chosen', async () => {
    expect(await world.edge.call(getPreferences, {}, titular)).toEqual({ taskMail: 'now', newsMail: 'now', mailings: true, version: 0 });
    const { body, headers } = await choose(titular, { taskMail: 'never', newsMail: 'now', mailings: true }, 0);
    expect(body).toEqual({ taskMail: 'never', newsMail: 'now', mailings: true, version: 1 });
    expect(headers.get('etag')).toBe('"1"');
    expect(await world.edge.call(getPreferences, {}, titular)).toEqual(body);
  });

  it('are not chosen over a choice that was not read', async () => {
    expect(await choose(titular, all, 0)).toMatchObject({ status: 412 });
    const [one, other] = await Promise.all([choose(suplente, all, 0), choose(suplente, all, 0)]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
  });

  it('switch off the mail of a task and not its notice', async () => {
    await sendBack();
    await untilMailed(suplente, /^Se piden cambios/);
    expect((await notices(titular)).map(({ kind, title }) => ({ kind, title }))).toEqual([
      { kind: 'task', title: 'Se piden cambios en una práctica nuestra' },
    ]);
    expect([await planned('changes-requested', titular), await planned('changes-requested', suplente)]).toEqual([0, 1]);
    expect(await subjects(titular)).toEqual([]);
  });

  it('leave the other kind alone', async () => {
    await published(setting);
    await untilMailed(titular, /^Se publicó la práctica/);
    expect(await choose(titular, { ...all, newsMail: 'never' }, 1)).toMatchObject({ status: 200 });
    await published(setting);
    await eventually(async () => (await notices(titular)).filter(({ kind }) => kind === 'news').length === 2);
    expect([await planned('practice-published', titular), await planned('practice-published', suplente)]).toEqual([1, 2]);
  });

  it('never hold back a summons', async () => {
    await choose(titular, { taskMail: 'never', newsMail: 'never', mailings: false }, 2);
    await applied(setting, { email: titular.email });
    await untilMailed(titular, /^Confirmar la solicitud/);
  });
});
