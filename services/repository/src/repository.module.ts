import { Module } from '@nestjs/common';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { EntriesModule } from './entries/entries.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { HarvestModule } from './harvest/harvest.module.js';
import { CountsModule } from './counts/counts.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InquiriesModule } from './inquiries/inquiries.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { PeopleController } from './privacy/people.controller.js';
import { PicturesModule } from './pictures/pictures.module.js';
import { PracticesModule } from './practices/practices.module.js';
import { RelatedModule } from './related/related.module.js';
import { ReplicationsModule } from './replications/replications.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { SearchBoxModule } from './search-box/search-box.module.js';
import { SearchModule } from './search/search.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TaxonomyModule } from './taxonomy/taxonomy.module.js';
import { VerificationsModule } from './verifications/verifications.module.js';
import { VersionsModule } from './versions/versions.module.js';
import { WithdrawalsModule } from './withdrawals/withdrawals.module.js';

@Module({
  controllers: [PeopleController],
  imports: [
    OrganizationsModule,
    PracticesModule,
    EntriesModule,
    DraftsModule,
    AttachmentsModule,
    PicturesModule,
    ReviewsModule,
    ImportsModule,
    HandoversModule,
    HarvestModule,
    SearchModule,
    SearchBoxModule,
    TaxonomyModule,
    RelatedModule,
    InquiriesModule,
    ReplicationsModule,
    CountsModule,
    CommentsModule,
    VersionsModule,
    WithdrawalsModule,
    VerificationsModule,
    TasksModule,
  ],
})
export class RepositoryModule {}
