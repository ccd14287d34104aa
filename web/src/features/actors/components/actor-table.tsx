import { countryName } from '../../../shared/format/names.js';
import { dateInWords } from '../../../shared/format/dates.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useOpenRow } from '../../../shared/queue/open-row.js';
import { RowLink } from '../../../shared/queue/row-link.js';
import { RowName } from '../../../shared/queue/row-name.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Row } from '../api/actor-query.js';
import { ActorState } from './actor-state.js';

const columns = ['name', 'sector', 'country', 'state', 'since', 'shown'] as const;

/** The actors that the filters find; a row opens its file. */
export function ActorTable({ items }: { items: readonly Row[] }) {
  const text = useText();
  const { zone } = useNetwork();
  const { openId, hrefOf } = useOpenRow();
  return (
    <table className="table queue is-wide">
      <caption className="sr">{text('actors.caption')}</caption>
      <TableHead heads={columns.map((column) => text(`actors.column.${column}`))} />
      <tbody>
        {items.map(({ id, name, acronym, sector, country, state, since, shown }) => (
          <tr key={id} className={id === openId ? 'is-open-row' : undefined}>
            <td>
              <RowLink id={id} to={hrefOf(id)} open={id === openId}>
                <RowName name={name} small={acronym} />
              </RowLink>
            </td>
            <td data-th={text('actors.column.sector')}>{text(`taxonomy.sector.${sector}`)}</td>
            <td data-th={text('actors.column.country')}>
              {country === null ? <span className="minor">{text('members.unsaid')}</span> : countryName(text.lang, country)}
            </td>
            <td>
              <ActorState state={state} />
            </td>
            <td className="code" data-th={text('actors.column.since')}>
              {dateInWords(text.lang, since, zone)}
            </td>
            <td data-th={text('actors.column.shown')}>{text(`members.listed.${shown ? 'yes' : 'no'}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
