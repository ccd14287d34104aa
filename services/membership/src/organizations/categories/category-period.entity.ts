import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { CategoryPeriodTakenError } from '../standing/standing.errors.js';

const open = 'create unique index category_period_open on category_period (network_id, organization_id) where until is null';

const CategoryPeriodSchema = defineEntity({
  name: 'CategoryPeriod',
  tableName: 'category_period',
  ...tenant,
  indexes: [
    { name: 'category_period_open', expression: open },
    { name: 'category_period_of', properties: ['networkId', 'organizationId', 'grantedAt'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    organizationId: p.uuid(),
    category: p.text(),
    /** First day; null where nobody wrote it down. */
    since: p.date().nullable(),
    /** The day on which the next one begins; null while it lasts. */
    until: p.date().nullable(),
    /** The agreement or document that granted it. */
    reference: p.text().nullable(),
    referenceDate: p.date().nullable(),
    grantedAt: p.datetime(),
  },
});

/** A time during which an organisation holds a category. Once ended it stays as it was. */
export class CategoryPeriod extends CategoryPeriodSchema.class {
  /** The next one begins on that day: not before this one did. */
  end(day: string): void {
    if (this.until || (this.since && day < this.since)) throw new CategoryPeriodTakenError();
    this.until = day;
  }

  /** Its organisation leaves: what was to begin later ends before it began. */
  leave(today: string): void {
    this.end(this.since && today < this.since ? this.since : today);
  }
}
CategoryPeriodSchema.setClass(CategoryPeriod);
