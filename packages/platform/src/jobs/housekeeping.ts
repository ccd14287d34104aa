import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { retention } from '@alianza/contracts/privacy/retention';
import { housekeeping } from './install.js';
import { Jobs } from './jobs.js';

const { answerHours, toldDays, heardDays } = retention;

/** How long the platform's own rows are kept. */
const sweeps = [
  `delete from idempotency where made_at < now() - interval '${String(answerHours)} hours'`,
  `delete from outbox where published_at < now() - interval '${String(toldDays)} days'`,
  `delete from inbox where done_at < now() - interval '${String(heardDays)} days'`,
];

@Injectable()
export class Housekeeping implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('17 * * * *', housekeeping, () => this.sweep());
  }

  async sweep(): Promise<void> {
    for (const sql of sweeps) await this.em.fork().execute(sql);
  }
}
