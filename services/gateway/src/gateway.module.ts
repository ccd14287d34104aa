import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { Callers } from './callers/callers.js';
import { Tokens } from './callers/tokens.js';
import { DownloadsController } from './downloads/downloads.controller.js';
import { DownloadsService } from './downloads/downloads.service.js';
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
import { PagesController } from './pages/pages.controller.js';
import { Portal } from './pages/portal.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemsController } from './problems/problems.controller.js';
import { UploadsController } from './uploads/uploads.controller.js';
import { UploadsPurge } from './uploads/uploads.purge.js';
import { UploadsService } from './uploads/uploads.service.js';

const asking = [Asking, Callers, KeptLane, NetworkDirectory, Patience, PublicAnswers, Tokens];
const edge = [Admission, Leaving, Limits, Peers, SharedCounts];
const files = [DownloadsService, UploadsPurge, UploadsService];
const written = [DownloadsController, HealthController, OpenApiController, PagesController, ProblemsController, UploadsController];

/** The edge: one controller per contract, and by hand only what is no operation. */
@Module({
  controllers: [...operationControllers, ...written],
  providers: [...asking, ...edge, ...files, Portal, { provide: APP_FILTER, useClass: ProblemFilter }],
})
export class GatewayModule {}
