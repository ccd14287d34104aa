import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { dateInWords } from '../../../shared/format/dates.js';
import { RevokeInvitation } from '../../../shared/parts/revoke-invitation.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Undelivered } from '../../../shared/parts/undelivered.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { mayGive } from '../api/granting-values.js';

/** Who was invited and has not answered. */
export function Invited({ items }: { items: readonly InvitationRow[] }) {
  const text = useText();
  const { zone } = useNetwork();
  const { roles } = useSession();
  if (items.length === 0) return null;
  const mayRevoke = ({ role }: InvitationRow) => mayGive(roles).some((one) => one === role);
  const until = ({ expiresAt }: InvitationRow) => dateInWords(text.lang, expiresAt, zone);
  const heads = [text('networkRoles.column.person'), text('networkRoles.column.role'), text('networkRoles.invited.until')];
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">{text('networkRoles.invited.title')}</h2>
      <table className="table queue">
        <caption className="sr">{text('networkRoles.invited.caption')}</caption>
        <TableHead heads={[...heads, text('networkRoles.column.actions')]} />
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <td>
                {row.email}
                <Undelivered undelivered={row.undelivered} />
              </td>
              <td>{text(`taxonomy.role.${row.role}`)}</td>
              <td data-th={text('networkRoles.invited.until')}>
                {row.expired ? <State kind="late">{text('networkRoles.invited.expired', { date: until(row) })}</State> : until(row)}
              </td>
              <td>{mayRevoke(row) && <RevokeInvitation row={row} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
