import type { ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import { PageTitle } from '../../../shared/page/page.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ofPlatform } from '../api/audit-source.js';
import { Log } from '../components/log.js';

const none = { people: [], organizations: [], services: [], kinds: [] };

/** What belongs to no network: people and networks, for whoever operates the platform. */
export function Component() {
  const text = useText();
  const tabs = useOutletContext<ReactNode>();
  return (
    <>
      <div className="intro">
        <PageTitle title={text('auditLog.platform.title')} of="" />
        <p className="quiet-text">{text('auditLog.platform.text')}</p>
      </div>
      {tabs}
      <Log source={ofPlatform} actors={none} named={false} zone="UTC" />
    </>
  );
}
