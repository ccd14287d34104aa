import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { BrandsController } from './brands/brands.controller.js';
import { Callers } from './callers/callers.js';
import { Standings } from './callers/standings.js';
import { Tokens } from './callers/tokens.js';
import { DownloadsController } from './downloads/downloads.controller.js';
import { DownloadsService } from './downloads/downloads.service.js';
import { RecordFilesController } from './downloads/record-files.controller.js';
import { RecordFilesService } from './downloads/record-files.service.js';
import { AtomController } from './feeds/atom.controller.js';
import { SitemapController } from './feeds/sitemap.controller.js';
import { OaiController } from './harvest/oai.controller.js';
import { OaiService } from './harvest/oai.service.js';
import { PublicReading } from './harvest/public-reading.js';
import { ImportTemplateController } from './open-data/import-template.controller.js';
import { OpenDataController } from './open-data/open-data.controller.js';
import { OpenDataService } from './open-data/open-data.service.js';
import { HealthController } from './health/health.controller.js';
import { Leaving } from './http/leaving.js';
import { Peers } from './http/peers.js';
import { Admission } from './limits/admission.js';
import { Limits } from './limits/limits.js';
import { SharedCounts } from './limits/shared-counts.js';
import { NetworkDirectory } from './networks/network-directory.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { Asking } from './operations/asking.js';
import { KeptLane } from './operations/kept-lane.js';
import { operationControllers } from './operations/operation.controllers.js';
import { Patience } from './operations/patience.js';
import { PublicAnswers } from './operations/public-answers.js';
import { FormsController } from './pages/forms.controller.js';
import { PagesController } from './pages/pages.controller.js';
import { Portal } from './pages/portal.js';
import { SubscriptionsController } from './pages/subscriptions.controller.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemsController } from './problems/problems.controller.js';
import { SearchBoxController } from './search-box/search-box.controller.js';
import { SearchBoxService } from './search-box/search-box.service.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsPurge } from './uploads/uploads.purge.js';
import { UploadsService } from './uploads/uploads.service.js';
import { Visits } from './visits/visits.js';

const asking = [Asking, Callers, KeptLane, NetworkDirectory, Patience, PublicAnswers, Standings, Tokens];
const edge = [Admission, Leaving, Limits, Peers, SharedCounts, Visits];
const files = [DownloadsService, RecordFilesService, UploadsPurge, UploadsService];
const documents = [OaiService, OpenDataService, PublicReading, SearchBoxService];
const written = [
  DownloadsController,
  FormsController,
  HealthController,
  OpenApiController,
  PagesController,
  ProblemsController,
  SearchBoxController,
  SubscriptionsController,
  UploadsController,
];
const publicFiles = [
  AtomController,
  BrandsController,
  ImportTemplateController,
  OaiController,
  OpenDataController,
  RecordFilesController,
  SitemapController,
];

/** The edge: one controller per contract, and by hand only what is no operation. */
@Module({
  controllers: [...operationControllers, ...publicFiles, ...written],
  providers: [...asking, ...edge, ...files, ...documents, Portal, { provide: APP_FILTER, useClass: ProblemFilter }],
})
export class GatewayModule {}
