import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { dateInWords } from '../format/dates.js';
import { useNetwork } from '../session/network.js';
import { useText } from '../texts/use-text.js';
import { RevokeInvitation } from './revoke-invitation.js';
import { State } from './state.js';
import { TableHead } from './table-head.js';
import { Undelivered } from './undelivered.js';

interface Props {
  readonly items: readonly InvitationRow[];
  /** Whether it stands among dense tables. */
  readonly dense?: boolean;
  readonly mayRevoke: (row: InvitationRow) => boolean;
}

/** Who was invited and has not answered. */
export function Invited({ items, dense = false, mayRevoke }: Props) {
  const text = useText();
  const { zone } = useNetwork();
  if (items.length === 0) return null;
  const until = ({ expiresAt }: InvitationRow) => dateInWords(text.lang, expiresAt, zone);
  const heads = [text('people.invited.email'), text('people.invited.role'), text('people.invited.until'), text('people.column.actions')];
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">{text('people.invited.title')}</h2>
      <table className={dense ? 'table queue' : 'table'}>
        <caption className="sr">{text('people.invited.caption')}</caption>
        <TableHead heads={heads} />
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <td>
                {row.person ?? row.email}
                <Undelivered undelivered={row.undelivered} />
              </td>
              <td>{row.handover ? text('people.invited.handover') : text(`taxonomy.role.${row.role}`)}</td>
              <td data-th={text('people.invited.until')}>
                {row.expired ? <State kind="late">{text('people.invited.expired', { date: until(row) })}</State> : until(row)}
              </td>
              <td>{mayRevoke(row) && <RevokeInvitation row={row} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
