import type { Application } from '@alianza/contracts/membership/applications';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useOwners } from '../api/owners.js';

/** The ways to take an application, give it back or give it to somebody. */
function Giving({ application: { id, version, assignee } }: { application: Application }) {
  const text = useText();
  const { me } = useSession();
  const { owners } = useOwners();
  const assign = useWrite('membership.applications.assign');
  const give = (personId: string | null) => assign.mutate({ input: { id, personId }, version });
  return (
    <>
      <div className="buttons">
        {assignee?.personId !== me.id && (
          <button className="button second" type="button" disabled={assign.isPending} onClick={() => give(me.id)}>
            {text('secretariat.assign.take')}
          </button>
        )}
        {assignee !== null && (
          <button className="button second" type="button" disabled={assign.isPending} onClick={() => give(null)}>
            {text('secretariat.assign.giveBack')}
          </button>
        )}
        <label htmlFor="assign-to" className="sr">
          {text('secretariat.assign.to')}
        </label>
        <select id="assign-to" value="" disabled={assign.isPending} onChange={(event) => give(event.target.value)}>
          <option value="">{text('secretariat.assign.to')}</option>
          {owners
            .filter(({ personId }) => personId !== me.id && personId !== assignee?.personId)
            .map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
        </select>
      </div>
      {assign.error && <Failure error={assign.error} title={text('secretariat.assign.failed')} />}
    </>
  );
}

/** Who has the application. */
export function Assignment({ application }: { application: Application }) {
  const may = useMay();
  const { whoHas } = useOwners();
  return (
    <div className="assignment">
      <p>{whoHas(application.assignee)}</p>
      {may('applications:decide') && <Giving application={application} />}
    </div>
  );
}
