import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { baseCalendars } from '@alianza/contracts/calendars/base-calendars';
import {
  addBusinessDays,
  businessDaysBetween,
  plusDays,
  weekdayOf,
  type BusinessCalendar,
} from '@alianza/contracts/calendars/business-days';
import type { CalendarYear, CountedTerm, countTerm, getCalendar } from '@alianza/contracts/membership/settings/calendars';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { textIn } from '@alianza/texts/server';
import { dayOf } from '../data/civil-days.queries.js';
import { Network } from '../networks/network.entity.js';
import { Person } from '../people/person.entity.js';
import { CalendarDay } from './calendar-day.entity.js';
import { daysOf, viewTakenBack, type Names, type Speaking } from './calendar-days.view.js';
import { TermWithoutEndError } from './calendars.errors.js';

const firstOf = (year: number): string => `${String(year)}-01-01`;
const lastOf = (year: number): string => `${String(year)}-12-31`;
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Which days count for business in a network, and where a term of them ends. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async get({ year: asked }: InputOf<typeof getCalendar>, call: Call): Promise<CalendarYear> {
    const network = await this.network(call);
    const year = asked ?? yearOf(dayOf(await this.clock.now(this.em), network.zone));
    const said = await this.between(call.network, firstOf(year), lastOf(year));
    const speaking = await this.speaking(said, call);
    const standing = said.filter(({ removedAt }) => !removedAt);
    const base = baseCalendars[network.calendar];
    const { confirmation, sources, weekend } = base;
    return {
      year,
      base: { id: network.calendar, name: textIn(call.lang)(`calendars.base.${network.calendar}`), confirmation, sources: [...sources] },
      weekend: [...weekend],
      revision: network.calendarRevision,
      days: daysOf(base, [year], standing, speaking),
      removed: said.filter(({ removedAt }) => removedAt).map((one) => viewTakenBack(one, speaking)),
      businessDays: businessDaysBetween({ base, changes: standing }, lastOf(year - 1), lastOf(year)),
    };
  }

  async count({ from, days }: InputOf<typeof countTerm>, call: Call): Promise<CountedTerm> {
    const network = await this.network(call);
    const base = baseCalendars[network.calendar];
    const changes = await this.em.find(CalendarDay, { networkId: call.network, removedAt: null, day: { $gt: from } });
    const end = endOf({ base, changes }, from, days);
    const years = Array.from({ length: yearOf(end) - yearOf(from) + 1 }, (_none, index) => yearOf(from) + index);
    const within = changes.filter(({ day }) => day <= end);
    const named = daysOf(base, years, within, await this.speaking(within, call));
    const passedOver = named.filter(({ day, working }) => !working && day > from && day < end && !base.weekend.includes(weekdayOf(day)));
    return { end, calendarDays: daysFrom(from, end), passedOver, revision: network.calendarRevision };
  }

  network(call: Call): Promise<Network> {
    return this.em.findOneOrFail(Network, { id: call.network });
  }

  /** Whoever is named in what was said of days, by their id. */
  async speaking(days: readonly CalendarDay[], call: Call): Promise<Speaking> {
    const ids = days.flatMap(({ addedBy, removedBy }) => [addedBy, removedBy].filter((id) => typeof id === 'string'));
    const people = ids.length === 0 ? [] : await this.em.find(Person, { id: [...new Set(ids)] });
    const names: Names = new Map(people.map(({ id, name }) => [id, name]));
    return { reader: call, names };
  }

  private between(networkId: string, from: string, to: string): Promise<CalendarDay[]> {
    return this.em.find(CalendarDay, { networkId, day: { $gte: from, $lte: to } }, { orderBy: { day: 'asc', addedAt: 'asc', id: 'asc' } });
  }
}

/** A network may have said of so many days that nobody works that a term never ends. */
function endOf(calendar: BusinessCalendar, from: string, days: number): string {
  try {
    return addBusinessDays(calendar, from, days);
  } catch (error) {
    if (error instanceof RangeError) throw new TermWithoutEndError();
    throw error;
  }
}

const aDay = Date.parse(plusDays('2000-01-01', 1)) - Date.parse('2000-01-01');
const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / aDay);
