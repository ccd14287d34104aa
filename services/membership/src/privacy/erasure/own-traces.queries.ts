import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';

/** Accepted by a person, meant for them in a handover, or sent to one of their addresses. */
export const invitationsOf = defineQuery({
  name: 'erasures_invitations',
  scope: 'tenant',
  text: `select id from invitation where network_id = $1
    and (person_id = $2::uuid or handover ->> 'to' = $2::text or lower(email) in (select jsonb_array_elements_text($3::jsonb)))`,
  sample: (networkId) => [networkId, nowhere, '["nadie@example.org"]'],
});

export const actorsReachedAt = defineQuery({
  name: 'erasures_actors',
  scope: 'tenant',
  text: `select id from actor where network_id = $1 and lower(contact ->> 'email') in (select jsonb_array_elements_text($2::jsonb))`,
  sample: (networkId) => [networkId, '["nadie@example.org"]'],
});

/** An address wherever it stands as a whole, in any case. */
const anyOf = (emails: readonly string[]): string =>
  `(?<![[:alnum:]._%+-])(?:${emails.map((email) => email.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![[:alnum:]-]|\\.[[:alnum:]])`;

const without = (column: string): string => `regexp_replace(${column}::text, given.address, '', 'gi')::jsonb`;
const given = 'from (select ?::uuid as network, ?::text as address) given where network_id = network';
/** Of a contact nothing is left without its address; nobody is invited by a row that names none. */
const planned = `case when plan #>> '{content,contact,email}' ~* given.address then jsonb_set(plan, '{content,contact}', 'null') else plan end`;
const inSheets = ['member_import', 'actor_import'].flatMap((table) => [
  `update ${table} set columns = ${without('columns')} ${given} and columns::text ~* given.address`,
  `update ${table}_row set cells = ${without('cells')}, plan = ${without(`(${planned})`)} ${given} and cells::text ~* given.address`,
]);

/** Takes addresses out of the sheets that were imported into a network, whose rows are kept for a time. */
export async function forgetInSheets(em: SqlEntityManager, networkId: string, emails: readonly string[]): Promise<void> {
  for (const statement of inSheets) await em.execute(statement, [networkId, anyOf(emails)]);
}
