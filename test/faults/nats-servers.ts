import { allConsumptions, definitions } from '@alianza/local/services';
import { startNats, type Nats } from '@alianza/local/servers/nats';
import { grantsOf, newNatsAccount } from '@alianza/local/servers/nats/account';
import { startNatsCluster, type NatsCluster } from '@alianza/local/servers/nats/cluster';
import { managerOf } from '@alianza/platform/nats/streams';
import { eventually } from '@alianza/testing/eventually';
import type { Ledger } from '@alianza/testing/faults/ledger';
import type { MessageServers, Processes } from '@alianza/testing/faults/processes';
import { rmSync } from 'node:fs';
import path from 'node:path';

const newAccount = () => newNatsAccount('alianza', grantsOf(definitions));

/** One server that can lose everything it ever kept, and comes back under the same address and keys. */
export class ForgetfulNats {
  private running: Nats | null = null;
  private dir = '';
  private readonly account = newAccount();

  /** For `openProcesses`. */
  readonly messages = async (dir: string): Promise<MessageServers> => {
    this.dir = dir;
    const { address } = await this.start();
    const { seeds, keeper } = this.account;
    return { parts: { url: address, seeds, keeper }, stop: () => this.running?.stop() ?? Promise.resolve() };
  };

  /** Stopped, its JetStream folder removed, and started again. */
  async forgetEverything(): Promise<void> {
    await this.leave();
    rmSync(path.join(this.dir, 'nats/jetstream'), { recursive: true });
    await this.comeBack();
  }

  async leave(): Promise<void> {
    await this.running?.stop();
  }

  async comeBack(): Promise<void> {
    await this.start(this.running?.port);
  }

  /** Neither moves nor closes a connection, until `SIGCONT`. */
  signal(what: 'SIGSTOP' | 'SIGCONT'): void {
    if (this.running) process.kill(this.running.pid, what);
  }

  private async start(port?: number): Promise<Nats> {
    this.running = await startNats(this.dir, { accounts: [this.account], ...(port !== undefined && { port }) });
    return this.running;
  }
}

/** Three servers, of which each stream needs two. */
export class ThreeNats {
  private started: NatsCluster | null = null;

  /** For `openProcesses`. */
  readonly messages = async (dir: string): Promise<MessageServers> => {
    const account = newAccount();
    const cluster = await startNatsCluster(dir, { account });
    this.started = cluster;
    const { seeds, keeper } = account;
    return { parts: { url: cluster.url, seeds, keeper, replicas: 3 }, stop: () => cluster.stop() };
  };

  get cluster(): NatsCluster {
    if (!this.started) throw new Error('they have not been started');
    return this.started;
  }
}

const consumptions = allConsumptions();

/** Whose facts anybody hears. */
export const tellers = [...new Set(consumptions.map(({ stream }) => stream))];

/** Every consumer is there again, with a leader: before that nobody can say what it has not heard. */
export const untilListening = (world: Processes, within = 60_000): Promise<boolean> =>
  eventually(async () => {
    try {
      const { consumers } = await managerOf(world.nats);
      await Promise.all(consumptions.map(({ stream, durable }) => consumers.info(stream, durable)));
      return true;
    } catch {
      return false;
    }
  }, within);

/** Waits until a write that was acknowledged after `since` is in the audit. Milliseconds it took. */
export async function untilAudited(world: Processes, ledger: Ledger, since: number, within = 60_000): Promise<number> {
  const sql = `select event->>'id' as id from outbox where event->>'aggregateId' = $1 and (event->>'aggregateVersion')::int = $2`;
  await eventually(async () => {
    const later = ledger.acknowledged.find(({ at, id, version }) => at > since && id !== null && version !== null);
    if (!later) return false;
    const [fact] = await world.rows<{ id: string }>('repository', sql, [later.id, later.version]);
    return fact && (await world.rows('audit', 'select from entry where event_id = $1', [fact.id])).length === 1;
  }, within);
  return performance.now() - since;
}
