import { Module } from '@nestjs/common';
import { NetworksModule } from '../networks/networks.module.js';
import { Taxonomies } from './taxonomies.js';
import { TaxonomyController } from './taxonomy.controller.js';
import { TaxonomyReindex } from './taxonomy-reindex.js';
import { TaxonomyService } from './taxonomy.service.js';

@Module({
  imports: [NetworksModule],
  controllers: [TaxonomyController],
  providers: [Taxonomies, TaxonomyReindex, TaxonomyService],
  exports: [Taxonomies],
})
export class TaxonomyModule {}
