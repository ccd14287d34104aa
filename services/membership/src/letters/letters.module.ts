import { Module } from '@nestjs/common';
import { RolesModule } from '../roles/roles.module.js';
import { AccreditationService } from './accreditation.service.js';
import { LetterViews } from './letter-views.service.js';
import { LetterWarnings } from './letter-warnings.js';
import { LettersController } from './letters.controller.js';
import { LettersService } from './letters.service.js';

@Module({
  imports: [RolesModule],
  controllers: [LettersController],
  providers: [AccreditationService, LettersService, LetterViews, LetterWarnings],
})
export class LettersModule {}
