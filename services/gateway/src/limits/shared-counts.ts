import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@alianza/platform/clock';
import { Lane } from '@alianza/platform/data/reads/lane';
import { CONFIG, LOG, type Log } from '@alianza/platform/run/service-definition';
import type { GatewayConfig } from '../config.js';
import { addUp, forgetPast } from './limits.queries.js';

/** So many more of one count, whose time is so many seconds if it begins now. */
export interface More {
  readonly id: string;
  readonly more: number;
  readonly seconds: number;
}

export interface Counted {
  /** After adding. */
  readonly used: number;
  /** By the database's clock, in milliseconds. */
  readonly ends: number;
}

interface Waiting extends More {
  readonly resolve: (counted: Counted) => void;
  readonly reject: (error: unknown) => void;
}

interface Row extends Counted {
  readonly id: string;
}

/** Milliseconds that a connection may take to open. */
const connecting = 5000;
const forgetEvery = 60_000;

/** Counts that all replicas share, in this service's database. One statement at a time; what is asked meanwhile goes together in the next. */
@Injectable()
export class SharedCounts implements OnApplicationBootstrap, OnApplicationShutdown {
  /** False from a failure until it counts again: meanwhile nobody need wait for it. */
  present = true;
  private readonly lane: Lane;
  private waiting: Waiting[] = [];
  private busy = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) { DATABASE_URL, LIMITS_PATIENCE_MS: patience }: GatewayConfig,
    @Inject(LOG) private readonly log: Log,
    private readonly clock: Clock,
  ) {
    this.lane = new Lane({ connectionString: DATABASE_URL, name: 'rate limits', patience, connecting, plans: 'once' });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.forget();
    this.timer = setInterval(() => void this.forget(), forgetEvery).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.lane.close();
  }

  add(more: More): Promise<Counted> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...more, resolve, reject });
      if (!this.busy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      const taken = this.waiting;
      this.waiting = [];
      try {
        settle(taken, await this.addAll(taken));
        this.present = true;
      } catch (error) {
        this.noteAway(error);
        for (const { reject } of taken) reject(error);
      }
    }
    this.busy = false;
  }

  private addAll(taken: readonly Waiting[]): Promise<Row[]> {
    const sums = new Map<string, More>();
    for (const { id, more, seconds } of taken) sums.set(id, { id, more: more + (sums.get(id)?.more ?? 0), seconds });
    const all = [...sums.values()];
    const columns = [all.map(({ id }) => id), all.map(({ more }) => more), all.map(({ seconds }) => seconds)];
    return this.lane.rows<Row>(addUp, [...columns, this.clock.instant()]);
  }

  private noteAway(error: unknown): void {
    if (this.present) this.log.warn({ error }, 'rate limits are counted in memory: the database does not answer');
    this.present = false;
  }

  private async forget(): Promise<void> {
    await this.lane.rows(forgetPast, [this.clock.instant()]).catch((error: unknown) => this.noteAway(error));
  }
}

/** Several may have asked for the same count: each hears where its own part of the sum ended. */
function settle(taken: readonly Waiting[], rows: readonly Row[]): void {
  const counted = new Map(rows.map(({ id, used, ends }) => [id, { used, ends }]));
  for (const { id, more, resolve, reject } of taken.toReversed()) {
    const count = counted.get(id);
    if (!count) {
      reject(new Error('a count is missing'));
      continue;
    }
    resolve({ ...count });
    count.used -= more;
  }
}
