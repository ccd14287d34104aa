import type { KnownPerson } from '@alianza/contracts/membership/account/accounts';
import { dateInWords } from '../../../shared/format/dates.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Asked, Deed } from './decide-dialog.js';

function Standing({ disabled }: Pick<KnownPerson, 'disabled'>) {
  const text = useText();
  const { zone } = useNetwork();
  if (disabled === null) return <State kind="done">{text('people.accounts.enabled')}</State>;
  const { at, by, reason } = disabled;
  const date = dateInWords(text.lang, at, zone);
  return (
    <>
      <State kind="late">{text('people.accounts.disabled')}</State>{' '}
      <small className="minor">
        {by === null ? text('people.accounts.since', { date }) : text('people.accounts.sinceBy', { date, person: by })}
        {reason !== '' && `. ${reason}`}
      </small>
    </>
  );
}

interface Asking {
  readonly disables: boolean;
  readonly onAsk: (asked: Asked) => void;
}

function Deeds({ person, disables, onAsk }: { person: KnownPerson } & Asking) {
  const text = useText();
  if (person.own) return <small className="minor">{text('people.accounts.own')}</small>;
  const standing: Deed = person.disabled === null ? 'disable' : 'enable';
  const deeds: readonly Deed[] = [...(person.secondFactor ? (['reset'] as const) : []), ...(disables ? [standing] : [])];
  return (
    <div className="buttons">
      {deeds.map((one) => (
        <button key={one} className="link" type="button" onClick={() => onAsk({ deed: one, person })}>
          <span aria-hidden="true">{text(`people.accounts.${one}.press`)}</span>
          <span className="sr">{text(`people.accounts.${one}.pressOf`, { person: person.name })}</span>
        </button>
      ))}
    </div>
  );
}

/** People of a network: who they are here, whether they may come in, and what can be done about it. */
export function AccountTable({ items, ...asking }: { items: readonly KnownPerson[] } & Asking) {
  const text = useText();
  const heads = ['person', 'role', 'standing', 'actions'].map((column) => text(`people.accounts.column.${column}`));
  return (
    <table className="table">
      <caption className="sr">{text('people.accounts.caption')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {items.map((person) => (
          <tr key={person.id}>
            <td>
              <b>{person.name}</b> <small className="minor">{person.email}</small>
            </td>
            <td data-th={heads[1]}>
              {person.roles.length === 0
                ? text('people.accounts.noRole')
                : person.roles.map((role) => text(`taxonomy.role.${role}`)).join(', ')}
            </td>
            <td data-th={heads[2]}>
              <Standing disabled={person.disabled} />
            </td>
            <td>
              <Deeds person={person} {...asking} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
