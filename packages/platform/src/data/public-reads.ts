import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Observer } from '../observe/observer.js';
import { statementSpan } from '../observe/statements.js';
import { CONFIG, type Config } from '../run/service-definition.js';
import { Lane } from './lane.js';
import type { NamedQuery } from './queries.js';

const lanes = 4;
/** Milliseconds; as long as the edge waits. */
const patience = 5000;

/** One prepared statement, no transaction, no network set: tables of tenants are empty here and nothing can be written. */
@Injectable()
export class PublicReads implements OnApplicationShutdown {
  private readonly lanes: Lane[];

  constructor(
    @Inject(CONFIG) { DATABASE_URL }: Config,
    private readonly observer: Observer,
  ) {
    const options = { connectionString: DATABASE_URL, name: 'public reads', patience, readOnly: true };
    this.lanes = Array.from({ length: lanes }, () => new Lane(options));
  }

  /** On the connection where fewest wait: a slow search delays only what was sent right behind it. `left`: what the call still has, in milliseconds. */
  async rows<Row>({ name, text }: NamedQuery, values: readonly unknown[], left = patience): Promise<Row[]> {
    const lane = this.lanes.reduce((best, other) => (other.waiting < best.waiting ? other : best));
    const started = performance.now();
    const span = statementSpan(text, name);
    let outcome = 'failed';
    try {
      const rows = await lane.rows<Row>({ name, text }, values, left);
      outcome = 'ok';
      return rows;
    } finally {
      this.observer.database.publicReads.since(started);
      span?.end(outcome);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }
}
