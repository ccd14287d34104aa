import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows, type NamedQuery } from '@alianza/platform/data/queries';

/** As many of each: those that came last, since their ids are in the order of time. */
const most = 200;

/** From each value to the next by the index, so that a long chain costs as many steps as it has different values. */
const distinct = (column: string): NamedQuery =>
  defineQuery({
    name: `audit_${column}s`,
    scope: 'tenant',
    text: `with recursive found (value) as (
        (select e.${column} from entry e where e.network_id = $1 and e.${column} is not null order by e.${column} desc limit 1)
        union all
        select (select e.${column} from entry e where e.network_id = $1 and e.${column} < found.value order by e.${column} desc limit 1)
        from found where found.value is not null)
      select value from found where value is not null limit ${String(most)}`,
    sample: (networkId) => [networkId],
  });

const actors = { person: distinct('actor_person'), organization: distinct('actor_organization'), service: distinct('actor_service') };

const kinds = defineQuery({
  name: 'audit_kinds',
  scope: 'tenant',
  text: `with recursive found (noun, verb) as (
      (select e.noun, e.verb from entry e where e.network_id = $1 order by e.noun, e.verb limit 1)
      union all
      select after.noun, after.verb from found cross join lateral (select e.noun, e.verb from entry e
        where e.network_id = $1 and (e.noun, e.verb) > (found.noun, found.verb) order by e.noun, e.verb limit 1) after)
    select noun, verb from found limit ${String(most)}`,
  sample: (networkId) => [networkId],
});

export const readActors = async (em: SqlEntityManager, networkId: string, who: keyof typeof actors): Promise<string[]> =>
  (await queryRows<{ value: string }>(em, actors[who], [networkId])).map(({ value }) => value);

export const readKinds = (em: SqlEntityManager, networkId: string): Promise<{ noun: string; verb: string }[]> =>
  queryRows(em, kinds, [networkId]);
