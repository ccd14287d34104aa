import type { Application } from '@alianza/contracts/membership/applications';
import { Assigning } from '../../../shared/queue/owners/assigning.js';
import { useOwners } from '../../../shared/queue/owners/owners.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';

/** Who has the application, and the ways to change that. */
export function Assignment({ application: { id, version, assignee } }: { application: Application }) {
  const may = useMay();
  const { owners, whoHas } = useOwners();
  const assign = useWrite('membership.applications.assign');
  const give = (personId: string | null) => assign.mutate({ input: { id, personId }, version });
  return (
    <div className="assignment">
      <p role="status">{whoHas(assignee)}</p>
      {may('applications:decide') && <Assigning holderId={assignee?.personId ?? null} people={owners} giving={assign} onGive={give} />}
    </div>
  );
}
