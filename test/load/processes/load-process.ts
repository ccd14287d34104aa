// The load, in a process of its own: told what to ask, it answers how that went.
import { randomUUID } from 'node:crypto';
import { Connection } from './connection.js';

/** Closed: each connection asks again as soon as it is answered. Open: so many a second, whether or not earlier ones are answered. */
export type Pace = { readonly connections: number } | { readonly perSecond: number };

export interface Task {
  readonly port: number;
  /** Whole requests, of which each time one is drawn; `{key}` in one stands for something never said before. */
  readonly requests: readonly string[];
  readonly pace: Pace;
  readonly seconds: number;
}

export interface Measured {
  readonly answered: number;
  readonly perSecond: number;
  /** Milliseconds; from when a request was due, not from when it could be sent. */
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 2xx, and requests without one. */
  readonly failed: number;
  readonly firstFailure: string | null;
  /** Part of one processor that the load itself took. */
  readonly own: number;
}

const openConnections = 200;

class Load {
  private readonly took: number[] = [];
  private failed = 0;
  private firstFailure: string | null = null;
  private readonly unique: boolean;

  constructor(private readonly task: Task) {
    this.unique = task.requests.some((request) => request.includes('{key}'));
  }

  async run(): Promise<Measured> {
    const { pace, seconds } = this.task;
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    await ('perSecond' in pace ? this.open(pace.perSecond, began) : this.closed(pace.connections, began));
    const elapsed = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    this.took.sort((a, b) => a - b);
    const at = (part: number) => this.took[Math.min(this.took.length - 1, Math.floor(this.took.length * part))] ?? NaN;
    const { failed, firstFailure } = this;
    const answered = this.took.length;
    const own = (user + system) / 1000 / elapsed;
    return { answered, perSecond: answered / Math.max(seconds, elapsed / 1000), p50: at(0.5), p99: at(0.99), failed, firstFailure, own };
  }

  private async closed(connections: number, began: number): Promise<void> {
    const end = began + this.task.seconds * 1000;
    const one = (connection: Connection) =>
      new Promise<void>((resolve) => {
        const next = (now: number) => {
          if (now < end) this.ask(connection, now, next);
          else resolve();
        };
        next(performance.now());
      });
    const all = Array.from({ length: connections }, () => new Connection(this.task.port));
    await Promise.all(all.map(one));
    for (const connection of all) connection.close();
  }

  private open(perSecond: number, began: number): Promise<void> {
    const total = Math.max(1, Math.round(perSecond * this.task.seconds));
    const free = Array.from({ length: openConnections }, () => new Connection(this.task.port));
    const due: number[] = [];
    let [planned, done] = [0, 0];
    return new Promise((resolve) => {
      const hand = () => {
        while (due.length > 0 && free.length > 0) {
          const [connection, at] = [free.pop() as Connection, due.shift() as number];
          this.ask(connection, at, () => {
            free.push(connection);
            if (++done < total) return hand();
            clearInterval(timer);
            for (const each of free) each.close();
            resolve();
          });
        }
      };
      const timer = setInterval(() => {
        for (; planned < total && began + (planned * 1000) / perSecond <= performance.now(); planned++)
          due.push(began + (planned * 1000) / perSecond);
        hand();
      }, 1);
    });
  }

  private ask(connection: Connection, due: number, then: (now: number) => void): void {
    const { requests } = this.task;
    const drawn = requests[Math.floor(Math.random() * requests.length)] ?? '';
    connection.ask(this.unique ? drawn.replace('{key}', randomUUID()) : drawn, (status, failure) => {
      const now = performance.now();
      if (status >= 200 && status < 300) this.took.push(now - due);
      else this.fail(failure ?? `${drawn.split('\r\n')[0] ?? ''}: ${status}`);
      then(now);
    });
  }

  private fail(why: string): void {
    this.failed++;
    this.firstFailure ??= why;
  }
}

process.on('message', (task: Task) => void new Load(task).run().then((measured) => process.send?.(measured)));
process.once('disconnect', () => process.exit());
