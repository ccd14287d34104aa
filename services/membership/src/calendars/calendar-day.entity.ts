import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { CalendarDayNotFoundError } from './calendars.errors.js';

const said = 'create unique index calendar_day_said on calendar_day (network_id, day) where removed_at is null';

const CalendarDaySchema = defineEntity({
  name: 'CalendarDay',
  tableName: 'calendar_day',
  ...tenant,
  indexes: [
    { name: 'calendar_day_said', expression: said },
    { name: 'calendar_day_of', properties: ['networkId', 'day'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    day: p.date(),
    working: p.boolean(),
    name: p.json<Localized>(),
    reason: p.text(),
    /** Null where a command did it. */
    addedBy: p.uuid().nullable(),
    addedAt: p.datetime(),
    removedReason: p.text().nullable(),
    removedBy: p.uuid().nullable(),
    removedAt: p.datetime().nullable(),
  },
});

/** What a network says of one day, until it takes it back. What was said, stays known. */
export class CalendarDay extends CalendarDaySchema.class {
  remove({ reason, by }: { readonly reason: string; readonly by: string | null }, at: Date): void {
    if (this.removedAt) throw new CalendarDayNotFoundError();
    this.removedReason = reason;
    this.removedBy = by;
    this.removedAt = at;
  }
}
CalendarDaySchema.setClass(CalendarDay);
