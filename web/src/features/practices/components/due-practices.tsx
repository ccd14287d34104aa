import type { PracticeRow } from '@alianza/contracts/repository/practices';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { State } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Practices that wait for this organisation: first those whose review asked for changes, then drafts. */
export function useDuePractices(enabled: boolean) {
  const asked = useRead('repository.practices.own', { status: 'changes-requested', limit: 50 }, { enabled });
  const drafts = useRead('repository.practices.own', { status: 'draft', limit: 50 }, { enabled });
  const failed = asked.error ?? drafts.error;
  const waiting = enabled && (asked.isPending || drafts.isPending);
  const data = waiting ? undefined : [...(asked.data?.items ?? []), ...(drafts.data?.items ?? [])];
  const refetch = () => Promise.all([asked.refetch(), drafts.refetch()]);
  /** Whether there are more than these. */
  const more = [asked, drafts].some((read) => (read.data?.nextCursor ?? null) !== null);
  return { data: failed === null ? data : undefined, more, error: failed, isPending: waiting && failed === null, refetch };
}

/** One practice that waits: since when, what, why, and one button. */
export function DuePractice({ row, urgent }: { row: PracticeRow; urgent: boolean }) {
  const text = useText();
  const address = useAddress();
  const { zone } = useNetwork();
  const asked = row.status === 'changes-requested';
  const name = { title: row.title };
  return (
    <li>
      <p className="when">
        <b>{text('member.due.noDeadline')}</b>
        {asked ? (
          <State kind="soon">{text('member.due.reviewOpen')}</State>
        ) : (
          text('member.due.changed', { date: dateInWords(text.lang, row.changedAt, zone) })
        )}
      </p>
      <div>
        <h3>{asked ? text('member.due.answerComments', name) : text('member.due.finishDraft', name)}</h3>
        <p>{asked ? text('member.due.answerWhy', { count: row.comments }) : text('member.due.finishWhy')}</p>
      </div>
      <Link className={urgent ? 'button' : 'button second'} to={address(`miembro/practicas/${row.id}`)}>
        {asked ? text('member.due.seeComments') : text('member.due.continue')}
        <span className="sr"> {row.title}</span>
      </Link>
    </li>
  );
}
