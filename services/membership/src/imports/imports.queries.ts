import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { importTables, type Of, type Planned } from '@alianza/platform/imports/import-tables';
import { appearedIn, anyIsSo, ofRows } from './writing/identities.queries.js';
import type { MemberPlan } from './rows/plan.js';

export type PlannedMember = Planned<MemberPlan>;

const table = 'member_import';
export const memberTables = importTables<MemberPlan>({ table, record: 'organization_id', queries: 'member_imports', invites: true });

/** Organisations are not what they were. */
const changed = `exists (select 1 from member_import_row r left join organization o
    on o.network_id = r.network_id and o.id = (r.plan -> 'target' ->> 'id')::uuid
  where ${ofRows} and r.outcome in ('change', 'same') and (o.id is null or o.version <> (r.plan -> 'target' ->> 'version')::int))`;
const otherwise = [changed, ...appearedIn(table, `r.plan -> 'target' ->> 'id'`)];

/** Whether an organisation is no longer what it was when its row was checked, has come to be since, or is called what a row would be. */
export const membersChanged = (em: SqlEntityManager, of: Of): Promise<boolean> => anyIsSo(em, otherwise, of);
