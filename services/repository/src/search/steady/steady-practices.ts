import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import { MeilisearchApiError } from 'meilisearch';
import { Circuit, CircuitOpenError } from './circuit.js';
import { SeveralMeaningsError } from '../meilisearch/asked.js';
import { IndexFeed } from '../meilisearch/index-feed.js';
import { MeilisearchServer } from '../meilisearch/meilisearch-server.js';
import { MeilisearchIndex, offsetIn } from '../meilisearch/meilisearch-practices.js';
import { PostgresqlIndex } from '../postgresql/postgresql-practices.js';
import { PracticeIndex, type Hits, type Wanted } from '../practice-index.js';

/** Meilisearch where it is configured; PostgreSQL, which always knows everything, where it is not, and while it is down, slow, wrong or behind. */
@Injectable()
export class SteadyIndex extends PracticeIndex {
  private readonly circuit = new Circuit();

  constructor(
    private readonly server: MeilisearchServer,
    private readonly meilisearch: MeilisearchIndex,
    private readonly postgresql: PostgresqlIndex,
    private readonly feed: IndexFeed,
    @Inject(LOG) private readonly log: Log,
  ) {
    super();
  }

  async search(networkId: string, wanted: Wanted): Promise<Hits> {
    if (!this.server.isConfigured) return this.postgresql.search(networkId, wanted);
    const offset = offsetIn(wanted.cursor);
    // A list that PostgreSQL began it also ends; it refuses a cursor that nobody made.
    if (offset === null) return this.postgresql.search(networkId, wanted);
    if (this.feed.isBehind(networkId)) return this.instead(networkId, wanted, offset);
    const found = await this.asked(networkId, wanted);
    if (found === 'not to be asked') return this.from(networkId, wanted, offset);
    if (found === 'failed') return this.instead(networkId, wanted, offset);
    return found.total > 0 ? found : this.confirmed(found, await this.from(networkId, wanted, offset));
  }

  private async asked(networkId: string, wanted: Wanted): Promise<Hits | 'not to be asked' | 'failed'> {
    try {
      return await this.circuit.run(() => this.meilisearch.search(networkId, wanted), isFailure);
    } catch (error) {
      if (!isFailure(error)) return 'not to be asked';
      this.failed(error);
      return 'failed';
    }
  }

  /** That there is nothing nobody is told on the word of the engine alone: it may have lost what it had. */
  private confirmed(nothing: Hits, known: Hits): Hits {
    if (known.total === 0) return nothing;
    if (known.corrected || known.partial) return known;
    this.log.warn('Meilisearch finds nothing where PostgreSQL does');
    this.feed.suspect();
    return { ...known, degraded: true };
  }

  private failed(error: unknown): void {
    if (error instanceof CircuitOpenError) return;
    this.log.warn({ error }, 'PostgreSQL searches instead of Meilisearch');
    if (error instanceof MeilisearchApiError) this.server.forget(); // it is there, and may know our keys no more
    this.feed.suspect();
  }

  private async instead(networkId: string, wanted: Wanted, offset: number): Promise<Hits> {
    return { ...(await this.from(networkId, wanted, offset)), degraded: true };
  }

  /** A page that the other engine would have begun after so many. */
  private async from(networkId: string, wanted: Wanted, offset: number): Promise<Hits> {
    const { rows, ...found } = await this.postgresql.search(networkId, { ...wanted, cursor: undefined, limit: offset + wanted.limit });
    return { ...found, rows: rows.slice(offset) };
  }
}

/** What it cannot be asked is no failure of the engine. */
const isFailure = (error: unknown): boolean => !(error instanceof SeveralMeaningsError);
