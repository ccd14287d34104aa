import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { organizationRegistered } from '@alianza/contracts/membership/organizations';
import { roleGranted } from '@alianza/contracts/membership/people';
import { resolvePrincipals } from '@alianza/contracts/membership/principals';
import { subjectOf } from '@alianza/contracts/operation';
import { practicePublished } from '@alianza/contracts/repository/practices';
import { searchEverything } from '@alianza/contracts/search/search-box';
import { messages } from '@alianza/testing/databases';
import { allConsumptions } from '@alianza/local/services';
import { definitionOf } from '@alianza/testing/definitions';
import { eventually } from '@alianza/testing/eventually';
import { specDurable } from '@alianza/testing/servers';
import { openStand, type Stand } from '@alianza/testing/stand';
import {
  AckPolicy,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type ConsumerConfig,
  type JetStreamManager,
  type StreamConfig,
} from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { isDeepStrictEqual } from 'node:util';
import { connectNats } from './connection.js';
import { newNkey } from './nkeys.js';
import { inboxOf, streamRequest } from './permissions.js';
import { startStreamKeeper, type Keeping, type StreamKeeper } from './stream-keeper.js';
import { managerOf, requestConsumer, requestStream } from './streams.js';

const wanted = allConsumptions();
const membersListeners = wanted.filter(({ stream }) => stream === 'membership');

let stand: Stand;
let asRepository: NatsConnection;
let all: JetStreamManager;
const enter = (service: ServiceName) => connectNats({ NATS_URL: messages().url, NATS_NKEY_SEED: messages().seeds?.[service] }, service);

beforeAll(async () => {
  stand = await openStand();
  await stand.start(definitionOf('membership'));
  asRepository = await enter('repository');
  await requestStream(asRepository, 'repository');
  all = await jetstreamManager(stand.nats);
  const durables = [specDurable, ...membersListeners.map(({ durable }) => durable)];
  for (const durable of durables) await eventually(() => all.consumers.info('membership', durable).catch(() => null));
}, 60_000);
afterAll(async () => {
  await asRepository.close();
  await stand.close();
});

const refused = /Permissions Violation/i;
const stored = async (stream: string) => (await all.streams.info(stream)).state.messages;
/** What the server says to a subscription. */
const subscribing = (nats: NatsConnection, subject: string, queue?: string) =>
  new Promise<string>((resolve) => {
    const subscription = nats.subscribe(subject, { ...(queue && { queue }), callback: (error) => resolve(error?.message ?? 'a message') });
    void nats.flush().then(() => {
      subscription.unsubscribe();
      resolve('allowed');
    });
  });

