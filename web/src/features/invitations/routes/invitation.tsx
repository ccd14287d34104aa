import { isProblem } from '../../../shared/api/problem.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { Invitation } from '../components/invitation.js';
import { useInvitationSecret } from '../components/kept-secret.js';

/** Without a link, or with one that was used, revoked or is too old. */
function NotGood() {
  const text = useText();
  const { name } = useNetwork();
  return (
    <div className="form-col">
      <PageTitle title={text('invitation.notGood.title')} of={name} />
      <p>{text('invitation.notGood.text')}</p>
    </div>
  );
}

function Described({ secret }: { secret: string }) {
  const text = useText();
  const query = useRead('membership.invitations.describe', { secret });
  if (isProblem(query.error, 'link-not-valid') || isProblem(query.error, 'invitation-not-open')) return <NotGood />;
  return (
    <Loaded query={query} failed={text('invitation.failed')} skeleton={<RowsSkeleton />}>
      {(described) => <Invitation described={described} secret={secret} />}
    </Loaded>
  );
}

/** Where the link of an invitation leads. */
export function Component() {
  const secret = useInvitationSecret();
  return secret === null ? <NotGood /> : <Described secret={secret} />;
}
