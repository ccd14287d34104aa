import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ServiceName } from '@alianza/contracts/access';
import { managerOf } from '../nats/streams.js';
import type { Metrics } from './metrics.js';
import { Observer } from './observer.js';

const outbox = `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(recorded_at)), 0)::float as oldest
  from outbox where published_at is null`;
const deadLetters = 'select consumer, count(*)::int as waiting from dead_letter where retried_at is null group by consumer';
/** pg-boss counts them itself, some seconds ago. */
const jobs = 'select name, queued_count as waiting, active_count as active, failed_count as failed from pgboss.queue';

interface Queue {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

/** What waits in the database of a service, asked whenever its metrics are read. */
@Injectable()
export class Backlog implements OnModuleInit {
  constructor(
    private readonly em: EntityManager,
    private readonly observer: Observer,
  ) {}

  onModuleInit(): void {
    const { metrics } = this.observer;
    if (!metrics.on) return;
    this.watchOutbox(metrics);
    this.watchDeadLetters(metrics);
    this.watchJobs(metrics);
  }

  private watchOutbox(metrics: Metrics): void {
    const waiting = metrics.gauge('alianza_outbox_waiting', 'Events recorded and not published yet').of({});
    const oldest = metrics.gauge('alianza_outbox_oldest_seconds', 'Age of the oldest event not published yet').of({});
    metrics.beforeReading(async () => {
      waiting.set(null);
      oldest.set(null);
      const [row] = await this.em.fork().execute<{ waiting: number; oldest: number }[]>(outbox);
      waiting.set(row?.waiting ?? null);
      oldest.set(row?.oldest ?? null);
    });
  }

  private watchDeadLetters(metrics: Metrics): void {
    const family = metrics.gauge('alianza_dead_letters_waiting', 'Events that wait for somebody to retry them', ['durable']);
    metrics.beforeReading(async () => {
      family.forget();
      const rows = await this.em.fork().execute<{ consumer: string; waiting: number }[]>(deadLetters);
      for (const { consumer, waiting } of rows) family.of({ durable: consumer }).set(waiting);
    });
  }

  private watchJobs(metrics: Metrics): void {
    const family = metrics.gauge('alianza_jobs', 'Background work by what became of it so far', ['queue', 'state']);
    metrics.beforeReading(async () => {
      family.forget();
      const rows = await this.em.fork().execute<Queue[]>(jobs);
      for (const { name, ...counts } of rows)
        for (const [state, count] of Object.entries(counts)) family.of({ queue: name, state }).set(count);
    });
  }
}

/** How far a durable consumer is behind its stream. */
export function watchLag(metrics: Metrics, nats: NatsConnection, { stream, durable }: { stream: ServiceName; durable: string }): void {
  const lag = metrics.gauge('alianza_consumer_events', 'Events of a durable consumer: pending, unacknowledged, redelivered', [
    'durable',
    'state',
  ]);
  const states = {
    pending: lag.of({ durable, state: 'pending' }),
    unacknowledged: lag.of({ durable, state: 'unacknowledged' }),
    redelivered: lag.of({ durable, state: 'redelivered' }),
  };
  metrics.beforeReading(async () => {
    for (const state of Object.values(states)) state.set(null);
    const manager = await managerOf(nats);
    const { num_pending, num_ack_pending, num_redelivered } = await manager.consumers.info(stream, durable);
    states.pending.set(num_pending);
    states.unacknowledged.set(num_ack_pending);
    states.redelivered.set(num_redelivered);
  });
}
