import type { HeldRole } from '@alianza/contracts/membership/representation/roles';
import { dateInWords } from '../../../shared/format/dates.js';
import { State } from '../../../shared/parts/state.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { represents } from '../api/letters-due.js';
import { LetterLine } from './letter-line.js';
import { RoleActions } from './role-actions.js';

function Since({ row }: { row: HeldRole }) {
  const text = useText();
  const { zone } = useNetwork();
  const since = dateInWords(text.lang, row.since, zone);
  if (row.until === null) return <small className="minor">{text('people.since', { date: since })}</small>;
  return (
    <small className="minor">
      {text('people.ended', { since, until: dateInWords(text.lang, row.until, zone) })}
      {row.reason !== null && row.reason !== 'handover' && `. ${row.reason}`}
    </small>
  );
}

function Row({ row, suplentes, endsTitular }: { row: HeldRole; suplentes: number; endsTitular: boolean }) {
  const text = useText();
  const role =
    row.position === null || row.until !== null ? text(`taxonomy.role.${row.role}`) : text('people.suplente', { place: row.position });
  return (
    <tr>
      <td>
        <b>{row.name}</b> <Since row={row} /> {row.disabled && row.until === null && <State kind="late">{text('people.disabled')}</State>}
      </td>
      <td>{role}</td>
      <td data-th={represents(row) ? text('people.column.letter') : undefined}>
        {represents(row) && row.letters.every(({ status }) => status === 'closed') && (
          <State kind="late">{text('people.letter.missing')}</State>
        )}
        {row.letters.map((letter) => (
          <LetterLine key={letter.id} letter={letter} person={row.name} />
        ))}
      </td>
      <td>
        <RoleActions row={row} suplentes={suplentes} endsTitular={endsTitular} />
      </td>
    </tr>
  );
}

/** Titular, suplentes in their order, then the others; those of before last. */
export function PeopleTable({ items, endsTitular }: { items: readonly HeldRole[]; endsTitular: boolean }) {
  const text = useText();
  const suplentes = items.filter(({ role, until }) => role === 'suplente' && until === null).length;
  const heads = [text('people.column.person'), text('people.column.role'), text('people.column.letter'), text('people.column.actions')];
  return (
    <table className="table">
      <caption className="sr">{text('people.caption')}</caption>
      <TableHead heads={heads} />
      <tbody>
        {items.map((row) => (
          <Row key={row.id} row={row} suplentes={suplentes} endsTitular={endsTitular} />
        ))}
      </tbody>
    </table>
  );
}
