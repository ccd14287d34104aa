import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../run/service-definition.js';
import type { NamedQuery } from './queries.js';

/** One connection on which statements follow each other without waiting; opened when needed, and again after it broke. */
class Lane {
  waiting = 0;
  private client: Promise<pg.Client> | null = null;

  constructor(private readonly config: pg.ClientConfig) {}

  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    this.waiting++;
    try {
      return await (await (this.client ??= this.open())).query(statement);
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

const lanes = 4;

/** One prepared statement, no transaction, no network set: tables of tenants are empty here and nothing can be written. */
@Injectable()
export class PublicReads implements OnApplicationShutdown {
  private readonly lanes: Lane[];

  constructor(@Inject(CONFIG) { DATABASE_URL }: Config) {
    const options = '-c default_transaction_read_only=on -c statement_timeout=5s';
    const config = { connectionString: DATABASE_URL, application_name: 'public reads', options, pipeline: true };
    this.lanes = Array.from({ length: lanes }, () => new Lane(config as pg.ClientConfig));
  }

  /** On the connection where fewest wait: a slow search delays only what was sent right behind it. */
  async rows<Row>({ name, text }: NamedQuery, values: readonly unknown[]): Promise<Row[]> {
    const lane = this.lanes.reduce((best, other) => (other.waiting < best.waiting ? other : best));
    return (await lane.query({ name, text, values: [...values] })).rows as Row[];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }
}
