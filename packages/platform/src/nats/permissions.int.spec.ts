import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { openStand, type Stand } from '@alianza/testing/stand';
import { AckPolicy, jetstream, jetstreamManager, type JetStreamManager, type StreamConfig } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { isDeepStrictEqual } from 'node:util';
import { connectNats } from './connection.js';
import { newNkey } from './nkeys.js';
import { inboxOf, streamRequest } from './permissions.js';
import { requestConsumer, requestStream, startStreamKeeper } from './stream-keeper.js';
import { managerOf } from './streams.js';

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
  it('begins with what an earlier version, or somebody else, has left: changes, removes and adds', async () => {
    const { consumers } = all;
    const asked = { ack_policy: AckPolicy.Explicit };
    for (const name of ['repository-organizations', 'repository-terms', 'repository-handovers']) await consumers.delete('membership', name);
    await consumers.add('membership', { ...asked, durable_name: 'repository-gone' });
    await consumers.add('membership', { ...asked, durable_name: 'repository-terms', filter_subject: roleGranted.subject });
    await consumers.add('membership', { ...asked, durable_name: 'repository-organizations', deliver_subject: practicePublished.subject });
    const { url, keeper } = messages();
    const begun = await startStreamKeeper({ NATS_URL: url, NATS_NKEY_SEED: keeper }, allConsumptions());
    const wanted = allConsumptions().filter(({ stream }) => stream === 'membership');
    const found = async () => {
      const told: object[] = [];
      for await (const { name, config } of consumers.list('membership'))
        told.push({ name, filter: config.filter_subject, to: config.deliver_subject });
      return told;
    };
    const expected = wanted.map(({ durable, filter }) => ({ name: durable, filter, to: undefined }));
    await eventually(async () => isDeepStrictEqual(new Set(await found()), new Set(expected)));
    await begun.close();
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
