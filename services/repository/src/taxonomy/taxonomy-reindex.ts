import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { firstId } from '../data/cursor-keys.js';
import { namedConcepts } from '../search/vocabulary/named-concepts.js';
import { taxonomyFor } from './network-taxonomy.js';
import { noteRelabelled, readPublished, readSaid, renamePublished, takeTurn } from './taxonomy.queries.js';

export const taxonomyQueue = 'taxonomy-reindex';

/** What is to be brought up to date after a concept was edited. */
export interface Reindexing {
  readonly networkId: string;
  /** Of the concept, as records carry it. */
  readonly mark: string;
  /** Whether it is called otherwise, so that what harvesters keep of its records is old. */
  readonly relabelled: boolean;
}

/** Finds again, in what is published, the concepts that it names, by what they are called now. In small transactions; safe to repeat. */
@Injectable()
export class TaxonomyReindex implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Reindexing>(taxonomyQueue, (reindexing) => this.run(reindexing));
  }

  async run({ networkId, mark, relabelled }: Reindexing): Promise<void> {
    const scope = { networkId, timeout: 60_000 };
    let after: string | null = firstId;
    while (after !== null) {
      const from: string = after;
      after = await inNetwork(this.em, scope, (em) => this.renameSome(em, networkId, from));
    }
    if (relabelled) await inNetwork(this.em, scope, (em) => noteRelabelled(em, networkId, mark));
  }

  /** The last record it looked at; null where there are no more. */
  private async renameSome(em: SqlEntityManager, networkId: string, after: string): Promise<string | null> {
    await takeTurn(em, networkId);
    const { vocabulary } = taxonomyFor(networkId, await readSaid(em, networkId));
    const rows = await readPublished(em, networkId, after);
    const named = rows.map(({ practiceId, version, content }) => ({ practiceId, version, named: namedConcepts(content, vocabulary) }));
    await renamePublished(em, networkId, named);
    return rows.at(-1)?.practiceId ?? null;
  }
}
