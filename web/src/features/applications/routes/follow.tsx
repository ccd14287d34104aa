import type { FollowedApplication } from '@alianza/contracts/membership/applications';
import { useState } from 'react';
import { isProblem } from '../../../shared/api/problem.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useSecret } from '../../../shared/session/secret.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AnswerForm } from '../components/answer-form.js';
import { ApplicationHistory } from '../components/application-history.js';
import { ApplicationState } from '../components/application-state.js';
import { GrantLine } from '../components/grant-line.js';
import { applicationStates, isOpen } from '../components/application-states.js';
import { NoLink } from '../components/no-link.js';
import { WithdrawDialog } from '../components/withdraw-dialog.js';

interface Props {
  readonly application: FollowedApplication;
  readonly secret: string;
  readonly onChanged: () => void;
}

function Withdraw({ application, secret, onChanged }: Props) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <section className="withdraw" aria-labelledby="withdraw">
      <h2 id="withdraw">{text('application.follow.withdraw')}</h2>
      <p>{text('application.follow.withdrawText')}</p>
      <p className="buttons">
        <button className="button grave" type="button" onClick={() => setAsking(true)}>
          {text('application.withdraw.press')}
        </button>
      </p>
      {asking && (
        <WithdrawDialog secret={secret} organization={application.organization} onClose={() => setAsking(false)} onWithdrawn={onChanged} />
      )}
    </section>
  );
}

function Followed({ application, secret, onChanged }: Props) {
  const text = useText();
  const asked = application.history.findLast(({ status }) => status === 'clarification-asked');
  return (
    <>
      <p role="status">
        <ApplicationState status={application.status} />
      </p>
      <p className="lede">{text(applicationStates[application.status].next)}</p>
      {application.status === 'clarification-asked' && <AnswerForm secret={secret} question={asked?.text ?? null} onAnswered={onChanged} />}
      <section aria-labelledby="history">
        <h2 id="history">{text('application.follow.history')}</h2>
        <ApplicationHistory {...application} />
      </section>
      {application.grant !== null && (
        <section aria-labelledby="grant">
          <h2 id="grant">{text('application.follow.grant')}</h2>
          <p>
            <GrantLine grant={application.grant} />
          </p>
        </section>
      )}
      {isOpen(application.status) && <Withdraw application={application} secret={secret} onChanged={onChanged} />}
    </>
  );
}

function Follow({ secret }: { secret: string }) {
  const text = useText();
  const { name } = useNetwork();
  const query = useRead('membership.applications.follow', { secret });
  if (isProblem(query.error, 'link-not-valid')) return <NoLink />;
  return (
    <div className="form-col">
      <div>
        <p className="kicker">{name}</p>
        <PageTitle title={query.data?.organization ?? text('application.follow.title')} of={name} />
      </div>
      <Loaded query={query} failed={text('application.follow.failed')} skeleton={<RowsSkeleton />}>
        {(application) => <Followed application={application} secret={secret} onChanged={() => void query.refetch()} />}
      </Loaded>
      <p className="quiet-text">{text('application.follow.keepLink')}</p>
    </div>
  );
}

/** The private link of an applicant: the state of their application, and what they can do about it. */
export function Component() {
  const secret = useSecret();
  return <div className="form-page">{secret === null ? <NoLink /> : <Follow secret={secret} key={secret} />}</div>;
}
