import { Link, useParams } from 'react-router';
import { PageTitle } from '../../../shared/page/page.js';
import { Told } from '../../../shared/page/told.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AccountList } from '../accounts/account-list.js';
import { KeptSettings } from '../components/kept-settings.js';
import { NetworkScope } from '../components/network-scope.js';
import { Secretariat } from '../components/secretariat.js';

/** Within the network: where it is read, who runs it, what it is. */
function Opened({ listHref }: { listHref: string }) {
  const text = useText();
  const { name } = useNetwork();
  const address = useAddress();
  return (
    <div className="form-col is-form">
      <p>
        <Link to={listHref}>{text('operation.network.all')}</Link>
      </p>
      <PageTitle title={name} of={text('frame.platform')} />
      <p>
        {text('operation.network.lives')} <a href={address()}>{address()}</a>
      </p>
      <Secretariat />
      <section aria-labelledby="people">
        <h2 id="people">{text('people.accounts.title')}</h2>
        <p className="quiet-text">{text('people.accounts.operatorText')}</p>
        <Told>
          <AccountList disables />
        </Told>
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{text('settings.title')}</h2>
        <KeptSettings />
      </section>
    </div>
  );
}

/** One network, as an operator sees it: what is its own to decide stays with its secretariat. */
export function Component() {
  const { code = '' } = useParams();
  const address = useAddress();
  return (
    <NetworkScope key={code} code={code}>
      <Opened listHref={address('operacion')} />
    </NetworkScope>
  );
}
