import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeStatus } from '@alianza/contracts/repository/practices';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { lastId, lastInstant } from '../data/cursor-keys.js';
import { practiceRows, type PracticeListRow } from '../practices/practices.queries.js';

const entered = defineQuery({
  name: 'practices_entered',
  scope: 'tenant',
  text: `${practiceRows()} and p.on_behalf and p.published_at is null and ($2::text is null or p.status = $2::text) and (p.changed_at, p.id) < ($3::timestamptz, $4::uuid)
    order by p.changed_at desc, p.id desc limit $5`,
  sample: (networkId) => [networkId, null, lastInstant, lastId, 21],
});

export interface EnteredWanted {
  readonly status: PracticeStatus | null;
  readonly after: readonly [string, string];
  readonly limit: number;
}

export const readEntered = (em: SqlEntityManager, networkId: string, { status, after, limit }: EnteredWanted): Promise<PracticeListRow[]> =>
  queryRows<PracticeListRow>(em, entered, [networkId, status, ...after, limit]);
