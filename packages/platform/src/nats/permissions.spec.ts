import { describe, expect, it } from '@jest/globals';
import { isInternal, services, type ServiceName } from '@alianza/contracts/access';
import { claimUpload } from '@alianza/contracts/gateway/uploads';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { locateMark } from '@alianza/contracts/membership/settings/network-settings';
import { registerCorrespondent } from '@alianza/contracts/membership/outside/correspondents';
import { resolvePrincipals } from '@alianza/contracts/membership/principals';
import { gatherRecipients, listRecipients, mintLink, namePeople } from '@alianza/contracts/membership/recipients';
import { checkReviewer } from '@alianza/contracts/membership/reviewers';
import { gatherFromAudit, gatherFromNotifications, gatherFromRepository } from '@alianza/contracts/privacy/gathering';
import { operations } from '@alianza/contracts/registry';
import { locateAttachment } from '@alianza/contracts/repository/files/attachments';
import { locatePicture } from '@alianza/contracts/repository/files/pictures';
import { locateLogo } from '@alianza/contracts/membership/directory/profiles';
import { countVisits, drawSalt } from '@alianza/contracts/repository/publication/counts';
import { hasMailLeft } from '@alianza/contracts/notifications/mails';
import { serviceOf, subjectOf } from '@alianza/contracts/operation';
import { grantsOf } from '@alianza/local/servers/nats/account';
import { definitions } from '@alianza/local/services';
import { consumptionsOf } from '../events/consumptions.js';
import { consumerRequest, keeperPermissions, streamRequest } from './permissions.js';

const grants = grantsOf(definitions);
const beginning = (service: ServiceName, prefix: string) =>
  grants[service].publish.filter((subject) => subject.startsWith(`${prefix}.`)).sort();

/** Whether a subject, which may hold wildcards itself, is within what a pattern allows. */
function covers(pattern: string, subject: string): boolean {
  const [allowed, asked] = [pattern.split('.'), subject.split('.')];
  const open = allowed.indexOf('>');
  if (open === -1 ? allowed.length !== asked.length : asked.length <= open) return false;
  return (open === -1 ? allowed : allowed.slice(0, open)).every((token, index) => token === '*' || token === asked[index]);
}
const withoutQueue = (pattern: string) => pattern.split(' ')[0] ?? '';
const mayPublish = (subject: string) => services.filter((service) => grants[service].publish.some((pattern) => covers(pattern, subject)));
const maySubscribe = (subject: string) =>
  services.filter((service) => grants[service].subscribe.some((pattern) => covers(withoutQueue(pattern), subject)));

const below = (first: string, service: string) => `${first}.${service}.noun.done.v1`;

describe('a service may call', () => {
  it.each([
    ['membership', [claimUpload, hasMailLeft, gatherFromRepository, gatherFromNotifications, gatherFromAudit]],
    ['repository', [claimUpload, listNetworkIds, registerCorrespondent, checkReviewer]],
    ['notifications', [gatherRecipients, listNetworkIds, listRecipients, mintLink, namePeople]],
    ['audit', [listNetworkIds]],
  ] as const)('what names it: %s', (service, named) => {
    expect(beginning(service, 'op')).toEqual(named.map(subjectOf).sort());
  });

  it('what is routed, where it is the edge, and what names it', () => {
    const routed = operations.filter((operation) => !isInternal(operation.access) && serviceOf(operation) !== 'gateway');
    const behind = [resolvePrincipals, listNetworkIds, drawSalt, countVisits, locatePicture, locateAttachment, locateLogo, locateMark];
    expect(beginning('gateway', 'op')).toEqual([...routed, ...behind].map(subjectOf).sort());
  });
});

