import type { AuditEntry } from '@alianza/contracts/audit/entries';
import { Link } from 'react-router';
import { momentInWords } from '../../../shared/format/dates.js';
import { TableHead } from '../../../shared/parts/table-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { writeQuery, type AuditQuery } from '../api/audit-query.js';
import { placeOf } from '../api/place-of.js';
import type { Names } from '../api/use-names.js';
import { whatHappened, whatTo } from './what-happened.js';

interface Props {
  readonly items: readonly AuditEntry[];
  readonly query: AuditQuery;
  readonly names: Names;
  readonly zone: string;
}
type RowProps = Omit<Props, 'items'> & { readonly entry: AuditEntry };

/** Who did it, and for whom; each leads to all that they did. */
function Who({ entry: { actor }, query, names }: RowProps) {
  const text = useText();
  const only = (change: Partial<AuditQuery>, name: string) => (
    <Link to={writeQuery({ ...query, ...change })} title={text('auditLog.onlyOf', { name })}>
      {name}
    </Link>
  );
  const { personId, organizationId, service } = actor;
  if (service !== null) return only({ who: service }, text('secretariat.audit.service', { service }));
  if (personId === null) return text('secretariat.audit.visitor');
  return (
    <>
      {only({ who: personId }, names.get(personId) ?? text('auditLog.person', { id: personId.slice(-8) }))}
      {organizationId !== null && (
        <small className="minor">
          {' '}
          {text('auditLog.onBehalf', {
            organization: names.get(organizationId) ?? text('auditLog.organization', { id: organizationId.slice(-8) }),
          })}
        </small>
      )}
    </>
  );
}

/** A sentence: what happened, and to what. */
function What({ entry, names }: Pick<RowProps, 'entry' | 'names'>) {
  const text = useText();
  const address = useAddress();
  const what = whatHappened(entry, text);
  const title = whatTo(entry, text.lang) ?? names.get(entry.aggregateId) ?? null;
  const place = placeOf(entry);
  const said = title === null ? what : text('auditLog.on', { what, title });
  if (place === null) return said;
  // published records are no page of the workspace
  return place.startsWith('secretaria') ? <Link to={address(place)}>{said}</Link> : <a href={address(place)}>{said}</a>;
}

function Row(props: RowProps) {
  const text = useText();
  const { entry, query, zone } = props;
  return (
    <tr>
      <td className="num">{entry.position}</td>
      <td>
        <time dateTime={entry.at}>{momentInWords(text.lang, entry.at, zone)}</time>
      </td>
      <td data-th={text('secretariat.audit.what')}>
        <What {...props} />
      </td>
      <td data-th={text('secretariat.audit.who')}>
        <Who {...props} />
      </td>
      <td data-th={text('secretariat.audit.record')} className="code">
        <Link to={writeQuery({ ...query, thing: entry.aggregateId })} title={text('auditLog.onlyThing')}>
          {entry.aggregateId.slice(-8)}
        </Link>
      </td>
      <td data-th={text('secretariat.audit.hash')} className="code">
        {entry.hash.slice(0, 12)}
      </td>
    </tr>
  );
}

/** Changes, the newest first, each as a sentence. */
export function LogTable({ items, ...props }: Props) {
  const text = useText();
  const heads = ['when', 'what', 'who', 'record', 'hash'].map((column) => text(`secretariat.audit.${column}`));
  return (
    <table className="table queue">
      <caption className="sr">{text('secretariat.audit.caption')}</caption>
      <TableHead number={text('secretariat.audit.number')} heads={heads} />
      <tbody>
        {items.map((entry) => (
          <Row key={entry.position} entry={entry} {...props} />
        ))}
      </tbody>
    </table>
  );
}
