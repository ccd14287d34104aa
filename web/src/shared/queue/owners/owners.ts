import type { ApplicationRow } from '@alianza/contracts/membership/applications';
import { useRead } from '../../session/queries.js';
import { useMay, useSession } from '../../session/session.js';
import { useText } from '../../texts/use-text.js';

/** Who of the secretariat can have something of its queues, and in words who has it. */
export function useOwners() {
  const text = useText();
  const may = useMay();
  const { me } = useSession();
  const { data } = useRead('membership.applications.owners', {}, { enabled: may('applications:decide') });
  const owners = data?.items ?? [];
  const whoHas = (assignee: ApplicationRow['assignee']): string => {
    if (assignee === null) return text('secretariat.assign.nobody');
    return assignee.personId === me.id ? text('secretariat.assign.mine') : text('secretariat.assign.other', { name: assignee.name });
  };
  /** Of what may be of either gender in Spanish. */
  const inCharge = (personId: string | null): string => {
    if (personId === null) return text('secretariat.task.nobody');
    if (personId === me.id) return text('secretariat.task.mine');
    return owners.find((one) => one.personId === personId)?.name ?? text('secretariat.task.somebody');
  };
  return { owners, whoHas, inCharge };
}
