import type { FollowedApplication } from '@alianza/contracts/membership/applications';
import { dateInWords } from '../../../shared/format/dates.js';
import { useText } from '../../../shared/texts/use-text.js';
import { applicationStates } from './application-states.js';

/** What happened, in words, the latest first; with what was asked, answered or given as a reason. */
export function ApplicationHistory({ history }: { history: FollowedApplication['history'] }) {
  const text = useText();
  return (
    <ol className="news">
      {[...history].reverse().map(({ status, at, text: said }) => (
        <li key={at + status}>
          <time dateTime={at}>{dateInWords(text.lang, at)}</time>
          <div>
            <p>{text(applicationStates[status].step)}</p>
            {said !== null && <p className="said">{said}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
