import { defineEntity, p } from '@mikro-orm/postgresql';
import { platform } from '@alianza/platform/data/tenancy';

/** A ticket that was good for one download, and had it. */
export const SpentTicket = defineEntity({
  name: 'SpentTicket',
  tableName: 'spent_ticket',
  ...platform,
  properties: { id: p.uuid().primary(), spentAt: p.datetime().defaultRaw('now()') },
});
