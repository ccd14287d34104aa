import type { Durations } from '../instruments.js';
import type { Metrics } from '../metrics.js';

export interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** What the database is asked, and how long it takes. */
export class DatabaseWatches {
  /** Statements inside transactions and beside them. */
  readonly statements: Durations;
  /** Prepared statements of reads without a transaction. */
  readonly reads: Durations;
  private readonly transactions: (mode: 'read' | 'write', outcome: string) => Durations;

  constructor(private readonly metrics: Metrics) {
    const statements = metrics.durations('alianza_sql_seconds', 'SQL statements, the wait behind others on their connection included', [
      'via',
    ]);
    this.statements = statements.of({ via: 'pool' });
    this.reads = statements.of({ via: 'lane' });
    const transactions = metrics.durations('alianza_transaction_seconds', 'Transactions from begin to the end', ['mode', 'outcome']);
    const modes = { read: transactions.by('outcome', { mode: 'read' }), write: transactions.by('outcome', { mode: 'write' }) };
    this.transactions = (mode, outcome) => modes[mode](outcome);
  }

  transaction(readOnly: boolean, outcome: 'committed' | 'rolled-back'): Durations {
    return this.transactions(readOnly ? 'read' : 'write', outcome);
  }

  /** Told at each reading, not at each change. */
  watchPool(pool: Pool): void {
    const connections = this.metrics.gauge('alianza_pool_connections', 'Connections of the pool', ['state']);
    const waiting = this.metrics.gauge('alianza_pool_waiting', 'Who waits for a connection of the pool').of({});
    this.metrics.beforeReading(() => {
      connections.of({ state: 'used' }).set(pool.totalCount - pool.idleCount);
      connections.of({ state: 'idle' }).set(pool.idleCount);
      waiting.set(pool.waitingCount);
      return Promise.resolve();
    });
  }
}
