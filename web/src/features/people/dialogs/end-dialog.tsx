import type { HeldRole } from '@alianza/contracts/membership/representation/roles';
import { useState, type SyntheticEvent } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

const limit = 1000;

/** Names what ends and what stays before it happens. */
export function EndDialog({ row, onClose }: { row: HeldRole; onClose: () => void }) {
  const text = useText();
  const end = useWrite('membership.roles.end');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') document.getElementById('end-reason')?.focus();
    else end.mutate({ input: { id: row.id, reason }, version: row.version }, { onSuccess: onClose });
  };
  return (
    <AppDialog title={text('people.end.title', { person: row.name })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{text('people.end.text')}</p>
        <Ask
          id="end-reason"
          label={text('people.end.reason')}
          error={missing ? text('people.end.reasonMissing') : undefined}
          count={{ used: reason.length, limit }}
        >
          {(control) => (
            <textarea className="input" maxLength={limit} {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Ask>
        {end.error && <Failure error={end.error} title={text('people.end.failed')} />}
        <div className="buttons">
          <button className="button grave" type="submit" disabled={end.isPending}>
            {text('people.end.send')}
          </button>
          <button className="button second" type="button" onClick={onClose}>
            {text('states.form.cancel')}
          </button>
        </div>
      </form>
    </AppDialog>
  );
}
