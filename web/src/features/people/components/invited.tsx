import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { dateInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { Undelivered } from '../../../shared/parts/undelivered.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

function Row({ row, revoke }: { row: InvitationRow; revoke: ReturnType<typeof useRevoke> }) {
  const text = useText();
  const may = useMay();
  const { zone } = useNetwork();
  const until = dateInWords(text.lang, row.expiresAt, zone);
  const whom = row.person ?? row.email;
  return (
    <tr>
      <td>
        {whom}
        <Undelivered undelivered={row.undelivered} />
      </td>
      <td>{row.handover ? text('people.invited.handover') : text(`taxonomy.role.${row.role}`)}</td>
      <td data-th={text('people.invited.until')}>
        {row.expired ? <State kind="late">{text('people.invited.expired', { date: until })}</State> : until}
      </td>
      <td>
        {may('representatives:write') && (
          <button className="link" type="button" disabled={revoke.isPending} onClick={() => revoke.mutate({ input: { id: row.id } })}>
            <span aria-hidden="true">{text('people.invited.revoke')}</span>
            <span className="sr">{text('people.invited.revokeOf', { whom })}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

const useRevoke = () => useWrite('membership.invitations.revoke', { alsoChanges: ['membership.roles'] });

/** Who was invited and has not answered. */
export function Invited({ items }: { items: readonly InvitationRow[] }) {
  const text = useText();
  const revoke = useRevoke();
  if (items.length === 0) return null;
  const heads = [text('people.invited.email'), text('people.invited.role'), text('people.invited.until'), text('people.column.actions')];
  return (
    <section aria-labelledby="invited">
      <h2 id="invited">{text('people.invited.title')}</h2>
      {revoke.error && <Failure error={revoke.error} title={text('people.invited.revokeFailed')} />}
      <table className="table">
        <caption className="sr">{text('people.invited.caption')}</caption>
        <TableHead heads={heads} />
        <tbody>
          {items.map((row) => (
            <Row key={row.id} row={row} revoke={revoke} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
