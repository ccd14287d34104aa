import type { ReplicationRow } from '@alianza/contracts/repository/replications';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { countryName } from '../../../shared/format/names.js';
import { placeInWords } from '../../../shared/parts/place-in-words.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ReplicationState } from './replication-state.js';

interface Props {
  readonly caption: string;
  readonly items: readonly ReplicationRow[];
  /** Whose replications they are: one's own name their state, others' who they are. */
  readonly side: 'told' | 'received';
}

function Row({ row, side }: { row: ReplicationRow; side: Props['side'] }) {
  const text = useText();
  const address = useAddress();
  const { zone } = useNetwork();
  const own = side === 'told';
  const cell: ReactNode = own ? <ReplicationState status={row.status} /> : row.organization;
  const where = placeInWords({ place: row.place, countries: [countryName(text.lang, row.country)], international: '' });
  return (
    <tr>
      <td>
        <Link to={address(`miembro/replicas/${row.id}`)}>{row.title}</Link>
      </td>
      <td data-th={text('replications.own.where')}>{where}</td>
      <td>{cell}</td>
      <td data-th={text(own ? 'replications.own.changed' : 'replications.own.since')}>
        {dateInWords(text.lang, own ? row.changedAt : (row.toldAt ?? row.changedAt), zone)}
      </td>
    </tr>
  );
}

export function ReplicationTable({ caption, items, side }: Props) {
  const text = useText();
  const heads = ['practice', 'where', ...(side === 'told' ? ['state', 'changed'] : ['who', 'since'])];
  return (
    <table className="table">
      <caption className="sr">{caption}</caption>
      <TableHead heads={heads.map((head) => text(`replications.own.${head}`))} />
      <tbody>
        {items.map((row) => (
          <Row key={row.id} row={row} side={side} />
        ))}
      </tbody>
    </table>
  );
}
