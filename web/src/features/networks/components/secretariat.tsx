import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { useState } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { RevokeInvitation } from '../../../shared/parts/revoke-invitation.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Undelivered } from '../../../shared/parts/undelivered.js';
import { Void } from '../../../shared/parts/void.js';
import type { Output } from '../../../shared/api/call.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { InviteDialog } from './invite-dialog.js';

type Listed = Output<'membership.secretariats.list'>;

function Invited({ invitation }: { invitation: InvitationRow }) {
  const text = useText();
  const { zone } = useNetwork();
  const until = dateInWords(text.lang, invitation.expiresAt, zone);
  return (
    <tr>
      <td>
        {invitation.email}
        <Undelivered undelivered={invitation.undelivered} />
      </td>
      <td>{text(`taxonomy.role.${invitation.role}`)}</td>
      <td data-th={text('operation.people.state')}>
        {invitation.expired ? (
          <State kind="late">{text('operation.people.expired', { date: until })}</State>
        ) : (
          <State kind="open">{text('operation.people.invited', { date: until })}</State>
        )}
      </td>
      <td>
        <RevokeInvitation row={invitation} by="membership.secretariats.revoke" />
      </td>
    </tr>
  );
}

/** Who runs it, and who is invited to. */
function People({ items, invitations }: Listed) {
  const text = useText();
  const { zone } = useNetwork();
  if (items.length + invitations.length === 0)
    return (
      <Void title={text('operation.people.none')} level={3}>
        <p>{text('operation.people.noneText')}</p>
      </Void>
    );
  const heads = ['who', 'role', 'state', 'actions'].map((head) => text(`operation.people.${head}`));
  return (
    <table className="table">
      <caption className="sr">{text('operation.people.title')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {items.map(({ id, name, role, since }) => (
          <tr key={id}>
            <td>{name}</td>
            <td>{text(`taxonomy.role.${role}`)}</td>
            <td data-th={text('operation.people.state')}>
              <State kind="done">{text('operation.people.since', { date: dateInWords(text.lang, since, zone) })}</State>
            </td>
            <td />
          </tr>
        ))}
        {invitations.map((invitation) => (
          <Invited key={invitation.id} invitation={invitation} />
        ))}
      </tbody>
    </table>
  );
}

/** The secretariat of the network at hand, whose first people an operator invites. */
export function Secretariat() {
  const text = useText();
  const people = useRead('membership.secretariats.list', {});
  const [inviting, setInviting] = useState(false);
  return (
    <section aria-labelledby="secretariat">
      <h2 id="secretariat">{text('operation.people.title')}</h2>
      <Loaded query={people} failed={text('operation.people.failed')} skeleton={<RowsSkeleton rows={2} />}>
        {(listed) => <People {...listed} />}
      </Loaded>
      <p className="buttons">
        <button className="button" type="button" onClick={() => setInviting(true)}>
          {text('operation.people.invite')}
        </button>
      </p>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </section>
  );
}
