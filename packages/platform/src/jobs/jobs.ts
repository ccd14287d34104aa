import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { fromKysely, PgBoss, type JobResult } from 'pg-boss';
import { opening } from '../data/dialect.js';
import { newId } from '../ids.js';
import { Observer } from '../observe/observer.js';
import { current } from '../observe/tracing.js';
import { correlation, withoutAddresses } from '../run/log.js';
import { CONFIG, LOG, type Config, type Log } from '../run/service-definition.js';

/**
 * Seconds between two looks for work when there was none: for what is tried again and what a process left behind. What a transaction of this
 * process enqueued is looked for when it has committed.
 */
const interval = 2;
/** The same for what only its hour asks for: nobody waits for it, and a poll is a statement. */
const seldom = 30;
/** Jobs taken and done at a time. More than one: only after a full batch does the queue look again at once, else it does two jobs a second. */
const batch = { batchSize: 4, burstWhenBatchFull: true, perJobResults: true } as const;
/** Seconds between two looks for jobs whose process died. */
const supervision = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 };

/** A queue by its name alone, or with how its job stands to others of it: the higher is done first, 0 is usual. */
export type Line = string | { readonly queue: string; readonly priority: number };

/** A job's data, and the trace that wanted it. */
type Carried<D> = D & { traceparent?: string };

/** Work for later, enqueued by the transaction that wants it and done in this service's own database. */
@Injectable()
export class Jobs implements OnModuleInit, BeforeApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly workers = new Map<string, string>();

  constructor(
    @Inject(CONFIG) { DATABASE_URL }: Config,
    @Inject(LOG) private readonly log: Log,
    private readonly observer: Observer,
  ) {
    this.boss = new PgBoss({ connectionString: DATABASE_URL, max: 2, migrate: false, createSchema: false, ...supervision });
    this.boss.on('error', (error) => this.log.warn({ error }, 'jobs wait'));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 15_000 });
  }

  /** One job per key while it waits or runs; null when there was one already. Data holds ids, never addresses. */
  async enqueue(em: SqlEntityManager, line: Line, key: string, data: object): Promise<string | null> {
    const { queue, priority } = typeof line === 'string' ? { queue: line, priority: 0 } : line;
    const { db, carried } = this.within(em, queue);
    return this.boss.send(queue, carried(data), { singletonKey: key, priority, db });
  }

  /** The same of many at once, by their keys, in one statement. */
  async enqueueAll(em: SqlEntityManager, queue: string, wanted: ReadonlyMap<string, object>): Promise<void> {
    const { db, carried } = this.within(em, queue);
    const jobs = [...wanted].map(([singletonKey, data]) => ({ singletonKey, data: carried(data) }));
    if (jobs.length > 0) await this.boss.insert(queue, jobs, { db });
  }

  /** The transaction at hand, after which the queue is looked at, and how data carries the trace. */
  private within(em: SqlEntityManager, queue: string) {
    const transaction: unknown = em.getTransactionContext();
    if (!transaction) throw new Error('a job is enqueued by a transaction');
    const traceparent = current.getStore()?.traceparent;
    opening.getStore()?.after.push(() => this.wake(queue));
    const carried = (data: object): object => (traceparent === undefined ? data : { ...data, traceparent });
    return { db: fromKysely(transaction as never), carried };
  }

  /** A failed job is tried again for about a day, with pauses that grow to ten minutes. `run` must bear being repeated. */
  work<D>(queue: string, run: (data: D) => Promise<void>): Promise<void> {
    return this.take(queue, interval, run);
  }

  /** Work that is wanted by the cron expression (UTC), once whatever the number of replicas; what else enqueues it may say of what. */
  async workAt<D>(cron: string, queue: string, run: (data: Partial<D>) => Promise<void>): Promise<void> {
    await this.take(queue, seldom, run);
    await this.schedule(queue, cron);
  }

  private async take<D>(queue: string, pollingIntervalSeconds: number, run: (data: D) => Promise<void>): Promise<void> {
    const watch = this.observer.works(queue);
    const worker = await this.boss.work<Carried<D>>(queue, { pollingIntervalSeconds, ...batch }, (jobs) =>
      Promise.all(
        jobs.map(async ({ id, data: carried }) => {
          const { traceparent, ...data } = carried;
          const begun = watch.join(traceparent);
          const result = await begun.run(() => correlation.run(id, () => this.tried(queue, id, () => run(data as unknown as D))));
          begun.end(result.status === 'failed' ? 'failed' : 'ok');
          return result;
        }),
      ),
    );
    this.workers.set(queue, worker);
  }

  /** There may be something to do. */
  private wake(queue: string): void {
    const worker = this.workers.get(queue);
    if (worker !== undefined) this.boss.notifyWorker(worker);
  }

  /** Runs by the cron expression (UTC), once whatever the number of replicas. */
  async schedule(queue: string, cron: string): Promise<void> {
    await this.boss.schedule(queue, cron, { id: newId() });
  }

  private async tried(queue: string, id: string, run: () => Promise<void>): Promise<JobResult> {
    try {
      await run();
      return { id, status: 'completed' };
    } catch (error) {
      this.log.warn({ queue, job: id, error }, 'a job failed');
      // only words are kept, since a mailer's or a driver's error also carries addresses and rows
      return { id, status: 'failed', output: { message: withoutAddresses(error instanceof Error ? error.message : String(error)) } };
    }
  }
}
