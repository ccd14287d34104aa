import { z } from 'zod';
import { baseCalendarIds } from '../../calendars/base-calendars.js';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Day, Id, Instant, line, localized, prose } from '../../shapes.js';

export const calendarErrors = defineErrors({
  'calendar-day-exists': 'conflict',
  'calendar-day-as-it-is': 'conflict',
  'calendar-day-not-found': 'not-found',
  'term-without-end': 'unprocessable',
});

/** Days for which terms are counted. */
const Reckoned = Day.refine((day) => day >= '1990-01-01' && day <= '2200-12-31', { message: 'not-date' });

/** A day that is not what its weekday says. */
const CalendarDay = z.strictObject({
  day: z.string(),
  name: z.string(),
  working: z.boolean(),
  /** Of the base calendar · of an authority · of the network. */
  of: z.enum(['base', 'authority', 'network']),
  /** Where the authority said so. */
  url: z.string().nullable(),
  /** Of a day that the network named. */
  change: z.strictObject({ id: Id, reason: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** What the network said of a day and took back. */
const TakenBack = z.strictObject({
  id: Id,
  day: z.string(),
  name: z.string(),
  working: z.boolean(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
  removed: z.strictObject({ reason: z.string(), by: z.string(), at: Instant }),
});

const Year = z.strictObject({
  year: z.int(),
  base: z.strictObject({
    id: z.enum(baseCalendarIds),
    name: z.string(),
    confirmation: z.enum(['confirmed', 'secondary', 'assumption']),
    sources: z.array(z.strictObject({ title: z.string(), url: z.string() })),
  }),
  /** ISO weekdays: Monday is 1. */
  weekend: z.array(z.int()),
  /** Grows with every change, so that a term can say by which calendar it was counted. */
  revision: z.int(),
  days: z.array(CalendarDay),
  removed: z.array(TakenBack),
  /** Of the whole year. */
  businessDays: z.int(),
});
export type CalendarYear = z.infer<typeof Year>;

const YearNumber = z.coerce.number().int().min(1990).max(2200);

export const getCalendar = defineOperation({
  id: 'membership.calendars.get',
  summary: 'Days of a year that are not for business in a network, by its calendar and its own word; without a year, this one',
  method: 'GET',
  path: '/{network}/calendar',
  access: 'member',
  input: z.strictObject({ year: YearNumber.optional() }),
  output: Year,
  example: { input: { year: 2026 } },
});

export const countTerm = defineOperation({
  id: 'membership.calendars.count',
  summary: 'The day on which a term of business days ends, and what was passed over on the way',
  method: 'GET',
  path: '/{network}/calendar/term',
  access: 'member',
  input: z.strictObject({ from: Reckoned, days: z.coerce.number().int().min(0).max(1000) }),
  output: z.strictObject({ end: z.string(), calendarDays: z.int(), passedOver: z.array(CalendarDay), revision: z.int() }),
  errors: [calendarErrors['term-without-end']],
  example: { input: { from: '2026-01-30', days: 3 } },
});
export type CountedTerm = z.infer<(typeof countTerm)['output']>;

const access = { permission: 'calendar:write' } as const;

export const addCalendarDay = defineOperation({
  id: 'membership.calendars.add',
  summary: 'Say of a day that it is not for business, or that it is all the same',
  method: 'POST',
  path: '/{network}/calendar/days',
  access,
  input: z.strictObject({ day: Reckoned, working: z.boolean(), name: localized(line(120)), reason: prose(600) }),
  output: CalendarDay,
  errors: [calendarErrors['calendar-day-exists'], calendarErrors['calendar-day-as-it-is']],
  example: {
    given: 'ordinary-day',
    input: {
      day: '{day}',
      working: false,
      name: { original: 'es', es: 'Suspensión de labores' },
      reason: 'Acuerdo publicado por la convocante (ficticio).',
    },
  },
});

export const removeCalendarDay = defineOperation({
  id: 'membership.calendars.remove',
  summary: 'Take back what was said of a day; that it was said stays known',
  method: 'POST',
  path: '/{network}/calendar/days/{id}/remove',
  access,
  input: z.strictObject({ id: Id, reason: prose(600) }),
  output: z.strictObject({ id: Id, day: z.string() }),
  errors: [calendarErrors['calendar-day-not-found']],
  example: { given: 'calendar-day', input: { id: '{dayId}', reason: 'La fecha era otra (ficticio).' } },
});

const data = z.object({ day: z.string(), working: z.boolean(), name: localized(z.string()), reason: z.string(), revision: z.int() });
export const calendarDayAdded = defineEvent({ subject: 'ev.membership.calendar.day-added.v1', data, freeText: ['reason'] });
export const calendarDayRemoved = defineEvent({ subject: 'ev.membership.calendar.day-removed.v1', data, freeText: ['reason'] });
