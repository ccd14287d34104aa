import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Event, EventType } from '@alianza/contracts/event';
import { applicationConfirmed } from '@alianza/contracts/membership/applications';
import { listNotices, type Notice } from '@alianza/contracts/notifications/notices';
import { inquiryAnswered, inquiryOpened } from '@alianza/contracts/repository/inquiries';
import { confirmed } from '@alianza/testing/builders/applications';
import { keeper } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';

let world: World;
let nats: NatsConnection;
let setting: Setting;
let secretariat: Person;
let event: Event;
const applicant = `repetida-${randomUUID().slice(0, 8)}@example.org`;
const once = { applicant: 2, secretariat: 1, mails: 2, notices: 1 }; // the applicant was also asked to confirm

beforeAll(async () => {
  world = await openWorld();
  nats = await keeper();
  setting = await openSetting(world);
  secretariat = await asSecretariat(setting);
  const { applicationId } = await confirmed(setting, { email: applicant });
  const [row] = await rowsOf<{ event: Event }>(
    'membership',
    `select event || '{"occurredAt":"2026-11-21T09:00:00.000Z"}' as event from outbox where event->>'aggregateId' = $1 and event->>'subject' = $2`,
    [applicationId, applicationConfirmed.subject],
  );
  event = row!.event;
}, 90_000);
afterAll(async () => {
  await nats.close();
  await world.close();
});

const received = async (to: string): Promise<number> => {
  const response = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(to)}`);
  return ((await response.json()) as object[]).length;
};
async function count(): Promise<typeof once> {
  const mails = await rowsOf('notifications', 'select from mail where event_id = $1', [event.id]);
  const notices = (await world.edge.call<{ items: Notice[] }>(listNotices, {}, secretariat)).items;
  return {
    applicant: await received(applicant),
    secretariat: await received(secretariat.email),
    mails: mails.length,
    notices: notices.length,
  };
}
const untilCounted = (expected: typeof once) => eventually(async () => JSON.stringify(await count()) === JSON.stringify(expected), 15_000);

/** Without a message id: the stream itself drops no repetition. */
async function tellAgain(times: number): Promise<void> {
  const js = jetstream(nats);
  await Promise.all(Array.from({ length: times }, () => js.publish(event.subject, JSON.stringify(event))));
}

/** Until every delivery was acknowledged and no job is left to do. */
const settled = () =>
  eventually(async () => {
    const manager = await jetstream(nats).jetstreamManager();
    const { num_pending, num_ack_pending } = await manager.consumers.info('membership', 'notifications-notices-membership');
    const jobs = await rowsOf('notifications', `select from pgboss.job where name in ('notices', 'mails') and state < 'completed'`);
    return num_pending === 0 && num_ack_pending === 0 && jobs.length === 0;
  }, 15_000);

it('what is told ten times more is mailed and noticed once', async () => {
  await untilCounted(once);
  await tellAgain(10);
  await settled();
  expect(await count()).toEqual(once);
});

it('and still when it comes after the inbox has forgotten it', async () => {
  const forgotten = await rowsOf('notifications', 'delete from inbox where event_id = $1 returning consumer', [event.id]);
  expect(forgotten).toEqual([{ consumer: 'notifications-notices-membership' }]);
  await tellAgain(10);
  await settled();
  expect(await rowsOf('notifications', 'select consumer from inbox where event_id = $1', [event.id])).toEqual(forgotten);
  expect(await count()).toEqual(once);
});

it('what was done before anybody was told of it is asked of nobody', async () => {
  const organizationId = null; // the secretariat answers
  const about = { kind: 'question', organizationId, slug: null, title: { original: 'es', es: 'Relevos' }, asked: '¿?', outcome: '.' };
  const fact = (type: EventType, aggregateId: string, minute: number): Event => {
    const occurredAt = new Date(Date.parse(event.occurredAt) + minute * 60_000).toISOString();
    return { ...event, id: randomUUID(), subject: type.subject, aggregateId, aggregateVersion: minute, occurredAt, data: about };
  };
  const [answered, open] = [randomUUID(), randomUUID()];
  const js = jetstream(nats);
  for (const told of [fact(inquiryAnswered, answered, 2), fact(inquiryOpened, answered, 1), fact(inquiryOpened, open, 3)])
    await js.publish(told.subject, JSON.stringify(told));
  const asked = async (id: string) =>
    (await world.edge.call<{ items: Notice[] }>(listNotices, {}, secretariat)).items.filter(({ path }) => path?.includes(id));
  await eventually(async () => (await asked(open)).length === 1, 15_000);
  await settled();
  expect(await asked(answered)).toEqual([]);
  const mailed = `select from mail where rule = 'inquiry-to-secretariat' and subject_id = $1`;
  expect(await Promise.all([answered, open].map(async (id) => (await rowsOf('notifications', mailed, [id])).length))).toEqual([0, 1]);
});
