import { isInternal, type ServiceName } from '@alianza/contracts/access';
import { subjectOf, type Operation } from '@alianza/contracts/operation';
import type { Consumption } from '../events/consumes.decorator.js';

/** What a connection may publish and subscribe to, in the server's own words; an answer to whoever asked is allowed besides. */
export interface NatsPermissions {
  readonly publish: readonly string[];
  /** `<subject> <queue>` allows this queue alone. */
  readonly subscribe: readonly string[];
}

/** Where a service receives its answers. */
export const inboxOf = (service: string): string => `_INBOX.${service}`;

/** What a service records its events in, and what it keeps its own stream with: to make it, never to empty or remove it. */
const ownStream = (service: ServiceName) => [
  `ev.${service}.>`,
  ...['CREATE', 'INFO', 'UPDATE'].map((act) => `$JS.API.STREAM.${act}.${service}`),
];

const listening = ({ stream, durable, filter }: Consumption) => [
  `$JS.API.CONSUMER.CREATE.${stream}.${durable}.${filter}`,
  ...['INFO', 'MSG.NEXT'].map((act) => `$JS.API.CONSUMER.${act}.${stream}.${durable}`),
  `$JS.ACK.${stream}.${durable}.>`,
];

/** The edge asks for whatever is routed, its own operations too; everybody, for what names them. */
const mayCall = (service: ServiceName, { access }: Operation) =>
  isInternal(access) ? access.internal.includes(service) : service === 'gateway';

/** What a service needs and nothing more: to ask, to answer, to tell its own facts, to hear those it consumes. */
export function natsPermissions(
  service: ServiceName,
  operations: readonly Operation[],
  consumptions: readonly Consumption[],
): NatsPermissions {
  const calls = operations.filter((operation) => mayCall(service, operation)).map(subjectOf);
  return {
    publish: [...calls, ...ownStream(service), ...consumptions.flatMap(listening)].sort(),
    subscribe: [`${inboxOf(service)}.>`, `op.${service}.> ${service}`],
  };
}
