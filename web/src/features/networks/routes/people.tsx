import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useText } from '../../../shared/texts/use-text.js';
import { AccountList } from '../accounts/account-list.js';

/** Who is known in the network, for whoever leads its secretariat: to help who lost the telephone, and to know whom to ask. */
export function Component() {
  const text = useText();
  return (
    <>
      <QueueHead title={text('people.accounts.title')}>
        <p className="quiet-text">{text('people.accounts.text')}</p>
      </QueueHead>
      <AccountList disables={false} />
    </>
  );
}
