import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Practice } from '../practices/practice.entity.js';
import { oneAtATime } from './one-at-a-time.queries.js';
import { freeSlug, slugOf } from './slugs.js';

/** Addresses of published practices: given once, unique in their network. */
@Injectable()
export class SlugsService {
  constructor(private readonly em: EntityManager) {}

  /** A free one for a title. Whoever else publishes in the network waits until this transaction has ended. */
  async forTitle(networkId: string, title: string): Promise<string> {
    await oneAtATime(this.em, 'slugs', networkId);
    const base = slugOf(title);
    // From `base` up to all that continue it with a hyphen: a range, since row-level security leaves `like` without its index.
    const alike = await this.em.find(Practice, { networkId, slug: { $gte: base, $lt: `${base}.` } }, { fields: ['slug'] });
    return freeSlug(base, new Set(alike.map(({ slug }) => slug ?? '')));
  }

  /** Whether a practice has it already. Nobody else can take it until this transaction has ended. */
  async isTaken(networkId: string, slug: string): Promise<boolean> {
    await oneAtATime(this.em, 'slugs', networkId);
    return (await this.em.count(Practice, { networkId, slug })) > 0;
  }
}
