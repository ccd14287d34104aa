import { Module } from '@nestjs/common';
import { PostgresqlIndex } from './postgresql/postgresql-practices.js';
import { PracticeIndex } from './practice-index.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

@Module({ controllers: [SearchController], providers: [SearchService, { provide: PracticeIndex, useClass: PostgresqlIndex }] })
export class SearchModule {}
