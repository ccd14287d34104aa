import { Module } from '@nestjs/common';
import { ImportsModule } from './imports/imports.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { PracticesModule } from './practices/practices.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { SearchModule } from './search/search.module.js';

@Module({ imports: [OrganizationsModule, PracticesModule, ReviewsModule, ImportsModule, SearchModule] })
export class RepositoryModule {}
