import { services, type ServiceName } from '@alianza/contracts/access';
import { operations } from '@alianza/contracts/registry';
import type { Consumption } from '@alianza/platform/events/consumes.decorator';
import { consumptionsOf } from '@alianza/platform/events/consumptions';
import { newNkey } from '@alianza/platform/nats/nkeys';
import { keeperPermissions, natsPermissions, type NatsPermissions } from '@alianza/platform/nats/permissions';
import type { ServiceDefinition } from '@alianza/platform/run/service-definition';

/** What a service may do, and what it consumes. */
interface Grant extends NatsPermissions {
  readonly consumes: readonly Consumption[];
}
type Grants = Readonly<Record<ServiceName, Grant>>;

/** Who may enter, and what for; without permissions, for everything in its account. */
export interface NatsUser {
  /** Public key, or the variable of the server's environment that holds it. */
  readonly nkey: string;
  readonly permissions: NatsPermissions | null;
}

/** A closed world of subjects and streams, in which each service is itself. Keys are new each time and in no file. */
export interface NatsAccount {
  readonly name: string;
  readonly users: readonly NatsUser[];
  /** What each service proves itself with. */
  readonly seeds: Readonly<Record<ServiceName, string>>;
  /** Of who makes their streams and consumers. */
  readonly streams: string;
  /** What all of them consume. */
  readonly consumptions: readonly Consumption[];
  /** Of a user who may do everything in it: for specs, which look at and prepare what services may not. */
  readonly keeper: string;
}

/** What each service may do, read from the contracts and from what its controllers consume; `also` adds what a spec's own consumers are. */
export function grantsOf(
  definitions: readonly Pick<ServiceDefinition, 'name' | 'module'>[],
  also: Partial<Record<ServiceName, readonly Consumption[]>> = {},
): Grants {
  const grants = definitions.map(({ name, module }): readonly [ServiceName, Grant] => {
    const consumed = [...consumptionsOf(module), ...(also[name] ?? [])];
    return [name, { ...natsPermissions(name, operations, consumed), consumes: consumed }];
  });
  return Object.fromEntries(grants) as Grants;
}

export function newNatsAccount(name: string, grants: Grants): NatsAccount {
  const keys = services.map((service) => [service, newNkey()] as const);
  const [streams, keeper] = [newNkey(), newNkey()];
  return {
    name,
    users: [
      ...keys.map(([service, { publicKey }]) => ({ nkey: publicKey, permissions: grants[service] })),
      { nkey: streams.publicKey, permissions: keeperPermissions },
      { nkey: keeper.publicKey, permissions: null },
    ],
    seeds: Object.fromEntries(keys.map(([service, { seed }]) => [service, seed])) as Record<ServiceName, string>,
    streams: streams.seed,
    consumptions: services.flatMap((service) => grants[service].consumes),
    keeper: keeper.seed,
  };
}
