import { defineEntity, p } from '@mikro-orm/postgresql';
import { platform } from '@alianza/platform/data/tenancy';

/** How often somebody asked in the time that began with their first request. Who that is stands here as a digest alone. */
export const RateLimit = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  ...platform,
  properties: { id: p.text().primary(), used: p.integer(), endsAt: p.datetime() },
});
