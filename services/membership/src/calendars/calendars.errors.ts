import { DomainError } from '@alianza/contracts/errors';
import { calendarErrors } from '@alianza/contracts/membership/settings/calendars';

export class CalendarDayExistsError extends DomainError {
  constructor(day: string) {
    super(calendarErrors['calendar-day-exists'], { day });
  }
}

export class CalendarDayAsItIsError extends DomainError {
  constructor(day: string) {
    super(calendarErrors['calendar-day-as-it-is'], { day });
  }
}

export class CalendarDayNotFoundError extends DomainError {
  constructor() {
    super(calendarErrors['calendar-day-not-found']);
  }
}

export class TermWithoutEndError extends DomainError {
  constructor() {
    super(calendarErrors['term-without-end']);
  }
}
