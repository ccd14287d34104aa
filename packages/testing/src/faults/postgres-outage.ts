import { startPostgres, type Postgres } from '@alianza/local/servers/postgres';
import { readFileSync } from 'node:fs';
import type { Processes } from './processes.js';

/** The world's PostgreSQL, to be taken away and given back under the same address. */
export class PostgresOutage {
  private running: Postgres;

  constructor(private readonly world: Processes) {
    this.running = world.postgres;
  }

  /** `SIGINT` ends sessions and shuts down; `SIGQUIT` leaves at once, as `-m immediate` and a crash do. */
  async takeAway(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    process.kill(this.running.pid, signal);
    await this.running.ended;
  }

  async giveBack(): Promise<void> {
    this.running = await startPostgres(this.world.dir, { port: this.running.port });
  }

  /** Nobody in it moves, and nobody's connection is closed. */
  freeze(): void {
    for (const pid of this.everybody()) process.kill(pid, 'SIGSTOP');
  }

  thaw(): void {
    for (const pid of this.everybody()) process.kill(pid, 'SIGCONT');
  }

  async close(): Promise<void> {
    this.thaw();
    await this.running.stop();
  }

  /** The server and one process for each connection. */
  private everybody(): number[] {
    const { pid } = this.running;
    try {
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
      return [pid, ...children];
    } catch {
      return []; // it has ended
    }
  }
}
