import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { useState } from 'react';
import { AppDialog } from '../page/dialog.js';
import { useWrite } from '../session/queries.js';
import { useText } from '../texts/use-text.js';
import { SendOrCancel } from '../forms/send-or-cancel.js';

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
            <SendOrCancel
              send={text('people.invited.revokeSend')}
              error={revoke.error}
              failed={text('people.invited.revokeFailed')}
              busy={revoke.isPending}
              grave
              onSend={() => revoke.mutate({ input: { id: row.id } }, { onSuccess: close })}
              onCancel={close}
            />
          </div>
        </AppDialog>
      )}
    </>
  );
}
