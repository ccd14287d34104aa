import { reinstateOrganization, suspendOrganization, withdrawOrganization } from '@alianza/contracts/membership/organizations';
import { eventually } from '../eventually.js';
import { rowsOf } from '../rows.js';
import type { Setting } from '../setting.js';

const turns = { suspended: suspendOrganization, active: reinstateOrganization, withdrawn: withdrawOrganization } as const;

/** Suspends the setting's organisation, has it back or takes it out of the network; done once the repository has heard of it. */
export async function turn(setting: Setting, status: keyof typeof turns): Promise<void> {
  const { id } = setting.organization;
  const [row] = await rowsOf<{ version: number }>('membership', 'select version from organization where id = $1', [id]);
  const lead = { ...(await setting.as('secretariat-lead')), version: row?.version ?? 0 };
  await setting.world.edge.call(turns[status], { id, reason: 'Decisión de la asamblea.' }, lead);
  const query = 'select id from organization_copy where id = $1 and status = $2';
  await eventually(async () => (await rowsOf('repository', query, [id, status])).length === 1);
}
