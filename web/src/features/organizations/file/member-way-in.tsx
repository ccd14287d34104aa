import type { ApplicationStatus } from '@alianza/contracts/membership/applications';
import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { Link } from 'react-router';
import { dateInWords } from '../../../shared/format/dates.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';

const said: Readonly<Record<ApplicationStatus, string>> = {
  unconfirmed: 'unconfirmed',
  submitted: 'submitted',
  'in-review': 'inReview',
  'clarification-asked': 'asked',
  'clarification-answered': 'answered',
  accepted: 'accepted',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** By which applications it came in, and that it stood on the map of actors before. */
export function MemberWayIn({ member: { applications, actorId } }: { member: MemberFile }) {
  const text = useText();
  const { zone } = useNetwork();
  const address = useAddress();
  return (
    <>
      {applications.length === 0 && <p className="quiet-text">{text('members.file.noApplications')}</p>}
      <ul className="history-list">
        {applications.map(({ id, organization, status, submittedAt, reference }) => (
          <li key={id}>
            <Link to={`${address('secretaria/solicitudes')}?estado=${status}&abierta=${id}`}>{organization}</Link>
            <p className="quiet-text">
              {text('members.file.applicationLine', {
                status: text(`application.status.${said[status]}`),
                date: dateInWords(text.lang, submittedAt, zone),
              })}
            </p>
            {reference !== null && <p className="quiet-text">{text('members.file.reference', { reference })}</p>}
          </li>
        ))}
      </ul>
      {actorId !== null && (
        <p>
          {text('members.file.actor')}{' '}
          <Link to={`${address('secretaria/actores')}?abierta=${actorId}`}>{text('members.file.actorLink')}</Link>
        </p>
      )}
    </>
  );
}
