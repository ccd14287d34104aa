import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { newId } from '@alianza/platform/ids';
import { Link, LinkNotValidError, type Purpose } from './link.entity.js';
import { hashOf, newSecret } from './secrets.js';

export interface Opening {
  networkId: string;
  purpose: Purpose;
  subjectId: string;
  key: string;
  /** Null for a standing link. */
  expiresAt: Date | null;
}

@Injectable()
export class LinksService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** A fresh secret; the earlier one of the same purpose, subject and key is void. */
  async mint({ networkId, purpose, subjectId, key, expiresAt }: Opening): Promise<string> {
    await oneAtATime(this.em, 'link', networkId, purpose, subjectId, key);
    const secret = newSecret();
    const known = await this.em.findOne(Link, { networkId, subjectId, purpose, key });
    if (known) known.renew(hashOf(secret), expiresAt);
    else this.em.persist(this.em.create(Link, { id: newId(), networkId, purpose, subjectId, key, hash: hashOf(secret), expiresAt }));
    return secret;
  }

  /** What the link leads to. Unknown, spent, late, of another network or for something else: refused all alike. */
  async follow(networkId: string, purpose: Purpose, secret: string): Promise<string> {
    return (await this.find(networkId, purpose, secret)).subjectId;
  }

  /** The same, where a link that is not good changes nothing: null. */
  async look(networkId: string, purpose: Purpose, secret: string): Promise<string | null> {
    const link = await this.em.findOne(Link, { networkId, hash: hashOf(secret), purpose });
    return link?.isOpen(await this.clock.now(this.em)) ? link.subjectId : null;
  }

  /** What it leads to, once: it leads nowhere afterwards. Of two at once, one is refused. */
  async spend(networkId: string, purpose: Purpose, secret: string): Promise<string> {
    const link = await this.find(networkId, purpose, secret);
    link.spend(await this.clock.now(this.em));
    return link.subjectId;
  }

  /** Everything that led to the subject leads nowhere. */
  async forget(networkId: string, subjectIds: string[]): Promise<void> {
    await this.em.nativeDelete(Link, { networkId, subjectId: subjectIds });
  }

  private async find(networkId: string, purpose: Purpose, secret: string): Promise<Link> {
    const link = await this.em.findOne(Link, { networkId, hash: hashOf(secret), purpose }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!link?.isOpen(await this.clock.now(this.em))) throw new LinkNotValidError();
    return link;
  }
}
