import { Controller } from '@nestjs/common';
import { addCalendarDay, countTerm, getCalendar, removeCalendarDay } from '@alianza/contracts/membership/settings/calendars';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { CalendarsService } from './calendars.service.js';
import { DayChangesService } from './day-changes.service.js';

@Controller()
export class CalendarsController {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly changes: DayChangesService,
  ) {}

  @Operation(getCalendar)
  get(input: InputOf<typeof getCalendar>, call: Call) {
    return this.calendars.get(input, call);
  }

  @Operation(countTerm)
  count(input: InputOf<typeof countTerm>, call: Call) {
    return this.calendars.count(input, call);
  }

  @Operation(addCalendarDay)
  add(input: InputOf<typeof addCalendarDay>, call: Call) {
    return this.changes.add(input, call);
  }

  @Operation(removeCalendarDay)
  remove(input: InputOf<typeof removeCalendarDay>, call: Call) {
    return this.changes.remove(input, call);
  }
}
