import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import type { NatsConnection } from '@nats-io/transport-node';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { NATS } from '../nats/connection.js';
import { Observer } from '../observe/observer.js';
import { CONFIG, type Config } from './service-definition.js';

/** Milliseconds for which one answer serves whoever asks. */
const shared = 250;

export type Readiness = Readonly<Record<'database' | 'nats', boolean>>;

/** Alive: the process answers. Ready: it serves, its database and NATS answer too, and it is not leaving. */
@Injectable()
export class Health implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private serving = false;
  private server: Server | null = null;
  private asked: Promise<Readiness> | null = null;

  constructor(
    private readonly orm: MikroORM,
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(CONFIG) private readonly config: Config,
    private readonly observer: Observer,
  ) {}

  /** Whatever it serves, it serves from now on. */
  opened(): void {
    this.serving = true;
  }

  /** Not ready from now on, although it still answers. */
  leaves(): void {
    this.serving = false;
  }

  /** However many ask, database and NATS are asked once in a quarter of a second; that it leaves is said at once. */
  async readiness(): Promise<Readiness> {
    if (!this.serving) return { database: false, nats: false };
    const { database, nats } = await (this.asked ??= this.ask());
    return { database: database && this.serving, nats: nats && this.serving }; // it may have begun to leave meanwhile
  }

  private async ask(): Promise<Readiness> {
    try {
      const [database, nats] = await Promise.all([answers(this.orm.em.fork().execute('select 1')), answers(this.nats.rtt())]);
      return { database, nats };
    } finally {
      setTimeout(() => (this.asked = null), shared).unref();
    }
  }

  /** `HEALTH_PORT` on `HEALTH_HOST`, where a service runs by itself: `/salud`, `/salud/listo` and `/metrics`, which no public port has. */
  async onApplicationBootstrap(): Promise<void> {
    const { HEALTH_PORT, HEALTH_HOST } = this.config;
    if (HEALTH_PORT === undefined) return;
    this.server = createServer((request, response) => {
      void this.answer(request.url ?? '').then(({ status, body, type = 'application/json' }) =>
        response.writeHead(status, { 'content-type': type }).end(body),
      );
    }).listen(HEALTH_PORT, HEALTH_HOST);
    await once(this.server, 'listening');
  }

  beforeApplicationShutdown(): void {
    this.serving = false;
    this.server?.close();
  }

  private async answer(url: string): Promise<{ status: number; body: string; type?: string }> {
    if (url === '/salud') return { status: 200, body: '{"status":"ok"}' };
    if (url === '/metrics' && this.observer.metrics.on) return { status: 200, ...(await this.observer.metrics.text()) };
    if (url !== '/salud/listo') return { status: 404, body: '{}' };
    const ready = await this.readiness();
    return { status: Object.values(ready).every(Boolean) ? 200 : 503, body: JSON.stringify(ready) };
  }
}

const patience = 1000;

/** Whether it comes true within a second. */
function answers(asked: Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref());
  return Promise.race([asked.then(() => true), late]).catch(() => false);
}
