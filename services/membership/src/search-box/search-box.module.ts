import { Module } from '@nestjs/common';
import { SearchBoxController } from './search-box.controller.js';
import { SearchBoxService } from './search-box.service.js';

@Module({ controllers: [SearchBoxController], providers: [SearchBoxService] })
export class SearchBoxModule {}
