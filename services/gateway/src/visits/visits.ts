import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { OutputOf } from '@alianza/contracts/operation';
import { countVisits, drawSalt, mostVisits, type CountedVisit } from '@alianza/contracts/repository/publication/counts';
import { Clock } from '@alianza/platform/clock';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import type { FastifyInstance } from 'fastify';
import { createHmac } from 'node:crypto';
import { Peers, type Arrived } from '../http/peers.js';
import { NetworkDirectory } from '../networks/network-directory.js';
import { visitOf, type Given, type Visit } from './visit.js';

/** Milliseconds between two tellings, and visits that are remembered until then. */
const [interval, most] = [3000, 20_000];
const length = 22; // 128 bits

type Met = Visit & { readonly who: string };
type Salt = OutputOf<typeof drawSalt> & { readonly ends: number };

/**
 * Counts visits to records behind the answers: noted in memory once an answer has gone, told together every few seconds. Address and browser stay
 * here and only until then; what is told is a digest per record with the day's salt. A crash loses the last seconds, which is accepted.
 */
@Injectable()
export class Visits implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private met = new Map<string, Met>();
  private readonly salts = new Map<string, Salt>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly networks: NetworkDirectory,
    private readonly operations: OperationsClient,
    private readonly peers: Peers,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tell(), interval).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.tell();
  }

  /** When the answer has left, so that no reader waits for being counted. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', ({ method, url, headers, socket }, { statusCode: status }, done) => {
      this.note({ method, url, status, headers, socket });
      done();
    });
  }

  note(given: Given & Arrived): void {
    const visit = visitOf(given);
    if (visit === null || this.met.size >= most) return;
    const who = `${this.peers.of(given)}\n${given.headers['user-agent'] ?? ''}`;
    this.met.set([visit.network, visit.slug, visit.use, who].join(' '), { ...visit, who });
  }

  /** One telling at a time. */
  tell(): Promise<void> {
    this.telling = this.telling.then(() => this.tellAll());
    return this.telling;
  }

  private async tellAll(): Promise<void> {
    const taken = this.met;
    if (taken.size === 0) return;
    this.met = new Map();
    for (const [network, visits] of Map.groupBy(taken.values(), (one) => one.network)) {
      try {
        await this.tellNetwork(network, visits);
      } catch (error) {
        this.log.warn({ error }, 'visits wait to be counted');
        for (const [key, one] of taken) if (one.network === network && this.met.size < most) this.met.set(key, one);
      }
    }
  }

  /** Where a day has ended meanwhile its salt is gone: whoever was not counted by then is told at once as a visitor of the next. */
  private async tellNetwork(network: string, met: readonly Met[], again = false): Promise<void> {
    const { id } = await this.networks.get(network);
    const { day, salt } = await this.saltOf(id);
    const visits = met.map(({ slug, use, who }): CountedVisit => ({ slug, use, visitor: digest(salt, `${slug}\n${who}`) }));
    for (let from = 0; from < visits.length; from += mostVisits) {
      const { counted } = await this.operations.ask(countVisits, { day, visits: visits.slice(from, from + mostVisits) }, id);
      if (counted !== null) continue;
      this.salts.delete(id);
      if (again) throw new Error(`the salt of ${day}, which was just drawn, is gone`);
      return this.tellNetwork(network, met.slice(from), true);
    }
  }

  /** Kept in memory for as long as the day lasts. */
  private async saltOf(networkId: string): Promise<Salt> {
    const now = this.clock.instant().getTime();
    const known = this.salts.get(networkId);
    if (known && now < known.ends) return known;
    this.salts.delete(networkId);
    const drawn = await this.operations.ask(drawSalt, {}, networkId);
    const salt = { ...drawn, ends: now + drawn.left };
    this.salts.set(networkId, salt);
    return salt;
  }
}

/** Of record and visitor together: not even during the day can it be told what else somebody read. */
const digest = (salt: string, said: string): string => createHmac('sha256', salt).update(said).digest('base64url').slice(0, length);
