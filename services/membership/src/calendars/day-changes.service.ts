import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { baseCalendars } from '@alianza/contracts/calendars/base-calendars';
import { isBusinessDay } from '@alianza/contracts/calendars/business-days';
import {
  calendarDayAdded,
  calendarDayRemoved,
  type addCalendarDay,
  type CalendarDay as DayView,
  type removeCalendarDay,
} from '@alianza/contracts/membership/settings/calendars';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { CalendarDay } from './calendar-day.entity.js';
import { viewChange } from './calendar-days.view.js';
import { raiseRevision } from './calendars.queries.js';
import { CalendarDayAsItIsError, CalendarDayExistsError, CalendarDayNotFoundError } from './calendars.errors.js';
import { CalendarsService } from './calendars.service.js';

/** A network's own word on single days: one for each day, kept with who said it, when and why. */
@Injectable()
export class DayChangesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly calendars: CalendarsService,
  ) {}

  async add({ day, working, name, reason }: InputOf<typeof addCalendarDay>, call: Call): Promise<DayView> {
    const networkId = call.network;
    await this.alone(call);
    if (await this.em.findOne(CalendarDay, { networkId, day, removedAt: null })) throw new CalendarDayExistsError(day);
    const { calendar } = await this.calendars.network(call);
    if (isBusinessDay({ base: baseCalendars[calendar], changes: [] }, day) === working) throw new CalendarDayAsItIsError(day);
    const addedAt = await this.clock.now(this.em);
    const said = { day, working, name, reason, addedBy: call.personId, addedAt };
    const change = this.em.create(CalendarDay, { ...said, id: newId(), networkId });
    await this.em.persist(change).flush();
    await this.tell(calendarDayAdded, change, reason, call);
    return viewChange(change, await this.calendars.speaking([change], call));
  }

  async remove({ id, reason }: InputOf<typeof removeCalendarDay>, call: Call): Promise<AnswerOf<typeof removeCalendarDay>> {
    await this.alone(call);
    const change = await this.em.findOne(CalendarDay, { networkId: call.network, id });
    if (!change) throw new CalendarDayNotFoundError();
    change.remove({ reason, by: call.personId }, await this.clock.now(this.em));
    await this.em.flush();
    await this.tell(calendarDayRemoved, change, reason, call);
    return { id, day: change.day };
  }

  private alone({ network }: Call): Promise<void> {
    return oneAtATime(this.em, 'calendar', network);
  }

  private async tell(event: typeof calendarDayAdded, change: CalendarDay, reason: string, call: Call): Promise<void> {
    const { id, day, working, name, removedAt } = change;
    const revision = await raiseRevision(this.em, call.network);
    record(this.em, call, event, { aggregateId: id, aggregateVersion: removedAt ? 2 : 1, data: { day, working, name, reason, revision } });
  }
}