describe('a service may do with streams', () => {
  const own = (service: ServiceName) => [`$JS.API.STREAM.INFO.${service}`];
  const listening = (stream: string, durable: string) => [
    `$JS.API.CONSUMER.INFO.${stream}.${durable}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`,
  ];
  it.each([
    ['gateway', []],
    [
      'membership',
      [
        ...listening('repository', 'membership-correspondents-answered'),
        ...listening('repository', 'membership-correspondents-closed'),
        ...listening('notifications', 'membership-recipients-bounced'),
      ],
    ],
    [
      'notifications',
      [
        ...listening('membership', 'notifications-networks'),
        ...listening('membership', 'notifications-people-erased'),
        ...listening('membership', 'notifications-networks-changed'),
        ...listening('membership', 'notifications-notices-membership'),
        ...listening('repository', 'notifications-notices-repository'),
      ],
    ],
    ['audit', (['membership', 'repository', 'notifications'] as const).flatMap((stream) => listening(stream, `audit-${stream}`))],
  ] as const)('what its own and its consumers need: %s', (service, consumers) => {
    expect(beginning(service, '$JS.API')).toEqual([...own(service), ...consumers].sort());
  });

  it('and acknowledge what it consumes', () => {
    expect(
      beginning('repository', '$JS.ACK').every((subject) => /^\$JS\.ACK\.(?:membership|notifications)\.repository-/.test(subject)),
    ).toBe(true);
    expect(beginning('repository', '$JS.ACK').length).toBe(
      consumptionsOf(definitions.find(({ name }) => name === 'repository')!.module).length,
    );
    expect(beginning('audit', '$JS.ACK')).toEqual([
      '$JS.ACK.membership.audit-membership.>',
      '$JS.ACK.notifications.audit-notifications.>',
      '$JS.ACK.repository.audit-repository.>',
    ]);
  });
});

describe.each(services)('nobody but %s', (service) => {
  it('tells its facts', () => {
    expect(mayPublish(below('ev', service))).toEqual([service]);
  });

  it('answers what it is asked, together with its replicas', () => {
    expect(maySubscribe(below('op', service))).toEqual([service]);
    expect(grants[service].subscribe).toContain(`op.${service}.> ${service}`);
  });

  it('is asked by others than itself: it would be let answer wherever its own question says', () => {
    expect(grants[service].publish.filter((subject) => subject.startsWith(`op.${service}.`))).toEqual([]);
  });

  it('reads its answers', () => {
    expect(maySubscribe(`_INBOX.${service}.x.y`)).toEqual([service]);
  });

  it('asks for its stream; nobody at all configures, removes or empties it, or takes messages out', () => {
    expect([mayPublish(streamRequest(service)), mayPublish(`$JS.API.STREAM.INFO.${service}`)]).toEqual([[service], [service]]);
    for (const act of ['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'MSG.DELETE', 'MSG.GET', 'RESTORE', 'SNAPSHOT'])
      expect(mayPublish(`$JS.API.STREAM.${act}.${service}`)).toEqual([]);
  });

  it('asks for its consumers; nobody at all makes, changes or removes one', () => {
    expect(mayPublish(consumerRequest(service))).toEqual(grants[service].consumes.length > 0 ? [service] : []);
    for (const act of ['CREATE', 'DURABLE.CREATE', 'DELETE', 'LIST', 'NAMES', 'PAUSE', 'RESET', 'UNPIN'])
      for (const whose of ['', `.${service}-x`, `.${service}-x.y`])
        expect(mayPublish(`$JS.API.CONSUMER.${act}.${service}${whose}`)).toEqual([]);
  });

  it('tells what it hears: whoever fetches his own facts has the server send words of his wherever he says', () => {
    expect(grants[service].consumes.filter(({ stream }) => stream === service)).toEqual([]);
  });

  it('listens under its name', () => {
    const others = services.filter((other) => other !== service).flatMap((other) => grants[other].publish);
    expect(others.filter((subject) => subject.includes(`.${service}-`))).toEqual([]);
  });
});

it('who makes streams and consumers does nothing else', () => {
  const acts = services.flatMap((service) => [
    ...['CREATE', 'INFO', 'UPDATE'].map((act) => `$JS.API.STREAM.${act}.${service}`),
    ...[`CREATE.${service}.>`, `LIST.${service}`, `DELETE.${service}.*`, `INFO.${service}.*`].map((act) => `$JS.API.CONSUMER.${act}`),
  ]);
  expect([...keeperPermissions.publish].sort()).toEqual(acts.sort());
  expect(keeperPermissions.subscribe).toEqual(['_INBOX.streams.>', 'stream.put.* streams', 'consumer.put.* streams']);
});

it('nobody hears facts as they are told, screens, or everything', () => {
  for (const subject of [below('ev', 'membership'), below('live', 'network'), '$JS.EVENT.ADVISORY.x', '_INBOX.other'])
    expect(maySubscribe(subject)).toEqual([]);
  expect(services.flatMap((service) => grants[service].subscribe).filter((pattern) => /^[>*]/.test(pattern))).toEqual([]);
});
