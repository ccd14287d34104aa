import { isInternal, services, type ServiceName } from '@alianza/contracts/access';
import { serviceOf, subjectOf, type Operation } from '@alianza/contracts/operation';
import type { Consumption } from '../events/consumes.decorator.js';

/** What a connection may publish and subscribe to, in the server's own words; an answer to whoever asked is allowed besides. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  /** `<subject> <queue>` allows this queue alone. */
  readonly subscribe: readonly string[];
}

/** Where a service receives its answers. */
export const inboxOf = (service: string): string => `_INBOX.${service}`;

/** Who makes streams and consumers, and where a service asks for its own. */
export const keeperName = 'streams';
export const streamRequest = (service: string): string => `stream.put.${service}`;
export const consumerRequest = (service: string): string => `consumer.put.${service}`;

/** What a service records its events in, and asks for; how a stream is configured is none of its business. */
const ownStream = (service: ServiceName) => [`ev.${service}.>`, `$JS.API.STREAM.INFO.${service}`, streamRequest(service)];

/** To make streams and their consumers and bring them up to date, never to empty or remove a stream, nor to hear or tell a fact. */
export const keeperPermissions: NatsPermissions = {
  publish: services.flatMap((service) => [
    ...['CREATE', 'INFO', 'UPDATE'].map((act) => `$JS.API.STREAM.${act}.${service}`),
    `$JS.API.CONSUMER.CREATE.${service}.>`,
    `$JS.API.CONSUMER.LIST.${service}`,
    ...['DELETE', 'INFO'].map((act) => `$JS.API.CONSUMER.${act}.${service}.*`),
  ]),
  subscribe: [`${inboxOf(keeperName)}.>`, ...[streamRequest, consumerRequest].map((asked) => `${asked('*')} ${keeperName}`)],
};

/** To fetch, and not to say what or whereto: a consumer is its keeper's to make. */
const listening = ({ stream, durable }: Consumption) => [
  ...['INFO', 'MSG.NEXT'].map((act) => `$JS.API.CONSUMER.${act}.${stream}.${durable}`),
  `$JS.ACK.${stream}.${durable}.>`,
];

/** The edge asks for whatever is routed; everybody, for what names them; nobody himself, who would be let answer wherever he says. */
function mayCall(service: ServiceName, operation: Operation): boolean {
  const { access } = operation;
  if (serviceOf(operation) === service) return false;
  return isInternal(access) ? access.internal.includes(service) : service === 'gateway';
}

/** What a service needs and nothing more: to ask, to answer, to tell its own facts, to hear those it consumes. */
export function natsPermissions(
  service: ServiceName,
  operations: readonly Operation[],
  consumptions: readonly Consumption[],
): NatsPermissions {
  const calls = operations.filter((operation) => mayCall(service, operation)).map(subjectOf);
  const asking = consumptions.length > 0 ? [consumerRequest(service)] : [];
  return {
    publish: [...calls, ...ownStream(service), ...asking, ...consumptions.flatMap(listening)].sort(),
    subscribe: [`${inboxOf(service)}.>`, `op.${service}.> ${service}`],
  };
}
