import type { InvitedActor } from '@alianza/contracts/membership/directory/actors';
import { useNavigate } from 'react-router';
import { isProblem } from '../../../shared/api/problem.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { State } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress, usePlace } from '../../../shared/session/place.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useSecret } from '../../../shared/session/secret.js';
import { useText } from '../../../shared/texts/use-text.js';
import { beginInvited } from '../api/application-draft.js';
import { AfterApplying } from '../form/after-applying.js';

function NotGood() {
  const text = useText();
  const { name } = useNetwork();
  const address = useAddress();
  return (
    <div className="form-col">
      <PageTitle title={text('application.invited.notGood')} of={name} />
      <p>{text('application.invited.notGoodText')}</p>
      <p className="buttons">
        <a className="button second" href={address('solicitud')}>
          {text('application.noLink.apply')}
        </a>
      </p>
    </div>
  );
}

/** Only when it is pressed: programs that open the links of a mail must not silence anybody. */
function Stopping({ secret, stopped }: { secret: string; stopped: boolean }) {
  const text = useText();
  const { name: network } = useNetwork();
  const stop = useWrite('membership.actors.stop');
  const press = () => stop.mutate({ input: { secret } });
  if (stopped || stop.isSuccess)
    return (
      <p role="status">
        <State kind="done">{text('application.invited.stopped')}</State>
      </p>
    );
  return (
    <section className="form-col">
      <h2>{text('application.invited.stopTitle')}</h2>
      <p>{text('application.invited.stopText', { network })}</p>
      <p className="buttons">
        <button className="button second" type="button" disabled={stop.isPending} onClick={press}>
          {text('application.invited.stop')}
        </button>
      </p>
      {stop.error && <Failure error={stop.error} title={text('application.invited.stopFailed')} onRetry={press} />}
    </section>
  );
}

function Offer({ invited, secret }: { invited: InvitedActor; secret: string }) {
  const text = useText();
  const { name: network } = useNetwork();
  const place = usePlace();
  const address = useAddress();
  const go = useNavigate();
  const { organization, acronym, sector, country, website, stopped, member } = invited;
  const apply = () => {
    const known = { organization, acronym: acronym ?? '', sector, country: country ?? '', website: website ?? '' };
    beginInvited(place.network, known, secret);
    void go(address('solicitud'));
  };
  return (
    <div className="form-col">
      <PageTitle title={text('application.invited.title', { network })} of={network} />
      {member ? (
        <p className="lede">{text('application.invited.member', { organization, network })}</p>
      ) : (
        <>
          <p className="lede">{text('application.invited.text', { organization })}</p>
          <p className="buttons">
            <button className="button" type="button" onClick={apply}>
              {text('application.invited.apply')}
            </button>
          </p>
          <Stopping secret={secret} stopped={stopped} />
        </>
      )}
    </div>
  );
}

function Invited({ secret }: { secret: string }) {
  const text = useText();
  const query = useRead('membership.actors.open-invitation', { secret });
  if (isProblem(query.error, 'link-not-valid')) return <NotGood />;
  return (
    <Loaded query={query} failed={text('application.invited.failed')} skeleton={<RowsSkeleton />}>
      {(invited) => <Offer invited={invited} secret={secret} />}
    </Loaded>
  );
}

/** Where the link of an invitation to apply leads. */
export function Component() {
  const secret = useSecret();
  return (
    <div className="form-page">
      {secret === null ? <NotGood /> : <Invited secret={secret} />}
      <AfterApplying />
    </div>
  );
}
