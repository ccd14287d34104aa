import { useState } from 'react';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AfterApplying } from '../form/after-applying.js';
import { ApplicationForm } from '../form/application-form.js';

function Sent({ email }: { email: string }) {
  const text = useText();
  const { name } = useNetwork();
  return (
    <div className="form-col">
      <PageTitle title={text('application.sent.title')} of={name} />
      <p className="lede">{text('application.sent.text', { email })}</p>
      <p>{text('application.sent.unseen')}</p>
      <p>{text('application.sent.nothingCame')}</p>
    </div>
  );
}

/** Asks for an organisation to join. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const intro = (
    <>
      <div>
        <p className="kicker">{name}</p>
        <PageTitle title={text('application.title')} of={name} />
      </div>
      <p>{text('application.intro')}</p>
    </>
  );
  return (
    <div className="form-page">
      <div className="form-col">{sentTo === null ? <ApplicationForm intro={intro} onSent={setSentTo} /> : <Sent email={sentTo} />}</div>
      <AfterApplying />
    </div>
  );
}
