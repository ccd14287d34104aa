import { Injectable } from '@nestjs/common';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Recent } from '@alianza/platform/recent';
import { dayIn, endIn } from './days-in-zone.js';

/** Milliseconds after which zones are read again, behind the answer. */
const keptFor = 1000;
/** Of a network whose zone cannot be asked for: its labels are wanted all the same. */
const otherwise = 'UTC';

/** Which day it is where a network lives; membership owns the zone. */
@Injectable()
export class NetworkDays {
  private readonly refreshed = new Recent<Promise<void>>(keptFor, 1);
  private zones: ReadonlyMap<string, string> = new Map();

  constructor(private readonly operations: OperationsClient) {}

  /** The civil day of an instant there. */
  async dayOf(networkId: string, at: Date): Promise<string> {
    return dayIn(await this.zoneOf(networkId), at);
  }

  /** The last instant of a civil day there. */
  async endOf(networkId: string, day: string): Promise<string> {
    return endIn(await this.zoneOf(networkId), day).toISOString();
  }

  private async zoneOf(networkId: string): Promise<string> {
    const refreshed = this.refreshed.get('all', () => this.read());
    if (!this.zones.has(networkId)) await refreshed;
    const wasRead = this.zones.size > 0;
    // Opened after they were read last.
    if (wasRead && !this.zones.has(networkId)) await this.read();
    return this.zones.get(networkId) ?? otherwise;
  }

  private async read(): Promise<void> {
    const answer = await this.operations.ask(listNetworkIds, {}, null).catch(() => null);
    if (answer !== null) this.zones = new Map(answer.items.map(({ id, zone }) => [id, zone]));
  }
}
