import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { nowhere } from '../../ids.js';
import { Observer } from '../../observe/observer.js';
import { CONFIG, type Config } from '../../run/service-definition.js';
import type { NamedQuery } from '../queries.js';
import { Reads } from './reads.js';

const enter = { name: 'network', text: `select set_config('app.network', $1, false)` };

/**
 * One prepared statement that sees a single network, for what is asked at every request: a transaction would cost three times as much, a plan for
 * each question five times. The network is said in the same breath, by everybody who reads here; where that fails, so does the read.
 */
@Injectable()
export class NetworkReads implements OnApplicationShutdown {
  private readonly reads: Reads;

  constructor(@Inject(CONFIG) { DATABASE_URL }: Config, observer: Observer) {
    this.reads = new Reads({ connectionString: DATABASE_URL, name: 'network reads', observer, plans: 'once' });
  }

  /** `networkId` is null where no network is concerned: tables of tenants are empty then. `left`: what the call still has, in milliseconds. */
  rows<Row>(networkId: string | null, query: NamedQuery, values: readonly unknown[], left?: number): Promise<Row[]> {
    return this.reads.rows<Row>(query, values, { left, before: [{ statement: enter, values: [networkId ?? nowhere] }] });
  }

  onApplicationShutdown(): Promise<void> {
    return this.reads.close();
  }
}
