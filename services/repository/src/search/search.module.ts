import { Module } from '@nestjs/common';
import { TaxonomyModule } from '../taxonomy/taxonomy.module.js';
import { IndexFeed } from './meilisearch/index-feed.js';
import { MeilisearchIndex } from './meilisearch/meilisearch-practices.js';
import { MeilisearchServer } from './meilisearch/meilisearch-server.js';
import { PostgresqlIndex } from './postgresql/postgresql-practices.js';
import { PracticeIndex } from './practice-index.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';
import { SteadyIndex } from './steady/steady-practices.js';

@Module({
  imports: [TaxonomyModule],
  controllers: [SearchController],
  providers: [
    SearchService,
    MeilisearchServer,
    MeilisearchIndex,
    IndexFeed,
    PostgresqlIndex,
    { provide: PracticeIndex, useClass: SteadyIndex },
  ],
  exports: [SearchService],
})
export class SearchModule {}
