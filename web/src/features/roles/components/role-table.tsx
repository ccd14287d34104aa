import type { HeldWideRole } from '@alianza/contracts/membership/representation/network-roles';
import { useState } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { EndDialog } from '../dialogs/end-dialog.js';

/** How whoever holds it comes in, or why they do not. */
function SignIn({ row }: { row: HeldWideRole }) {
  const text = useText();
  if (row.until !== null) return <State kind="still">{text('networkRoles.factor.ended')}</State>;
  if (row.disabled) return <State kind="late">{text('networkRoles.factor.disabled')}</State>;
  return text(`networkRoles.factor.${row.secondFactor ? 'yes' : 'no'}`);
}

function Period({ row }: { row: HeldWideRole }) {
  const text = useText();
  const { zone } = useNetwork();
  const since = dateInWords(text.lang, row.since, zone);
  if (row.until === null) return since;
  return (
    <>
      {text('networkRoles.period', { since, until: dateInWords(text.lang, row.until, zone) })}
      {row.reason !== null && <small className="minor"> {row.reason}</small>}
    </>
  );
}

function End({ row }: { row: HeldWideRole }) {
  const text = useText();
  const { me } = useSession();
  const [asking, ask] = useState(false);
  const own = row.personId === me.id && row.until === null;
  if (!row.mayEnd) return own ? <small className="minor">{text('networkRoles.own')}</small> : null;
  return (
    <>
      <button className="link" type="button" onClick={() => ask(true)}>
        <span aria-hidden="true">{text('networkRoles.end.press')}</span>
        <span className="sr">{text('networkRoles.end.pressOf', { person: row.name })}</span>
      </button>
      {asking && <EndDialog row={row} onClose={() => ask(false)} />}
    </>
  );
}

/** Who holds a role now, by role; those of before last. */
export function RoleTable({ items }: { items: readonly HeldWideRole[] }) {
  const text = useText();
  const heads = ['person', 'role', 'since', 'signIn', 'actions'].map((column) => text(`networkRoles.column.${column}`));
  return (
    <table className="table queue">
      <caption className="sr">{text('networkRoles.caption')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {items.map((row) => (
          <tr key={row.id}>
            <td>
              <b>{row.name}</b>{' '}
              {row.organization !== null && <small className="minor">{text('networkRoles.for', { organization: row.organization })}</small>}
            </td>
            <td>{text(`taxonomy.role.${row.role}`)}</td>
            <td data-th={text('networkRoles.column.since')}>
              <Period row={row} />
            </td>
            <td>
              <SignIn row={row} />
            </td>
            <td>
              <End row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
