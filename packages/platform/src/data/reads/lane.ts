import pg from 'pg';
import { grace } from '../silence.js';

export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface Step {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/**
 * How often a prepared statement is planned: `once` for all values, `each-time` for its very values. The database itself takes a list of two as a
 * reason to plan anew, which costs five times as much as to read what one row of each names. Planned anew, what an index can answer is asked of it: a
 * document beside its row costs nothing in the planner's eyes, so that it would rather read a whole table of narrow rows.
 */
export type Plans = 'once' | 'each-time';

const planned = {
  once: '-c plan_cache_mode=force_generic_plan',
  'each-time': '-c plan_cache_mode=force_custom_plan -c enable_seqscan=off',
} as const;

export interface LaneOptions {
  readonly connectionString: string;
  /** As the database lists it. */
  readonly name: string;
  /** Milliseconds after which the database itself gives a statement up. */
  readonly patience: number;
  /** The same for opening the connection; as long where nothing is said. */
  readonly connecting?: number;
  readonly readOnly?: boolean;
  readonly plans?: Plans;
}

/**
 * One connection on which prepared statements follow each other without waiting; opened when needed, and again after it broke. One that falls
 * silent is thrown away with all that wait on it.
 */
export class Lane {
  waiting = 0;
  private client: Promise<pg.Client> | null = null;
  private readonly config: pg.ClientConfig;
  private readonly patience: number;

  constructor({ connectionString, name, patience, connecting = patience, ...given }: LaneOptions) {
    const readOnly = given.readOnly === true ? ['-c default_transaction_read_only=on'] : [];
    const plans = given.plans === undefined ? [] : [planned[given.plans]];
    const options = [`-c statement_timeout=${patience}`, ...readOnly, ...plans].join(' ');
    const config = { connectionString, application_name: name, options, pipeline: true, connectionTimeoutMillis: connecting };
    this.config = config;
    this.patience = patience;
  }

  rows<Row>(statement: Statement, values: readonly unknown[], left?: number): Promise<Row[]> {
    return this.rowsOfLast([{ statement, values }], left);
  }

  /** One behind the other with nothing of anybody else's in between; where one fails, so does the whole. `left`: milliseconds that the caller still waits. */
  async rowsOfLast<Row>(steps: readonly Step[], left = this.patience): Promise<Row[]> {
    this.waiting++;
    try {
      const client = await (this.client ??= this.open());
      const query_timeout = Math.min(left, this.patience) + grace;
      const said = steps.map(({ statement: { name, text }, values }) => ({ name, text, values: [...values], query_timeout }));
      const answers = await Promise.all(said.map((statement) => client.query(statement)));
      return answers.at(-1)?.rows as Row[];
    } finally {
      this.waiting--;
    }
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => null);
    await client?.end();
  }

  private open(): Promise<pg.Client> {
    const client = new pg.Client(this.config);
    const opened = client.connect().then(() => client);
    const forget = () => {
      if (this.client === opened) this.client = null;
    };
    client.on('error', forget).on('end', forget);
    opened.catch(forget);
    return opened;
  }
}
