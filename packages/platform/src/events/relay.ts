import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Event } from '@alianza/contracts/event';
import { NATS, openStream } from '../nats/connection.js';
import { LOG, SERVICE, type Log, type ServiceDefinition } from '../run/service-definition.js';

export type Publish = (event: Event) => Promise<unknown>;

const next = `select position, event || jsonb_build_object('occurredAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as event
  from outbox where published_at is null order by position limit ?`;
const batch = 100;

/** Publishes one batch in order and marks it; one relay at a time, whoever holds the lock. Returns how many. */
export async function relayBatch(em: EntityManager, publish: Publish, size = batch): Promise<number> {
  return em.fork().transactional(async (tx) => {
    const [lock] = await tx.execute<{ mine: boolean }[]>(`select pg_try_advisory_xact_lock(hashtext('outbox')) as mine`);
    if (!lock?.mine) return 0;
    const rows = await tx.execute<{ position: string; event: Event }[]>(next, [size]);
    if (rows.length === 0) return 0;
    await Promise.all(rows.map((row) => publish(row.event)));
    await tx.execute('update outbox set published_at = now() where position in (?)', [rows.map((row) => row.position)]);
    return rows.length;
  });
}

/** The message id lets the stream drop what a killed relay publishes again. */
export const toStream =
  (js: JetStreamClient): Publish =>
  (event) =>
    js.publish(event.subject, JSON.stringify(event), { msgID: event.id });

const idle = 250;

/** Carries the outbox to the stream: at once after a commit of this process, and looks by itself every quarter of a second. */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private stopped = false;
  private running = Promise.resolve();
  private rouse: (() => void) | null = null;
  private awake = false;

  constructor(
    private readonly em: EntityManager,
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const publish = toStream(await openStream(this.nats, this.service.name));
    this.running = this.loop(publish);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  /** There may be something to tell. */
  wake(): void {
    this.awake = true;
    this.rouse?.();
  }

  private async loop(publish: Publish): Promise<void> {
    while (!this.stopped) {
      this.awake = false;
      const sent = await relayBatch(this.em, publish).catch((error: unknown) => this.failed(error));
      if (sent < batch) await this.rest();
    }
  }

  private failed(error: unknown): number {
    this.log.warn({ error }, 'the outbox waits');
    return 0;
  }

  private rest(): Promise<void> {
    if (this.awake || this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, idle);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
