import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module.js';
import { SearchBoxController } from './search-box.controller.js';
import { SearchBoxService } from './search-box.service.js';

@Module({ imports: [SearchModule], controllers: [SearchBoxController], providers: [SearchBoxService] })
export class SearchBoxModule {}
