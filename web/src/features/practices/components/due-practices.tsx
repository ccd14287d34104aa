import type { PracticeRow } from '@alianza/contracts/repository/practices';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { State } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Practices that wait for this organisation: first those whose review asked for changes, then those to be looked at again, then drafts. */
export function useDuePractices(enabled: boolean) {
  const { acting } = useSession();
  const asked = useRead('repository.practices.own', { status: 'changes-requested', limit: 50 }, { enabled });
  const drafts = useRead('repository.practices.own', { status: 'draft', limit: 50 }, { enabled });
  const rechecks = useRead('repository.practices.own', { due: 'true', limit: 50 }, { enabled: enabled && acting !== null });
  const reads = [asked, ...(acting === null ? [] : [rechecks]), drafts];
  const failed = reads.find(({ error }) => error !== null)?.error ?? null;
  const waiting = enabled && reads.some(({ isPending }) => isPending);
  const data = waiting ? undefined : reads.flatMap((read) => read.data?.items ?? []);
  const refetch = () => Promise.all(reads.map((read) => read.refetch()));
  /** Whether there are more than these. */
  const more = reads.some((read) => (read.data?.nextCursor ?? null) !== null);
  return { data: failed === null ? data : undefined, more, error: failed, isPending: waiting && failed === null, refetch };
}

/** What it says, by where the practice stands: sent back, public and due, or begun. */
function useSaid({ status, title, comments }: PracticeRow) {
  const text = useText();
  if (status === 'changes-requested')
    return {
      state: text('member.due.reviewOpen'),
      what: text('member.due.answerComments', { title }),
      why: text('member.due.answerWhy', { count: comments }),
      press: text('member.due.seeComments'),
    };
  if (status === 'published')
    return {
      state: text('member.due.recheckOpen'),
      what: text('member.due.recheck', { title }),
      why: text('member.due.recheckWhy'),
      press: text('member.due.openRecheck'),
    };
  return {
    state: null,
    what: text('member.due.finishDraft', { title }),
    why: text('member.due.finishWhy'),
    press: text('member.due.continue'),
  };
}

/** One practice that waits: since when, what, why, and one button. */
export function DuePractice({ row, urgent }: { row: PracticeRow; urgent: boolean }) {
  const text = useText();
  const address = useAddress();
  const { zone } = useNetwork();
  const { state, what, why, press } = useSaid(row);
  return (
    <li>
      <p className="when">
        <b>{text('member.due.noDeadline')}</b>
        {state === null ? (
          text('member.due.changed', { date: dateInWords(text.lang, row.changedAt, zone) })
        ) : (
          <State kind="soon">{state}</State>
        )}
      </p>
      <div>
        <h3>{what}</h3>
        <p>{why}</p>
      </div>
      <Link className={urgent ? 'button' : 'button second'} to={address(`miembro/practicas/${row.id}`)}>
        {press}
        <span className="sr"> {row.title}</span>
      </Link>
    </li>
  );
}
