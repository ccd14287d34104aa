import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Event } from '@alianza/contracts/event';
import { prepared } from '../data/prepared.js';
import { NATS } from '../nats/connection.js';
import { hasStream, isOutOfTurn, jetStreamPatience, requestStream } from '../nats/streams.js';
import { withHeaders } from '../nats/wire.js';
import { Observer } from '../observe/observer.js';
import { replicasOf } from '../run/config.js';
import { CONFIG, LOG, SERVICE, type Config, type Log, type ServiceDefinition } from '../run/service-definition.js';

export interface Around {
  /** The event before it in the same batch. */
  readonly previous: Event | undefined;
  /** The trace that recorded it. */
  readonly traceparent: string | null;
}

export type Publish = (event: Event, around?: Around) => Promise<unknown>;

const next = `select position, event || jsonb_build_object('occurredAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as event,
  traceparent from outbox where published_at is null order by position limit $1`;
const mark = 'update outbox set published_at = now() where position = any($1::bigint[])';
const batch = 100;
/** The database takes the lock from a relay that does not move any more: longer than a publication waits. */
const tryLock = `select set_config('idle_in_transaction_session_timeout', '15s', true), pg_try_advisory_xact_lock(hashtext($1)) as mine`;

interface Row {
  readonly position: string;
  readonly event: Event;
  readonly traceparent: string | null;
}

/**
 * All at once, each upon the one before it. Where the stream refuses only because something else came in between, which happens after what was
 * taken for lost was not, they are told once more, one after the other.
 */
async function publishAll(rows: readonly Row[], publish: Publish): Promise<void> {
  const tries = rows.map(({ event, traceparent }, index) => publish(event, { previous: rows[index - 1]?.event, traceparent }));
  const failures = (await Promise.allSettled(tries)).flatMap((tried) => (tried.status === 'rejected' ? [tried.reason as Error] : []));
  const serious = failures.find((failure) => !isOutOfTurn(failure));
  if (serious) throw serious;
  if (failures.length === 0) return;
  for (const { event, traceparent } of rows) await publish(event, { previous: undefined, traceparent });
}

/** Publishes one batch in order and marks it; one relay at a time, whoever holds the lock. Returns how many. */
export async function relayBatch(em: EntityManager, publish: Publish, size = batch): Promise<number> {
  return em.fork().transactional(async (tx) => {
    const [lock] = await prepared<{ mine: boolean }>(tx, tryLock, ['outbox']);
    if (!lock?.mine) return 0;
    const rows = await prepared<Row>(tx, next, [size]);
    if (rows.length === 0) return 0;
    await publishAll(rows, publish);
    await prepared(tx, mark, [rows.map(({ position }) => position)]);
    return rows.length;
  });
}

/** Marks everything that is kept as not told yet, once no relay is at work: what it has just marked counts as well. Returns how many. */
export async function tellAgain(em: EntityManager): Promise<number> {
  return em.fork().transactional(async (tx) => {
    await tx.execute(`select pg_advisory_xact_lock(hashtext('outbox'))`);
    const rows = await tx.execute<object[]>('update outbox set published_at = null where published_at is not null returning 1');
    return rows.length;
  });
}

/**
 * The message id lets the stream drop what a killed relay publishes again. None is taken unless the one before it was, so that a leader lost
 * in the middle of a batch leaves no hole that would be filled later.
 */
export const toStream =
  (js: JetStreamClient, watches = Observer.idle.events): Publish =>
  async (event, around) => {
    const begun = watches.publishes(event.subject).join(around?.traceparent);
    let code = 'unavailable';
    try {
      const expected = around?.previous && { expect: { lastMsgID: around.previous.id } };
      const traced = begun.traceparent && { headers: withHeaders({ traceparent: begun.traceparent }) };
      await js.publish(event.subject, JSON.stringify(event), { msgID: event.id, timeout: jetStreamPatience, ...expected, ...traced });
      code = 'ok';
    } finally {
      begun.end(code);
    }
  };

const idle = 500;
/** Milliseconds after which the stream is looked at although nothing seems wrong. */
const trust = 30_000;

/**
 * Carries the outbox to the stream: at once after a commit of this process, and looks by itself twice a second. It also has the
 * stream made, and where it was lost made again, and tells whatever the outbox keeps.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap {
  private stopped = false;
  private running = Promise.resolve();
  private rouse: (() => void) | null = null;
  private awake = false;
  private looked = -Infinity;
  private put = false;
  private asked: Promise<void> | null = null;

  constructor(
    private readonly em: EntityManager,
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    private readonly observer: Observer,
  ) {}

  /** The stream is there when this resolves, unless NATS is in trouble: then the service starts without it, and the outbox waits. */
  async onApplicationBootstrap(): Promise<void> {
    void this.watch();
    await this.look().catch((error: unknown) => this.failed(error));
    this.running = this.loop(toStream(jetstream(this.nats), this.observer.events));
  }

  /** Tells what is still to tell, then no more: for when nothing can be recorded any longer. */
  async finish(): Promise<void> {
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
    for (;;) {
      const leaving = this.stopped;
      this.awake = false;
      const sent = await this.carry(publish);
      if (sent === batch) continue;
      if (leaving || (this.stopped && sent === null)) return;
      await this.rest();
    }
  }

  /** How many events were told; null when they could not be. */
  private async carry(publish: Publish): Promise<number | null> {
    try {
      if (performance.now() - this.looked > trust) await this.look();
      return await relayBatch(this.em, publish);
    } catch (error) {
      return this.failed(error);
    }
  }

  private failed(error: unknown): null {
    this.looked = -Infinity; // the stream itself may be gone
    this.log.warn({ error }, 'the outbox waits');
    return null;
  }

  /** Marks first and asks for the stream then: who is killed in between finds it missing again. One that is there need only be brought up to date: nothing waits for that. */
  private async look(): Promise<void> {
    const { name } = this.service;
    const isThere = await hasStream(this.nats, name);
    if (!isThere) {
      const events = await tellAgain(this.em);
      if (events > 0) this.log.warn({ stream: name, events }, 'the stream was lost: it is asked for, and what is kept is told again');
    }
    if (!isThere) await this.request();
    else if (!this.put)
      void this.request().catch((error: unknown) => this.stopped || this.log.warn({ error }, 'the stream stays as it is'));
    this.looked = performance.now();
  }

  private request(): Promise<void> {
    const made = () => {
      this.put = true;
    };
    this.asked ??= requestStream(this.nats, this.service.name, replicasOf(this.config))
      .then(made)
      .finally(() => (this.asked = null));
    return this.asked;
  }

  /** Whoever comes back may have forgotten everything. */
  private async watch(): Promise<void> {
    for await (const { type } of this.nats.status()) {
      if (type !== 'reconnect') continue;
      this.looked = -Infinity;
      this.wake();
    }
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
