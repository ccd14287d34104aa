import type { ApplicationConsent } from '@alianza/contracts/membership/application-form';
import type { FollowedApplication } from '@alianza/contracts/membership/applications';
import { dateInWords } from '../../../shared/format/dates.js';
import { listOf } from '../../../shared/format/lists.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { applicationStates } from './application-states.js';

/** The notice that stood beside the form. */
function Notice({ version }: { version: number }) {
  const text = useText();
  const address = useAddress();
  return (
    <p className="quiet-text">
      <a href={address(`privacidad/${String(version)}`)}>{text('application.noticeShown', { version })}</a>
    </p>
  );
}

/** What of it the public may read once it takes part. */
function Shows({ fields }: { fields: readonly ApplicationConsent[] }) {
  const text = useText();
  const named = fields.map((field) => text(`application.shows.${field}`).toLocaleLowerCase(text.lang));
  return (
    <p className="quiet-text">
      {fields.length === 0 ? text('application.shows.nothing') : text('application.shows.these', { fields: listOf(text.lang, named) })}
    </p>
  );
}

/** What happened, in words, the latest first; with what was asked, answered or given as a reason. */
export function ApplicationHistory({ history, notice, shows }: Pick<FollowedApplication, 'history' | 'notice' | 'shows'>) {
  const text = useText();
  const { zone } = useNetwork();
  return (
    <ol className="news">
      {[...history].reverse().map(({ status, at, text: said }) => (
        <li key={at + status}>
          <time dateTime={at}>{dateInWords(text.lang, at, zone)}</time>
          <div>
            <p>{text(applicationStates[status].step)}</p>
            {said !== null && <p className="said">{said}</p>}
            {status === 'unconfirmed' && notice !== null && <Notice version={notice} />}
            {status === 'unconfirmed' && shows !== null && <Shows fields={shows} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
