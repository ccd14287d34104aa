import type { ReplicationRow } from '@alianza/contracts/repository/replications';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { dueSource, type DueSource } from '../../../shared/queue/due-source.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

const writers: readonly string[] = ['titular', 'suplente', 'editor'];

/** Whether this person writes replications of the organisation acted for. */
export function useTells(): boolean {
  const { acting, roles } = useSession();
  return acting !== null && roles.some((role) => writers.includes(role));
}

/** What waits for this organisation: first what was asked of it, then drafts. */
export function useDueReplications(): readonly (DueSource<ReplicationRow> & { readonly more: boolean })[] {
  const text = useText();
  const { acting } = useSession();
  const enabled = useTells() && acting?.status === 'active';
  const asked = useRead('repository.replications.own', { status: 'asked', limit: 50 }, { enabled });
  const drafts = useRead('repository.replications.own', { status: 'draft', limit: 50 }, { enabled });
  const of = text('member.due.unread.replications');
  return [asked, drafts].map((read) => ({
    ...dueSource(of, read, read.data?.items ?? []),
    more: (read.data?.nextCursor ?? null) !== null,
  }));
}

export function DueReplication({ row }: { row: ReplicationRow }) {
  const text = useText();
  const address = useAddress();
  const { zone } = useNetwork();
  const words = row.status === 'asked' ? 'answer' : 'finish';
  const named = { title: row.title };
  return (
    <li>
      <p className="when">
        <b>{text('member.due.noDeadline')}</b>
        {text('member.due.changed', { date: dateInWords(text.lang, row.changedAt, zone) })}
      </p>
      <div>
        <h3>{text(`replications.due.${words}`, named)}</h3>
        <p>{text(`replications.due.${words}Why`)}</p>
      </div>
      <Link className="button second" to={address(`miembro/replicas/${row.id}`)}>
        {text(words === 'answer' ? 'replications.due.openAnswer' : 'replications.due.openFinish')}
        <span className="sr"> {row.title}</span>
      </Link>
    </li>
  );
}
