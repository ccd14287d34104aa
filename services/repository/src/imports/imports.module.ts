import { Module } from '@nestjs/common';
import { practiceImportOperations } from '@alianza/contracts/repository/imports';
import { importing } from '@alianza/platform/imports/importing';
import { importsController } from '@alianza/platform/imports/imports-controller';
import { NetworksModule } from '../networks/networks.module.js';
import { PublicationModule } from '../publication/publication.module.js';
import { ImportsController } from './imports.controller.js';
import { KeptMappings } from './mapping/kept-mappings.service.js';
import { PracticeSheets } from './practice-sheets.js';
import { RowsWriting } from './writing/rows-writing.service.js';
import { SourcedRecords } from './writing/sourced-records.service.js';

@Module({
  imports: [NetworksModule, PublicationModule],
  controllers: [ImportsController, importsController(practiceImportOperations)],
  providers: [...importing(PracticeSheets), KeptMappings, RowsWriting, SourcedRecords],
})
export class ImportsModule {}
