import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import type { NatsConnection } from '@nats-io/transport-node';
import { createServer, type Server } from 'node:http';
import { NATS } from '../nats/connection.js';
import { CONFIG, type Config } from './service-definition.js';

export type Readiness = Readonly<Record<'database' | 'nats', boolean>>;

/** Alive: the process answers. Ready: its database and NATS answer too, and it is not leaving. */
@Injectable()
export class Health implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private leaving = false;
  private server: Server | null = null;

  constructor(
    private readonly orm: MikroORM,
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async readiness(): Promise<Readiness> {
    const asked = this.orm.em.fork().execute('select 1');
    const database = await Promise.race([asked.then(() => true), patience(1000)]).catch(() => false);
    return { database: database && !this.leaving, nats: !this.nats.isClosed() && this.nats.stats().outMsgs >= 0 && !this.leaving };
  }

  /** `HEALTH_PORT`, where a service runs by itself: `/salud` and `/salud/listo`. */
  onApplicationBootstrap(): void {
    const { HEALTH_PORT } = this.config;
    if (HEALTH_PORT === undefined) return;
    this.server = createServer((request, response) => {
      void this.answer(request.url ?? '').then(({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
    }).listen(HEALTH_PORT, '127.0.0.1');
  }

  beforeApplicationShutdown(): void {
    this.leaving = true;
    this.server?.close();
  }

  private async answer(url: string): Promise<{ status: number; body: string }> {
    if (url === '/salud') return { status: 200, body: '{"status":"ok"}' };
    if (url !== '/salud/listo') return { status: 404, body: '{}' };
    const ready = await this.readiness();
    return { status: Object.values(ready).every(Boolean) ? 200 : 503, body: JSON.stringify(ready) };
  }
}

const patience = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(resolve, ms, false).unref());
