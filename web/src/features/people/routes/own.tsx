import type { ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { OrganizationPeople } from '../components/organization-people.js';

/** People and letters of the organisation acted for. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  const { acting } = useSession();
  const tabs = useOutletContext<ReactNode>();
  return (
    <>
      <div className="intro">
        <PageTitle title={text('people.title')} of={name} />
        <p className="lede">{acting?.name ?? name}</p>
      </div>
      {tabs}
      <OrganizationPeople />
    </>
  );
}
