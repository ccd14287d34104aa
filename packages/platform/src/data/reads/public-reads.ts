import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Observer } from '../../observe/observer.js';
import { CONFIG, type Config } from '../../run/service-definition.js';
import type { NamedQuery } from '../queries.js';
import { Reads } from './reads.js';

/** One prepared statement, no network set: tables of tenants are empty here. */
@Injectable()
export class PublicReads implements OnApplicationShutdown {
  private readonly reads: Reads;

  constructor(@Inject(CONFIG) { DATABASE_URL }: Config, observer: Observer) {
    this.reads = new Reads({ connectionString: DATABASE_URL, name: 'public reads', observer });
  }

  /** `left`: what the call still has, in milliseconds. */
  rows<Row>(query: NamedQuery, values: readonly unknown[], left?: number): Promise<Row[]> {
    return this.reads.rows<Row>(query, values, { left });
  }

  onApplicationShutdown(): Promise<void> {
    return this.reads.close();
  }
}