describe('a service is refused', () => {
  it('when it tells another’s facts, and the stream has nothing of it', async () => {
    const before = await stored('membership');
    await expect(jetstream(asRepository).publish(roleGranted.subject, '{}')).rejects.toThrow(refused);
    expect(await stored('membership')).toBe(before);
    await jetstream(asRepository).publish(practicePublished.subject, '{}');
    expect(await stored('repository')).toBe(1);
  });

  it('when it would answer in another’s place, or take its own requests from its replicas', async () => {
    expect(await subscribing(asRepository, subjectOf(resolvePrincipals), 'repository')).toMatch(refused);
    expect(await subscribing(asRepository, subjectOf(resolvePrincipals), 'membership')).toMatch(refused);
    const own = 'repository.practices.draft';
    expect(await subscribing(asRepository, subjectOf({ id: own }))).toMatch(refused);
    expect(await subscribing(asRepository, subjectOf({ id: own }), 'repository')).toBe('allowed');
  });

  it('when it would read another’s answers, facts as they are told, or everything', async () => {
    for (const subject of [`${inboxOf('gateway')}.>`, `${inboxOf('*')}.>`, roleGranted.subject, '>', '$JS.>'])
      expect(await subscribing(asRepository, subject)).toMatch(refused);
    expect(await subscribing(asRepository, `${inboxOf('repository')}.>`)).toBe('allowed');
  });

  it('when it asks what does not name it, or itself, to be let answer as another', async () => {
    await expect(asRepository.request(subjectOf(resolvePrincipals), '{}')).rejects.toThrow(refused);
    const [asGateway, before] = [await enter('gateway'), await stored('membership')];
    asGateway.subscribe(subjectOf(searchEverything), { queue: 'gateway', callback: (_error, message) => void message.respond('{}') });
    asGateway.publish(subjectOf(searchEverything), '{}', { reply: roleGranted.subject });
    await asGateway.flush();
    await expect(asGateway.request(subjectOf(searchEverything), '{}')).rejects.toThrow(refused);
    await asGateway.close();
    expect(await stored('membership')).toBe(before);
  });

  it('when it removes, empties, changes or makes another’s stream, or removes its own', async () => {
    const { streams } = await managerOf(asRepository);
    for (const act of [
      () => streams.delete('membership'),
      () => streams.purge('membership'),
      () => streams.update('membership', { max_msgs: 1 }),
      () => streams.add({ name: 'audit', subjects: ['elsewhere'] }),
      () => streams.getMessage('membership', { seq: 1 }),
      () => streams.delete('repository'),
    ])
      await expect(act()).rejects.toThrow(refused);
    expect((await all.streams.info('membership')).config.max_msgs).toBe(-1);
  });

  it('when it configures its own stream, by which it would speak as another or hear what another is asked', async () => {
    const { streams } = await managerOf(asRepository);
    const republish = { src: practicePublished.subject, dest: roleGranted.subject };
    const whole = { ...(await streams.info('repository')).config, republish } as StreamConfig;
    await expect(streams.update('repository', whole)).rejects.toThrow(refused);
    await expect(streams.add(whole)).rejects.toThrow(refused);
  });

  it('when it asks for another’s stream, or to be answered where it may not speak', async () => {
    await expect(requestStream(asRepository, 'membership')).rejects.toThrow(refused);
    const before = await stored('membership');
    asRepository.publish(streamRequest('repository'), '1', { reply: roleGranted.subject });
    await requestStream(asRepository, 'repository'); // the one before was answered, or not, by now
    expect(await stored('membership')).toBe(before);
    await expect(requestStream(asRepository, 'repository', 0.5)).rejects.toThrow();
  });

  it('when it makes a consumer, its own too, by which it would speak as another with what it hears', async () => {
    const { consumers } = await managerOf(asRepository);
    const listening = { ack_policy: AckPolicy.Explicit, filter_subject: organizationRegistered.subject };
    const elsewhere = { deliver_subject: practicePublished.subject };
    for (const durable_name of ['audit-membership', 'notifications-notices-membership', 'repository-other', 'repository-organizations'])
      for (const to of [{}, elsewhere])
        await expect(consumers.add('membership', { ...listening, ...to, durable_name })).rejects.toThrow(refused);
    await expect(consumers.add('membership', listening)).rejects.toThrow(refused);
    await expect(consumers.delete('membership', 'repository-organizations')).rejects.toThrow(refused);
    await expect(consumers.info('membership', 'audit-membership')).rejects.toThrow(refused);
    expect((await consumers.info('membership', 'repository-organizations')).config.deliver_subject).toBeUndefined();
  });

  it('when it asks for a consumer in another’s name; one that is not its own is made for nobody', async () => {
    const request = (service: ServiceName, durable: string) => requestConsumer(asRepository, service, durable);
    await expect(request('audit', 'audit-membership')).rejects.toThrow(refused);
    for (const each of ['audit-membership', 'membership-spec', 'repository-organizations']) {
      await all.consumers.delete('membership', each);
      await request('repository', each);
    }
    const names: string[] = [];
    for await (const { name } of all.consumers.list('membership')) names.push(name);
    expect(names).toContain('repository-organizations');
    expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(audit-membership|membership-spec)$/)]));
  });
});

