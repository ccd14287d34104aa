import type { Application } from '@alianza/contracts/membership/applications';
import { useState } from 'react';
import { useText } from '../../../shared/texts/use-text.js';
import { AcceptDialog } from './accept-dialog.js';
import { SayDialog } from './say-dialog.js';

/** The three answers to an application; each asks before it happens. */
export function Decisions({ application }: { application: Application }) {
  const text = useText();
  const [asking, ask] = useState<'accept' | 'clarify' | 'decline' | null>(null);
  const close = () => ask(null);
  return (
    <div className="buttons">
      <button className="button" type="button" onClick={() => ask('accept')}>
        {text('secretariat.accept.press')}
      </button>
      <button className="button second" type="button" onClick={() => ask('clarify')}>
        {text('secretariat.clarify.press')}
      </button>
      <button className="button grave" type="button" onClick={() => ask('decline')}>
        {text('secretariat.decline.press')}
      </button>
      {asking === 'accept' && <AcceptDialog application={application} onClose={close} />}
      {asking === 'clarify' && <SayDialog application={application} what="clarify" onClose={close} />}
      {asking === 'decline' && <SayDialog application={application} what="decline" onClose={close} />}
    </div>
  );
}
