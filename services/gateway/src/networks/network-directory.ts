import { Injectable } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import type { OutputOf } from '@alianza/contracts/operation';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { serviceItself } from '@alianza/platform/principals/principals';
import { Recent } from '@alianza/platform/recent';
import { Patience } from '../operations/patience.js';

type Listed = OutputOf<typeof listNetworkIds>;
export type NetworkEntry = Listed['items'][number];

/** Code of an address → network. A code never changes its meaning, so a known one is answered at once and read again behind the answer. */
@Injectable()
export class NetworkDirectory {
  private readonly refreshed = new Recent<Promise<void>>(1000, 1);
  private known: ReadonlyMap<string, NetworkEntry> = new Map();

  constructor(
    private readonly operations: OperationsClient,
    private readonly patience: Patience,
  ) {}

  /** Whether it can be answered at once. */
  knows(code: string): boolean {
    return this.known.has(code);
  }

  /** Throws `network-not-found`; a network opened a moment ago is found. */
  async get(code: string): Promise<NetworkEntry> {
    if (this.known.has(code)) void this.refreshed.get('all', () => this.read().catch(() => undefined));
    else await this.read();
    const entry = this.known.get(code);
    if (!entry) throw new DomainError(generalErrors['network-not-found'], { network: code.slice(0, 50) });
    return entry;
  }

  async all(): Promise<NetworkEntry[]> {
    await this.read();
    return [...this.known.values()];
  }

  private async read(): Promise<void> {
    const asking = { principal: serviceItself('gateway', null), body: '{}', timeout: this.patience.left() };
    const { items } = JSON.parse((await this.operations.send(listNetworkIds, asking)).body) as Listed;
    this.known = new Map(items.map((entry) => [entry.code, entry]));
  }
}
