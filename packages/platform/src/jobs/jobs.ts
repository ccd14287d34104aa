import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { fromKysely, PgBoss } from 'pg-boss';
import { newId } from '../ids.js';
import { correlation, withoutAddresses } from '../run/log.js';
import { CONFIG, LOG, type Config, type Log } from '../run/service-definition.js';

/** Seconds between two looks for work when there was none. */
const interval = 0.5;

/** Work for later, enqueued by the transaction that wants it and done in this service's own database. */
@Injectable()
export class Jobs implements OnModuleInit, BeforeApplicationShutdown {
  private readonly boss: PgBoss;

  constructor(
    @Inject(CONFIG) { DATABASE_URL }: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.boss = new PgBoss({ connectionString: DATABASE_URL, max: 2, migrate: false, createSchema: false });
    this.boss.on('error', (error) => this.log.warn({ error }, 'jobs wait'));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 15_000 });
  }

  /** One job per key while it waits or runs; null when there was one already. Data holds ids, never addresses. */
  async enqueue(em: SqlEntityManager, queue: string, key: string, data: object): Promise<string | null> {
    const transaction: unknown = em.getTransactionContext();
    if (!transaction) throw new Error('a job is enqueued by a transaction');
    return this.boss.send(queue, data, { singletonKey: key, db: fromKysely(transaction as never) });
  }

  /** A failed job is tried again for about a day, with pauses that grow to ten minutes. `run` must bear being repeated. */
  async work<D>(queue: string, run: (data: D) => Promise<void>): Promise<void> {
    await this.boss.work<D>(queue, { pollingIntervalSeconds: interval, burstWhenBatchFull: true }, async (jobs) => {
      for (const job of jobs) await correlation.run(job.id, () => this.tried(queue, job.id, () => run(job.data)));
    });
  }

  /** Runs by the cron expression (UTC), once whatever the number of replicas. */
  async schedule(queue: string, cron: string): Promise<void> {
    await this.boss.schedule(queue, cron, { id: newId() });
  }

  private async tried(queue: string, job: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.log.warn({ queue, job, error }, 'a job failed');
      // the queue keeps what is thrown: only words, since a mailer's or a driver's error also carries addresses and rows
      throw new Error(withoutAddresses(error instanceof Error ? error.message : String(error)));
    }
  }
}
