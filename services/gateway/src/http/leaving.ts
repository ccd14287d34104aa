import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Health } from '@alianza/platform/run/health';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { GatewayConfig } from '../config.js';

/** Milliseconds: nobody connected for so long means that whoever hands out connections knows; and after so long even an upload is cut off. */
const [still, longest] = [1000, 20_000];
const between = 50;

/**
 * How the edge goes without anybody noticing. It says that it is not ready and goes on answering, each time with the word that the connection
 * ends there; a connection that is kept for later gets the time to be used once more. Only then does it stop listening.
 */
@Injectable()
export class Leaving implements OnModuleDestroy {
  private left = false;
  private server: Server | null = null;
  /** Every open connection, with its last answer. */
  private readonly connections = new Map<Socket, ServerResponse | null>();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<GatewayConfig, 'LEAVE_MS'>,
    private readonly health: Health,
  ) {}

  get begun(): boolean {
    return this.left;
  }

  watch(server: Server): void {
    this.server = server;
    server.on('connection', (socket) => {
      this.connections.set(socket, null);
      socket.once('close', () => this.connections.delete(socket));
    });
    server.prependListener('request', ({ socket }, answer) => {
      this.connections.set(socket, answer);
      if (this.left) answer.setHeader('connection', 'close');
    });
  }

  /** Before anything that an answer needs is closed. */
  async onModuleDestroy(): Promise<void> {
    this.health.leaves();
    this.left = true;
    const { server } = this;
    if (!server?.listening) return;
    setTimeout(() => server.closeAllConnections(), longest).unref();
    for (const answer of this.connections.values()) if (answer?.headersSent === false) answer.setHeader('connection', 'close');
    await this.untilStill();
  }

  private async untilStill(): Promise<void> {
    const end = performance.now() + this.config.LEAVE_MS;
    // by looks and not by time: while the process stands still nobody can be heard
    for (let looks = 0; looks < still / between && performance.now() < end;) {
      await pause(between);
      looks = this.connections.size > 0 ? 0 : looks + 1;
    }
  }
}
