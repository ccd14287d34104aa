import { useState } from 'react';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { Invited } from '../../../shared/parts/invited.js';
import { useFilter } from '../../../shared/queue/open-row.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useRead } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { mayGive } from '../api/granting-values.js';
import { RoleTable } from '../components/role-table.js';
import { InviteDialog } from '../dialogs/invite-dialog.js';

/** Who coordinates, reviews and audits in the network, and who did before. */
export function Component() {
  const text = useText();
  const may = useMay();
  const gives: readonly string[] = mayGive(useSession().roles);
  const [shown, show] = useFilter('papeles', 'vigentes');
  const [inviting, invite] = useState(false);
  const withEnded = shown === 'todos';
  const roles = useRead('membership.network-roles.list', { ended: withEnded ? 'with' : 'without' });
  return (
    <>
      <QueueHead title={text('networkRoles.title')}>
        <p className="quiet-text">{text('networkRoles.text')}</p>
      </QueueHead>
      <div className="table-tools">
        {may('roles:grant') && (
          <button className="button" type="button" onClick={() => invite(true)}>
            {text('networkRoles.invite.press')}
          </button>
        )}
        <label className="option">
          <input type="checkbox" checked={withEnded} onChange={({ target }) => show(target.checked ? 'todos' : 'vigentes')} />{' '}
          {text('networkRoles.ended')}
        </label>
      </div>
      <Loaded query={roles} failed={text('networkRoles.failed')} skeleton={<RowsSkeleton />}>
        {({ items, invitations }) => (
          <>
            {items.length === 0 ? <p>{text('networkRoles.none')}</p> : <RoleTable items={items} />}
            <Invited items={invitations} dense mayRevoke={({ role }) => gives.includes(role)} />
          </>
        )}
      </Loaded>
      {inviting && <InviteDialog onClose={() => invite(false)} />}
    </>
  );
}
