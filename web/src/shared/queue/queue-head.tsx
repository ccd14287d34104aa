import type { ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import { PageTitle } from '../page/page.js';
import { useNetwork } from '../session/network.js';
import { useText } from '../texts/use-text.js';

/** How a queue moves, where there is a keyboard. */
export function QueueKeys() {
  const text = useText();
  return (
    <p className="quiet-text keys">
      <kbd>↑</kbd> <kbd>↓</kbd> {text('secretariat.keys.move')} <kbd>{text('secretariat.keys.enter')}</kbd> {text('secretariat.keys.opens')}{' '}
      <kbd>{text('secretariat.keys.escape')}</kbd> {text('secretariat.keys.closes')}
    </p>
  );
}

/** Title of a queue, a word beside it, and the way to the other queues. */
export function QueueHead({ title, children }: { title: string; children: ReactNode }) {
  const { name } = useNetwork();
  const tabs = useOutletContext<ReactNode>();
  return (
    <>
      <div className="intro">
        <PageTitle title={title} of={name} />
        {children}
      </div>
      {tabs}
    </>
  );
}
