import { Module } from '@nestjs/common';
import { ReviewAccess } from './review-access.js';

@Module({ providers: [ReviewAccess], exports: [ReviewAccess] })
export class ReviewAccessModule {}
