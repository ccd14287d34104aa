import { isProblem } from '../../../shared/api/problem.js';
import { Failure } from '../../../shared/page/failure.js';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSecret } from '../../../shared/session/secret.js';
import { useText } from '../../../shared/texts/use-text.js';

function Said({ title, children, back }: { title: string; children: string; back: string }) {
  const { name } = useNetwork();
  const address = useAddress();
  return (
    <div className="form-col">
      <PageTitle title={title} of={name} />
      <p className="lede">{children}</p>
      <p className="buttons">
        <a className="button second" href={address('practicas')}>
          {back}
        </a>
      </p>
    </div>
  );
}

function NoLink() {
  const text = useText();
  return (
    <Said title={text('inquiries.noLink.title')} back={text('inquiries.noLink.back')}>
      {text('inquiries.noLink.text')}
    </Said>
  );
}

/** Confirms the address of a message, only when asked to: programs that open the links of a mail must not confirm anything. */
function Confirm({ secret }: { secret: string }) {
  const text = useText();
  const { name } = useNetwork();
  const confirm = useWrite('membership.correspondents.confirm');
  if (isProblem(confirm.error, 'link-not-valid')) return <NoLink />;
  if (confirm.isSuccess)
    return (
      <Said title={text('inquiries.confirm.done')} back={text('inquiries.noLink.back')}>
        {text('inquiries.confirm.doneText')}
      </Said>
    );
  const press = () => confirm.mutate({ input: { secret } });
  return (
    <div className="form-col">
      <PageTitle title={text('inquiries.confirm.title')} of={name} />
      <p className="lede">{text('inquiries.confirm.text')}</p>
      <p className="buttons">
        <button className="button" type="button" disabled={confirm.isPending} onClick={press}>
          {text('inquiries.confirm.press')}
        </button>
      </p>
      {confirm.error && <Failure error={confirm.error} title={text('inquiries.confirm.failed')} onRetry={press} />}
    </div>
  );
}

/** Where the link of the confirmation mail leads. */
export function Component() {
  const secret = useSecret();
  return secret === null ? <NoLink /> : <Confirm secret={secret} />;
}
