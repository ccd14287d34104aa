import { Injectable } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { applicationForgotten } from '@alianza/contracts/membership/applications';
import { events as eventTypes } from '@alianza/contracts/registry';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { firstTimes } from '@alianza/platform/events/inbox';
import { nowhere } from '@alianza/platform/ids';
import { randomBytes } from 'node:crypto';
import { extendChain, insertFreeText, lockHead, redactForgotten, type Head } from './chain.queries.js';
import { beginning, divide, freeTextDigest, hashOf, linkOf, type Link } from './link.js';

const freeTextOf = new Map<string, readonly string[]>(eventTypes.map(({ subject, freeText }) => [subject, freeText]));
const consumer = 'audit';
const ofApplications = applicationForgotten.subject.split('.', 3).join('.');

/** Appends facts to the chain of their network, in the order in which they arrive. */
@Injectable()
export class ChainService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** A batch goes in network by network, each in one transaction under that chain's lock. Network-less facts have a chain of their own. */
  async append(events: readonly Event[]): Promise<void> {
    const byNetwork = Map.groupBy(events, ({ networkId }) => networkId ?? nowhere);
    for (const [networkId, facts] of byNetwork) await inNetwork(this.em, { networkId }, (em) => this.extend(em, networkId, facts));
  }

  private async extend(em: SqlEntityManager, networkId: string, facts: readonly Event[]): Promise<void> {
    let head = await lockHead(em, networkId, beginning);
    const fresh = await firstTimes(em, consumer, facts);
    const recordedAt = (await this.clock.now(em)).toISOString();
    const links: (Link & { hash: string })[] = [];
    for (const event of fresh) {
      const link = await this.next(em, head, { networkId, recordedAt }, event);
      head = { position: link.position, hash: link.hash };
      links.push(link);
    }
    if (links.length > 0) await extendChain(em, links);
    const applications = links.filter(({ subject }) => subject.startsWith(ofApplications)).map(({ aggregateId }) => aggregateId);
    if (applications.length > 0) await redactForgotten(em, networkId, applications);
  }

  private async next(
    em: SqlEntityManager,
    head: Head,
    place: Pick<Link, 'networkId' | 'recordedAt'>,
    event: Event,
  ): Promise<Link & { hash: string }> {
    const { data, text } = divide(event.data, freeTextOf.get(event.subject) ?? []);
    const position = head.position + 1;
    const free = Object.keys(text).length > 0 ? { position, salt: randomBytes(16).toString('hex'), text } : null;
    if (free) await insertFreeText(em, place.networkId, free);
    const link = linkOf(event, { ...place, position, data, freeTextDigest: free && freeTextDigest(free.salt, free.text) });
    return { ...link, hash: hashOf(head.hash, link) };
  }
}
