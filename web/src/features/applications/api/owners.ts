import type { ApplicationRow } from '@alianza/contracts/membership/applications';
import { useRead } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Who of the secretariat can have an application, and in words who has one. */
export function useOwners() {
  const text = useText();
  const may = useMay();
  const { me } = useSession();
  const { data } = useRead('membership.applications.owners', {}, { enabled: may('applications:decide') });
  const whoHas = (assignee: ApplicationRow['assignee']): string => {
    if (assignee === null) return text('secretariat.assign.nobody');
    return assignee.personId === me.id ? text('secretariat.assign.mine') : text('secretariat.assign.other', { name: assignee.name });
  };
  return { owners: data?.items ?? [], whoHas };
}
