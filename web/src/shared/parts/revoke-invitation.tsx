import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { useState } from 'react';
import { AppDialog } from '../page/dialog.js';
import { Failure } from '../page/failure.js';
import { useWrite } from '../session/queries.js';
import { useText } from '../texts/use-text.js';

interface Props {
  readonly row: InvitationRow;
  /** What becomes of it: an operator has another way than whoever runs the network. */
  readonly by?: 'membership.invitations.revoke' | 'membership.secretariats.revoke';
}

const listed = { alsoChanges: ['membership.roles', 'membership.network-roles'] };

/** Names whom an invitation is for, and as what, before it is taken back. */
export function RevokeInvitation({ row, by = 'membership.invitations.revoke' }: Props) {
  const text = useText();
  const revoke = useWrite(by, listed);
  const [asking, setAsking] = useState(false);
  const title = text('people.invited.revokeOf', { whom: row.person ?? row.email });
  const role = text(`taxonomy.role.${row.role}`);
  const close = () => {
    setAsking(false);
    revoke.reset();
  };
  return (
    <>
      <button className="link" type="button" onClick={() => setAsking(true)}>
        <span aria-hidden="true">{text('people.invited.revoke')}</span>
        <span className="sr">{title}</span>
      </button>
      {asking && (
        <AppDialog title={title} onClose={close}>
          <div className="form">
            <p>{row.handover ? text('people.invited.revokeHandover') : text('people.invited.revokeText', { role })}</p>
            {revoke.error && <Failure error={revoke.error} title={text('people.invited.revokeFailed')} />}
            <div className="buttons">
              <button
                className="button grave"
                type="button"
                disabled={revoke.isPending}
                onClick={() => revoke.mutate({ input: { id: row.id } }, { onSuccess: close })}
              >
                {text('people.invited.revokeSend')}
              </button>
              <button className="button second" type="button" onClick={close}>
                {text('states.form.cancel')}
              </button>
            </div>
          </div>
        </AppDialog>
      )}
    </>
  );
}
