import { Module } from '@nestjs/common';
import { Taxonomies } from './taxonomies.js';
import { TaxonomyController } from './taxonomy.controller.js';
import { TaxonomyReindex } from './taxonomy-reindex.js';
import { TaxonomyService } from './taxonomy.service.js';

@Module({ controllers: [TaxonomyController], providers: [Taxonomies, TaxonomyReindex, TaxonomyService], exports: [Taxonomies] })
export class TaxonomyModule {}
