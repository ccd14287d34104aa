import type { BaseCalendar } from '@alianza/contracts/calendars/base-calendars';
import { restDaysOf, type RestDay } from '@alianza/contracts/calendars/business-days';
import type { CalendarDay as DayView } from '@alianza/contracts/membership/settings/calendars';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { textIn } from '@alianza/texts/server';
import type { CalendarDay } from './calendar-day.entity.js';

/** What people are called, by their id. */
export type Names = ReadonlyMap<string, string>;

export interface Speaking {
  readonly reader: Reader;
  readonly names: Names;
}

const nameIn = (names: Names, id: string | null | undefined): string => (id ? (names.get(id) ?? '') : '');

export function viewRestDay({ day, name, declared }: RestDay, { lang }: Reader): DayView {
  const text = textIn(lang);
  const said = declared === null ? text(`calendars.day.${name}`) : text('calendars.day.declared', { authority: declared.authority });
  const of = declared === null ? 'base' : 'authority';
  return { day, name: said, working: false, of, url: declared?.url ?? null, change: null };
}

export function viewChange({ id, day, name, working, reason, addedBy, addedAt }: CalendarDay, { reader, names }: Speaking): DayView {
  const change = { id, reason, by: nameIn(names, addedBy), at: addedAt.toISOString() };
  return { day, name: resolve(name, reader).text, working, of: 'network', url: null, change };
}

export function viewTakenBack(change: CalendarDay, speaking: Speaking) {
  const { id, day, working, reason, removedReason, removedBy, removedAt } = change;
  const { name, change: added } = viewChange(change, speaking);
  const removed = { reason: removedReason ?? '', by: nameIn(speaking.names, removedBy), at: removedAt?.toISOString() ?? '' };
  return { id, day, name, working, reason, by: added?.by ?? '', at: added?.at ?? '', removed };
}

/** Rest days of the years and, in their place or beside them, what the network says of single days. */
export function daysOf(base: BaseCalendar, years: readonly number[], changes: readonly CalendarDay[], speaking: Speaking): DayView[] {
  const own = changes.map((change) => viewChange(change, speaking));
  const said = new Set(own.map(({ day }) => day));
  const rest = years.flatMap((year) => restDaysOf(base, year)).filter(({ day }) => !said.has(day));
  return [...rest.map((day) => viewRestDay(day, speaking.reader)), ...own].sort((one, other) => (one.day < other.day ? -1 : 1));
}