describe('who makes consumers', () => {
  const noted: Error[] = [];
  const note = (error: Error) => void noted.push(error);
  let begun: StreamKeeper;
  afterEach(() => begun.close());
  const begin = async (more: Partial<Keeping> = {}) => {
    const address = { NATS_URL: messages().url, NATS_NKEY_SEED: messages().keeper };
    begun = await startStreamKeeper(address, { consumptions: wanted, note, ...more });
  };
  const found = async () => {
    const told: ConsumerConfig[] = [];
    for await (const { config } of all.consumers.list('membership')) told.push(config);
    return told;
  };
  const names = async () => (await found()).map(({ name }) => name);
  const just = ({ name, filter_subject, ack_policy, ack_wait, deliver_policy, max_deliver, ...rest }: Partial<ConsumerConfig>) => ({
    ...{ name, filter_subject, ack_policy, ack_wait, deliver_policy, max_deliver },
    ...{ to: rest.deliver_subject, inactive_threshold: rest.inactive_threshold, pause_until: rest.pause_until },
  });
  const usual = { ack_policy: AckPolicy.Explicit, ack_wait: 30e9, deliver_policy: DeliverPolicy.All, max_deliver: -1 };
  const asWanted = () => membersListeners.map(({ durable, filter }) => just({ ...usual, name: durable, filter_subject: filter }));

  it('begins with what an earlier version, or somebody else, has left: changes, removes and adds', async () => {
    const { consumers } = all;
    const others = ['repository-organizations', 'repository-terms', 'repository-handovers', 'repository-people-disabled'];
    for (const name of others) await consumers.delete('membership', name).catch(() => null);
    const left = (durable_name: string, more: Partial<ConsumerConfig>) => consumers.add('membership', { ...usual, durable_name, ...more });
    await left('repository-gone', {});
    const { created } = await left('repository-terms', { filter_subject: roleGranted.subject });
    await left('repository-organizations', { deliver_subject: practicePublished.subject });
    const pause_until = new Date(Date.now() + 3_600_000).toISOString();
    await left('repository-handovers', { max_deliver: 3, inactive_threshold: 3600e9, pause_until });
    await left('repository-people-disabled', { ack_policy: AckPolicy.None, deliver_policy: DeliverPolicy.New });
    await begin();
    await eventually(async () => isDeepStrictEqual(new Set((await found()).map(just)), new Set(asWanted())));
    expect((await consumers.info('membership', 'repository-terms')).created).toBe(created); // goes on from where it was
  });

  it('leaves what it does not know where the server is not ours alone', async () => {
    await all.consumers.add('membership', { ...usual, durable_name: 'of-somebody-else' });
    await all.consumers.delete('membership', 'repository-terms');
    await begin({ sparing: true });
    await eventually(async () => (await names()).includes('repository-terms'));
    await begun.close();
    expect(await names()).toContain('of-somebody-else');
    await all.consumers.delete('membership', 'of-somebody-else');
  });

  it('says once which stream’s it cannot make; others are made, and who asks for that stream has it', async () => {
    await all.consumers.delete('membership', 'repository-terms');
    noted.length = 0;
    const wrong = { durable: 'no.name', stream: 'repository' as const, filter: roleGranted.subject, batch: 1 };
    await begin({ consumptions: [wrong, ...wanted] });
    await eventually(async () => (await names()).includes('repository-terms'));
    await Promise.all(Array.from({ length: 20 }, () => requestStream(asRepository, 'repository'))); // whichever keeper is asked
    await eventually(() => noted.length > 0);
    expect(noted.map(({ message }) => message)).toEqual([expect.stringContaining('repository')]);
  });
});

describe('a service that is asked', () => {
  it('does not speak where whoever asks may not', async () => {
    const before = await stored('membership');
    // the gateway may ask this, and names as its inbox a subject of the facts of whoever answers
    const asGateway = await enter('gateway');
    asGateway.publish(subjectOf(resolvePrincipals), '{}', { reply: roleGranted.subject });
    await expect(asGateway.request(subjectOf(resolvePrincipals), '{}')).resolves.toBeDefined(); // the one before was answered, or not, by now
    await asGateway.close();
    expect(await stored('membership')).toBe(before);
  });
});

describe('the server', () => {
  it('lets nobody in without a key it knows', async () => {
    const servers = messages().url;
    await expect(connect({ servers, reconnect: false })).rejects.toThrow(/authorization violation/i);
    const strange = connectNats({ NATS_URL: servers, NATS_NKEY_SEED: newNkey().seed }, 'membership');
    await expect(strange).rejects.toThrow(/authorization violation/i);
  });
});
