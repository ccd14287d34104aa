import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { dateInWords } from '../../../shared/format/dates.js';
import { RevokeInvitation } from '../../../shared/parts/revoke-invitation.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Undelivered } from '../../../shared/parts/undelivered.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useMayAct } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

function Row({ row }: { row: InvitationRow }) {
  const text = useText();
  const may = useMayAct();
  const { zone } = useNetwork();
  const until = dateInWords(text.lang, row.expiresAt, zone);
  return (
    <tr>
      <td>
        {row.person ?? row.email}
        <Undelivered undelivered={row.undelivered} />
      </td>
      <td>{row.handover ? text('people.invited.handover') : text(`taxonomy.role.${row.role}`)}</td>
      <td data-th={text('people.invited.until')}>
        {row.expired ? <State kind="late">{text('people.invited.expired', { date: until })}</State> : until}
      </td>
      <td>{may('representatives:write') && <RevokeInvitation row={row} />}</td>
    </tr>
  );
}

/** Who was invited and has not answered. */
export function Invited({ items }: { items: readonly InvitationRow[] }) {
  const text = useText();
  if (items.length === 0) return null;
  const heads = [text('people.invited.email'), text('people.invited.role'), text('people.invited.until'), text('people.column.actions')];
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">{text('people.invited.title')}</h2>
      <table className="table">
        <caption className="sr">{text('people.invited.caption')}</caption>
        <TableHead heads={heads} />
        <tbody>
          {items.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
