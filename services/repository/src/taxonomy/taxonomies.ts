import { Injectable } from '@nestjs/common';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Recent } from '@alianza/platform/recent';
import { lastInstant } from '../data/cursor-keys.js';
import type { SaidOfConcept } from './network-concepts.js';
import { taxonomyFor, type NetworkTaxonomy } from './network-taxonomy.js';
import { saidAt } from './taxonomy.queries.js';

/** Milliseconds. */
const keptFor = 1000;

/** The taxonomy of each network, at most a second old: searches and facets ask for it all the time. */
@Injectable()
export class Taxonomies {
  private readonly recent = new Recent<Promise<NetworkTaxonomy>>(keptFor);

  constructor(private readonly reads: PublicReads) {}

  of(networkId: string): Promise<NetworkTaxonomy> {
    return this.recent.get(networkId, () => {
      const read = this.read(networkId);
      read.catch(() => this.recent.forget(networkId));
      return read;
    });
  }

  private async read(networkId: string): Promise<NetworkTaxonomy> {
    return taxonomyFor(networkId, await this.reads.rows<SaidOfConcept>(saidAt, [networkId, lastInstant]));
  }
}
