import type { ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import { PageTitle } from '../../../shared/page/page.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { DeadLetters } from '../components/dead-letters.js';

/** What could not be delivered inside the platform, for whoever operates it. */
export function Component() {
  const text = useText();
  const tabs = useOutletContext<ReactNode>();
  const networks = useRead('membership.networks.list', {});
  const named = new Map(networks.data?.items.map(({ id, name }) => [id, name]));
  return (
    <>
      <div className="intro">
        <PageTitle title={text('deadLetters.title')} of="" />
        <p className="quiet-text">{text('deadLetters.text')}</p>
      </div>
      {tabs}
      <DeadLetters networks={named} />
    </>
  );
}
