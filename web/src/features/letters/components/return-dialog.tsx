import type { Letter } from '@alianza/contracts/membership/representation/letters';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

const limit = 1000;

/** Sends a letter back with a reason that the organisation reads. */
export function ReturnDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const text = useText();
  const giveBack = useWrite('membership.letters.return', { alsoChanges: ['membership.roles'] });
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { id, version, organization } = letter;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') document.getElementById('return-reason')?.focus();
    else giveBack.mutate({ input: { id, reason }, version }, { onSuccess: onClose });
  };
  return (
    <AppDialog title={text('people.queue.returnTitle', { organization })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{text('people.queue.returnText')}</p>
        <Ask
          id="return-reason"
          label={text('people.queue.reason')}
          error={missing ? text('people.queue.reasonMissing') : undefined}
          count={{ used: reason.length, limit }}
        >
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Ask>
        {giveBack.error && <Failure error={giveBack.error} title={text('people.queue.decideFailed')} />}
        <div className="buttons">
          <button className="button grave" type="submit" disabled={giveBack.isPending}>
            {text('people.queue.returnSend')}
          </button>
          <button className="button second" type="button" onClick={onClose}>
            {text('states.form.cancel')}
          </button>
        </div>
      </form>
    </AppDialog>
  );
}
