import { useNavigate } from 'react-router';
import { isProblem } from '../../../shared/api/problem.js';
import { Failure } from '../../../shared/page/failure.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSecret } from '../../../shared/session/secret.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AfterApplying } from '../form/after-applying.js';
import { NoLink } from '../components/no-link.js';

/** Confirms an address, only when asked to: programs that open the links of a mail must not confirm anything. */
function Confirm({ secret }: { secret: string }) {
  const text = useText();
  const { name } = useNetwork();
  const address = useAddress();
  const go = useNavigate();
  const confirm = useWrite('membership.applications.confirm');
  if (isProblem(confirm.error, 'link-not-valid')) return <NoLink />;
  const press = () =>
    confirm.mutate(
      { input: { secret } },
      { onSuccess: ({ followSecret }) => void go(`${address('solicitud/seguimiento')}#${followSecret}`, { replace: true }) },
    );
  return (
    <div className="form-col">
      <PageTitle title={text('application.confirm.title')} of={name} />
      <p className="lede">{text('application.confirm.text', { network: name })}</p>
      <p className="buttons">
        <button className="button" type="button" disabled={confirm.isPending} onClick={press}>
          {text('application.confirm.press')}
        </button>
      </p>
      {confirm.error && <Failure error={confirm.error} title={text('application.confirm.failed')} onRetry={press} />}
    </div>
  );
}

/** Where the link of the confirmation mail leads. */
export function Component() {
  const secret = useSecret();
  return (
    <div className="form-page">
      {secret === null ? <NoLink /> : <Confirm secret={secret} />}
      <AfterApplying />
    </div>
  );
}
