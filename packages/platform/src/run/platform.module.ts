import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { NatsConnection } from '@nats-io/transport-node';
import { Clock } from '../clock.js';
import { openWatchedOrm } from '../data/dialect.js';
import { NetworkReads } from '../data/reads/network-reads.js';
import { PublicReads } from '../data/reads/public-reads.js';
import { deadLettersController } from '../events/dead-letters.controller.js';
import { DeadLetters } from '../events/dead-letters.js';
import { Relay } from '../events/relay.js';
import { FILES } from '../files/file-store.js';
import { Files } from '../files/files.js';
import { openFileStore } from '../files/open-file-store.js';
import { Housekeeping } from '../jobs/housekeeping.js';
import { Jobs } from '../jobs/jobs.js';
import { connectNats, NATS, noteTroubles } from '../nats/connection.js';
import { OperationsClient } from '../nats/operations.client.js';
import { NatsTransport } from '../nats/transport.js';
import { Backlog } from '../observe/backlog.js';
import { Observer } from '../observe/observer.js';
import { alignSpans } from '../observe/tracing.js';
import { readPrivateKey, readPublicKey } from '../principals/keys.js';
import { PassReader, PassSigner } from '../principals/pass.js';
import { Health } from './health.js';
import { CONFIG, LOG, SERVICE, type Config, type Log, type ServiceDefinition } from './service-definition.js';

const measureEvery = 60_000;

/** Opens first and closes last what everything else stands on; keeps the clock measured against the database. */
@Injectable()
class Connections implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    private readonly relay: Relay,
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOG) private readonly log: Log,
    private readonly observer: Observer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.measure();
    this.timer = setInterval(() => void this.measure(), measureEvery).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.relay.finish(); // whoever could record anything has finished
    await this.nats.drain().catch(() => undefined);
    await this.orm.close();
    await this.observer.close();
  }

  private async measure(): Promise<void> {
    const ask = async () => {
      const [row] = await this.orm.em.fork().execute<{ at: string }[]>('select clock_timestamp() as at');
      return new Date(row?.at ?? NaN);
    };
    const measured = this.clock.measure(ask).then(() => alignSpans(this.clock.instant()));
    await measured.catch((error: unknown) => this.log.warn({ error }, 'the clock could not be measured'));
  }
}

export const trustedKeys = ({ TRUSTED_KEYS }: Pick<Config, 'TRUSTED_KEYS'>) =>
  new Map(Object.entries(TRUSTED_KEYS).map(([name, key]) => [name, readPublicKey(key)]));

/** What a service is made of before its modules are. */
export interface Foundation {
  readonly service: ServiceDefinition;
  readonly config: Config;
  readonly log: Log;
  readonly observer: Observer;
}

const connections = ({ service, config, log, observer }: Foundation): Provider[] => [
  { provide: SERVICE, useValue: service },
  { provide: CONFIG, useValue: config },
  { provide: LOG, useValue: log },
  { provide: Observer, useValue: observer },
  { provide: NATS, useFactory: async () => noteTroubles(await connectNats(config, service.name), log) },
  {
    provide: MikroORM,
    useFactory: () => openWatchedOrm({ options: service.orm, connectionString: config.DATABASE_URL, log }, observer.database),
  },
  { provide: EntityManager, useFactory: (orm: MikroORM) => orm.em, inject: [MikroORM] },
  { provide: FILES, useFactory: () => openFileStore(config) },
  { provide: PassReader, useFactory: (clock: Clock) => new PassReader(trustedKeys(config), clock), inject: [Clock] },
  {
    provide: PassSigner,
    useFactory: (clock: Clock) => new PassSigner(service.name, readPrivateKey(config.SERVICE_KEY), clock),
    inject: [Clock],
  },
];

const shared = [Clock, DeadLetters, Files, Health, Jobs, NetworkReads, OperationsClient, PublicReads, Relay];

/** What every service stands on. */
@Module({})
export class PlatformModule {
  static forService(foundation: Foundation): DynamicModule {
    const { service } = foundation;
    return {
      module: PlatformModule,
      global: true,
      controllers: [deadLettersController(service.name)],
      providers: [...connections(foundation), ...shared, Backlog, Connections, Housekeeping, NatsTransport],
      exports: [...shared, Observer, SERVICE, CONFIG, LOG, NATS, FILES, MikroORM, EntityManager, PassReader, PassSigner, NatsTransport],
    };
  }
}
