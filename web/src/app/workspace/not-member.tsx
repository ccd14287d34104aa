import type { Me } from '@alianza/contracts/membership/people';
import { Link } from 'react-router';
import { Masthead } from '../../shared/frame/masthead.js';
import { PageTitle } from '../../shared/page/page.js';
import { useNetwork } from '../../shared/session/network.js';
import { addressOf, operation, useAddress, usePlace } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { useText } from '../../shared/texts/use-text.js';
import { PageFrame } from '../page-frame.js';
import { Leave } from './leave.js';

/** An account without a role here: says so, and where it does have one. */
export function NotMember({ me }: { me: Me }) {
  const text = useText();
  const { name } = useNetwork();
  const place = usePlace();
  const address = useAddress();
  const account = useRead('membership.account.get', {}); // of who was something here once
  return (
    <PageFrame masthead={<Masthead name={name} homeHref={address()} sections={[]} tools={<Leave />} />}>
      <div className="form-col">
        <PageTitle title={text('account.notMember.title', { network: name })} of={name} />
        <p>{text('account.notMember.text')}</p>
        <ul className="ways">
          {me.networks.map(({ code, name: other }) => (
            <li key={code}>
              <a href={addressOf({ ...place, network: code }, 'miembro')}>{text('account.notMember.go', { network: other })}</a>
            </li>
          ))}
          {account.data && (
            <li>
              <Link to={address('miembro/cuenta')}>{text('account.notMember.account')}</Link>
            </li>
          )}
          {me.operator && (
            <li>
              <a href={addressOf({ ...place, network: '' }, operation)}>{text('operation.go')}</a>
            </li>
          )}
          <li>
            <a href={address('solicitud')}>{text('account.notMember.apply')}</a>
          </li>
        </ul>
      </div>
    </PageFrame>
  );
}
