import { Module } from '@nestjs/common';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { ReviewersController } from './reviewers.controller.js';
import { ReviewersService } from './reviewers.service.js';

@Module({ imports: [InvitationsModule], controllers: [ReviewersController], providers: [ReviewersService] })
export class ReviewersModule {}
