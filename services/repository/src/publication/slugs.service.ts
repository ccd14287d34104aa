import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { Practice } from '../practices/practice.entity.js';
import { freeSlug, slugOf } from './slugs.js';

interface Wanted {
  readonly slug: string | null;
  readonly title: string;
}

/** Addresses of published practices: given once, unique in their network. */
@Injectable()
export class SlugsService {
  constructor(private readonly em: EntityManager) {}

  /** A free one for a title. Whoever else publishes in the network waits until this transaction has ended. */
  async forTitle(networkId: string, title: string): Promise<string> {
    const [slug] = await this.forAll(networkId, [{ slug: null, title }]);
    if (!slug) throw new Error('a title has no address');
    return slug;
  }

  /** Whether a practice has it already. Nobody else can take it until this transaction has ended. */
  async isTaken(networkId: string, slug: string): Promise<boolean> {
    return (await this.forAll(networkId, [{ slug, title: '' }]))[0] === null;
  }

  /** In their order: the one that is asked for, null where it is taken, else a free one for the title. Whoever else publishes waits as well. */
  async forAll(networkId: string, wanted: readonly Wanted[]): Promise<(string | null)[]> {
    await oneAtATime(this.em, 'slugs', networkId);
    const taken = await this.taken(networkId, wanted);
    return wanted.map(({ slug, title }) => {
      if (slug !== null && taken.has(slug)) return null;
      const given = slug ?? freeSlug(slugOf(title), taken);
      taken.add(given);
      return given;
    });
  }

  /** Of a title from `base` up to all that continue it with a hyphen: a range, since row-level security leaves `like` without its index. */
  private async taken(networkId: string, wanted: readonly Wanted[]): Promise<Set<string>> {
    const asked = wanted.flatMap(({ slug }) => slug ?? []);
    const bases = new Set(wanted.flatMap(({ slug, title }) => (slug === null ? [slugOf(title)] : [])));
    const ranges = [...bases].map((base) => ({ slug: { $gte: base, $lt: `${base}.` } }));
    const exact = asked.length === 0 ? [] : [{ slug: { $in: asked } }];
    if (exact.length + ranges.length === 0) return new Set();
    const held = await this.em.find(Practice, { networkId, $or: [...exact, ...ranges] }, { fields: ['slug'] });
    return new Set(held.map(({ slug }) => slug ?? ''));
  }
}
