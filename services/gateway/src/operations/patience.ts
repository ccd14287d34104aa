import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { NATS } from '@alianza/platform/nats/connection';
import type { NatsConnection } from '@nats-io/transport-node';

/** Milliseconds that one hop may take. */
const usual = 5000;
/** While NATS is away nobody answers; it may come back at once, so a request waits a little. */
const whileAway = 1800;

/** How long a request may wait for a service. */
@Injectable()
export class Patience implements OnModuleInit {
  private away = false;

  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  onModuleInit(): void {
    void this.watch();
  }

  /** For a request of which so many milliseconds have gone. */
  left(elapsed = 0): number {
    return Math.max(1, Math.floor((this.away ? whileAway : usual) - elapsed));
  }

  private async watch(): Promise<void> {
    for await (const { type } of this.nats.status()) {
      if (type === 'disconnect') this.away = true;
      if (type === 'reconnect') this.away = false;
    }
  }
}
