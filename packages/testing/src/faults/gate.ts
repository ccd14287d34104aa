import type { ServiceName } from '@alianza/contracts/access';
import type pg from 'pg';
import { eventually } from '../eventually.js';
import type { Processes } from './processes.js';

/**
 * Where transactions are held up: at the moment in which they change a table's rows (`before`), or when they commit, all their statements
 * being done (`commit`).
 */
export interface Stop {
  readonly table: string;
  readonly on: 'insert' | 'update';
  readonly at: 'before' | 'commit';
}

/** Numbers that nobody else takes for an advisory lock: one for each table. */
const locks = 20_261_121;
const lockOf = (table: string): number => locks + [...table].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/** Holds up transactions of a service at one point, so that a process can be killed exactly there. Shut when it is made. */
export class Gate {
  private constructor(
    private readonly client: pg.Client,
    private readonly table: string,
    private readonly lock = lockOf(table),
  ) {}

  static async shut(world: Processes, service: ServiceName, { table, on, at }: Stop): Promise<Gate> {
    const client = await world.client(service);
    const gate = new Gate(client, table);
    await client.query('select pg_advisory_lock($1)', [gate.lock]);
    await client.query(`create or replace function ${gate.name}() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${String(gate.lock)}); return new; end $$`);
    const moment = at === 'before' ? `trigger ${gate.name} before ${on}` : `constraint trigger ${gate.name} after ${on}`;
    const rest = at === 'before' ? '' : 'deferrable initially deferred';
    await client.query(`create ${moment} on ${table} ${rest} for each row execute function ${gate.name}()`);
    return gate;
  }

  /** Until so many transactions stand before it. */
  async untilWaiting(count = 1): Promise<void> {
    await eventually(async () => (await this.waiting()) >= count, 15_000);
  }

  /** Lets everybody through, and is no more. */
  async open(): Promise<void> {
    await this.client.query('select pg_advisory_unlock($1)', [this.lock]);
    await eventually(async () => (await this.waiting()) === 0, 15_000);
    await this.client.query(`drop trigger ${this.name} on ${this.table}`);
    await this.client.end();
  }

  private get name(): string {
    return `fault_gate_${this.table}`;
  }

  private async waiting(): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(
      `select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted and objid = $1
        and database = (select oid from pg_database where datname = current_database())`,
      [this.lock],
    );
    return rows[0]?.count ?? 0;
  }
}
