import { Module } from '@nestjs/common';
import { CalendarsController } from './calendars.controller.js';
import { CalendarsService } from './calendars.service.js';
import { DayChangesService } from './day-changes.service.js';

@Module({ controllers: [CalendarsController], providers: [CalendarsService, DayChangesService] })
export class CalendarsModule {}
