import { Link } from 'react-router';
import { dateInWords } from '../../shared/format/dates.js';
import { State, type StateKind } from '../../shared/parts/state.js';
import type { Due } from '../../shared/queue/due-source.js';
import { daysSince, daysUntil } from '../../shared/queue/waiting-days.js';
import { useText } from '../../shared/texts/use-text.js';

/** Days before its last day from which on something is said to be near it. */
const near = 14;

/** How long it has waited; where there is a last day, how far that is. */
function Standing({ queue: { since, until } }: { queue: Due }) {
  const text = useText();
  if (until === undefined)
    return since === undefined ? null : <State kind="open">{text('member.due.waits', { days: daysSince(since) })}</State>;
  const days = daysUntil(until);
  if (days < 0) return <State kind="late">{text('member.due.overdue', { days: -days })}</State>;
  const kind: StateKind = days <= near ? 'soon' : 'open';
  return <State kind={kind}>{text('member.due.left', { days })}</State>;
}

/** Until when, what, why, one button. */
export function DueQueue({ queue, urgent }: { queue: Due; urgent: boolean }) {
  const text = useText();
  return (
    <li>
      <p className="when">
        <b>{queue.until === undefined ? text('member.due.noDeadline') : dateInWords(text.lang, queue.until)}</b>
        <Standing queue={queue} />
      </p>
      <div>
        <h3>{queue.title}</h3>
        <p>{queue.why}</p>
      </div>
      <Link className={urgent ? 'button' : 'button second'} to={queue.to}>
        {queue.press}
      </Link>
    </li>
  );
}
