import { Module } from '@nestjs/common';
import { RolesModule } from '../roles/roles.module.js';
import { AccreditationService } from './accreditation.service.js';
import { LetterViews } from './letter-views.service.js';
import { LetterWarnings } from './days/letter-warnings.js';
import { LettersController } from './letters.controller.js';
import { LettersPurge } from './days/letters.purge.js';
import { LettersService } from './letters.service.js';

@Module({
  imports: [RolesModule],
  controllers: [LettersController],
  providers: [AccreditationService, LettersService, LetterViews, LetterWarnings, LettersPurge],
})
export class LettersModule {}
