import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { IncomingHttpHeaders } from 'node:http';
import type { GatewayConfig } from '../config.js';
import { isIn, plainAddress, subscriberOf } from './addresses.js';

/** What of a request says where it comes from. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

const most = 10_000;

/** From which address a request comes: the peer's own, or the one that proxies of ours name. */
@Injectable()
export class Peers {
  /** Reading an address costs more than finding it again. */
  private readonly known = new Map<string, string>();

  constructor(@Inject(CONFIG) private readonly config: Pick<GatewayConfig, 'TRUSTED_PROXIES'>) {}

  /** The address, of IPv6 the network that one subscriber has. Only what trusted proxies wrote counts: what stands further left is anybody's word. */
  of(request: Arrived): string {
    const told = this.toldBy(request);
    if (this.config.TRUSTED_PROXIES === null && !told.includes(':')) return told;
    const known = this.known.get(told);
    if (known !== undefined) return known;
    if (this.known.size >= most) this.known.clear();
    const found = subscriberOf(this.nearestStranger(told.split(','))) || 'unknown';
    this.known.set(told, found);
    return found;
  }

  /** The whole address. */
  addressOf(request: Arrived): string {
    return this.nearestStranger(this.toldBy(request).split(','));
  }

  /** Every hop that is told of, ours at the right. */
  private toldBy({ headers, socket: { remoteAddress = '' } }: Arrived): string {
    const forwarded = this.config.TRUSTED_PROXIES === null ? undefined : headers['x-forwarded-for'];
    return forwarded === undefined ? remoteAddress : `${String(forwarded)},${remoteAddress}`;
  }

  /** The right-most hop that is none of ours; where one of ours says what is no address, that one of ours. */
  private nearestStranger(hops: readonly string[]): string {
    let nearest = '';
    for (const hop of hops.toReversed()) {
      const address = plainAddress(hop.trim());
      if (address === '') return nearest;
      nearest = address;
      const ranges = this.config.TRUSTED_PROXIES;
      if (ranges === null || !isIn(ranges, address)) return nearest;
    }
    return nearest;
  }
}
