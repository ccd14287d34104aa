import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import { documentOf } from './documents.js';
import { beginAgain, countPublished, nextChanges, noteFed, rowsOf, takeRenamed, takeTurn, whoWaits, type Change } from './feed.queries.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { settingsOf } from './settings.js';

/** Milliseconds between two looks for changes; longer after each failure. */
const pauses = { usual: 500, longest: 5000 };
/** Seconds for which a change may wait before the engine's answers count as old. */
const mostBehind = 10;
const batch = 200;
const scope = { networkId: null, timeout: 10_000 };

/** The engine does not have the index any more that it was given. */
export class IndexLostError extends Error {}

/**
 * Gives the engine, in their order, the changes that PostgreSQL notes of what is public (`published_change`), and keeps how far it came: who publishes
 * waits for nobody, and what the engine misses while it is away it gets when it is back. One process at a time, whoever holds the lock.
 */
@Injectable()
export class IndexFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private behind: ReadonlySet<string> | null = null;
  private prepared = false;
  private stopped = false;
  private pause = pauses.usual;
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly em: EntityManager,
    private readonly server: MeilisearchServer,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.server.isConfigured) this.later(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.turn;
  }

  /** Whether the engine lacks changes of a network for too long, or nobody knows yet. */
  isBehind(networkId: string): boolean {
    return this.behind === null || this.behind.has(networkId);
  }

  /** The engine may have lost what it had. */
  suspect(): void {
    this.prepared = false;
  }

  private later(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.turn = this.look();
    }, milliseconds);
  }

  private async look(): Promise<void> {
    try {
      if (await this.prepare()) await this.feedAll();
      else await this.count();
      this.pause = pauses.usual;
    } catch (error) {
      this.prepared = false;
      if (this.pause === pauses.usual) this.log.warn({ error }, 'Meilisearch takes no changes');
      this.pause = Math.min(pauses.longest, this.pause * 2);
      await this.count().catch(() => undefined);
    }
    this.later(this.pause);
  }

  /** An index that is not there yet, or not any more, gets its settings and then everything. False while another process has the turn. */
  private async prepare(): Promise<boolean> {
    this.prepared ||= (await this.inTurn((em) => this.beginWhereLost(em))) && (await this.inTurn(() => this.settle()));
    return this.prepared;
  }

  private inTurn(work: (em: EntityManager) => Promise<void>): Promise<boolean> {
    return inNetwork(this.em, scope, async (em) => {
      if (!(await takeTurn(em))) return false;
      await work(em as EntityManager);
      return true;
    });
  }

  /** Committed before the settings mark the index as ours: who is cut short in between begins again once more. */
  private async beginWhereLost(em: EntityManager): Promise<void> {
    const isOurs = await this.server.isOurs();
    if (isOurs && !(await this.lacks(em))) return;
    if (isOurs) this.log.warn('Meilisearch holds less than it was given: it is given everything again');
    this.behind = null;
    await beginAgain(em);
  }

  /** Tasks that succeeded are no proof. Asked last who waits: what was published meanwhile is not lacking, it has not been given. */
  private async lacks(em: EntityManager): Promise<boolean> {
    const published = await countPublished(em);
    if ((await this.server.held(this.server.index)) >= published) return false;
    return (await whoWaits(em)).length === 0;
  }

  private async settle(): Promise<void> {
    const { admin, index } = this.server;
    if (!(await this.server.has(index))) await this.server.done(admin.createIndex(index, { primaryKey: 'id' }));
    await this.server.done(admin.index(index).updateSettings(settingsOf()));
  }

  private async feedAll(): Promise<void> {
    for (const { networkId } of await this.count()) {
      let given = batch;
      while (given === batch && !this.stopped) given = await this.feed(networkId);
    }
    await this.count();
  }

  /** Who waits, and for whom that is too long. */
  private async count() {
    const waiting = await inNetwork(this.em, { ...scope, readOnly: true }, whoWaits);
    this.behind = new Set(waiting.filter(({ seconds }) => seconds > mostBehind).map(({ networkId }) => networkId));
    return waiting;
  }

  private feed(networkId: string): Promise<number> {
    return inNetwork(this.em, scope, async (em) => {
      if (!(await takeTurn(em))) return 0;
      if (!(await this.server.isOurs())) throw new IndexLostError();
      const changes = await nextChanges(em, networkId, batch);
      // one that is being made may have read them before: they wait until it is the one that is fed
      const renamed = (await this.server.has(this.server.next)) ? [] : await takeRenamed(em, networkId, batch);
      const published = changes.flatMap(({ id, deleted }) => (deleted ? [] : [id]));
      const rows = await rowsOf(em, networkId, [...new Set([...published, ...renamed])]);
      await this.give(rows.map(documentOf), changes.filter(gone));
      const last = changes.at(-1);
      if (last) await noteFed(em, { networkId, at: last.at });
      return Math.max(changes.length, renamed.length);
    });
  }

  private async give(documents: object[], withdrawn: readonly Change[]): Promise<void> {
    const index = this.server.admin.index(this.server.index);
    if (documents.length > 0) await this.server.done(index.addDocuments(documents, { primaryKey: 'id' }));
    if (withdrawn.length > 0) await this.server.done(index.deleteDocuments(withdrawn.map(({ id }) => id)));
  }
}

const gone = ({ deleted }: Change): boolean => deleted;
