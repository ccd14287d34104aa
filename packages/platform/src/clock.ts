import { Injectable } from '@nestjs/common';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { noteNow, opening } from './data/dialect.js';

let shift = 0;

/** Moves every clock of this process; for tests alone. Milliseconds. */
export function shiftClocks(milliseconds: number): void {
  if (process.env.NODE_ENV !== 'test') throw new Error('clocks are shifted in tests only');
  shift = milliseconds;
}

/** Milliseconds: half of it is by how much a measured time may be wrong, and passes between services live for ten seconds. */
const longestJourney = 2000;

/** The database's time, so that machines whose clocks differ agree on every deadline. */
@Injectable()
export class Clock {
  private offset = 0;

  /** The transaction's `now()`. */
  async now(em: SqlEntityManager): Promise<Date> {
    const told = opening.getStore()?.now ?? (await em.execute<{ now: Date | string }[]>('select now() as now'))[0]?.now;
    if (told === undefined) throw new Error('the database told no time');
    noteNow(told);
    return new Date(new Date(told).getTime() + shift);
  }

  /** Outside a transaction: this process's clock, corrected by the offset measured last. */
  instant(): Date {
    return new Date(Date.now() + this.offset + shift);
  }

  /**
   * Compares with the database; `ask` answers its `clock_timestamp()`. Half of the journey counts for the way back; one on which the database stood
   * still would set the clock wrong, so that what was measured before stays.
   */
  async measure(ask: () => Promise<Date>): Promise<void> {
    const before = Date.now();
    const there = await ask();
    const after = Date.now();
    if (Number.isNaN(there.getTime())) throw new Error('the database told no time');
    if (after - before > longestJourney) throw new Error('the database took too long to tell the time');
    this.offset = there.getTime() - (before + after) / 2;
  }
}
