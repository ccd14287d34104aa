import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { LinksModule } from '../links/links.module.js';
import { RolesModule } from '../roles/roles.module.js';
import { ConsentsService } from './consents.service.js';
import { CopiesService } from './copies/copies.service.js';
import { CopyJobs } from './copies/copies.jobs.js';
import { AccountsClosing } from './erasure/accounts-closing.jobs.js';
import { ErasingService } from './erasure/erasing.service.js';
import { ErasureJobs } from './erasure/erasures.jobs.js';
import { ErasuresService } from './erasure/erasures.service.js';
import { GatheringService } from './copies/gathering.service.js';
import { OwnTracesService } from './erasure/own-traces.service.js';
import { PrivacyController } from './privacy.controller.js';

const copies = [CopiesService, CopyJobs, GatheringService];
const erasures = [AccountsClosing, ErasingService, ErasureJobs, ErasuresService, OwnTracesService];

@Module({
  imports: [IdentityModule, LinksModule, RolesModule],
  controllers: [PrivacyController],
  providers: [ConsentsService, ...copies, ...erasures],
  exports: [ConsentsService],
})
export class PrivacyModule {}
