import { Module } from '@nestjs/common';
import { RolesModule } from '../roles/roles.module.js';
import { CompletionService } from './completion.service.js';

/** Apart from what asks for a handover, since accepting an invitation completes one. */
@Module({ imports: [RolesModule], providers: [CompletionService], exports: [CompletionService] })
export class CompletionModule {}
