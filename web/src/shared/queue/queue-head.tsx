import { PageTitle } from '../page/page.js';
import { useNetwork } from '../session/network.js';
import { useText } from '../texts/use-text.js';

/** Title of a queue and, where there is a keyboard, how it moves. */
export function QueueHead({ title }: { title: string }) {
  const text = useText();
  const { name } = useNetwork();
  return (
    <div className="intro">
      <PageTitle title={title} of={name} />
      <p className="quiet-text keys">
        <kbd>↑</kbd> <kbd>↓</kbd> {text('secretariat.keys.move')} <kbd>{text('secretariat.keys.enter')}</kbd> {text('secretariat.keys.opens')}{' '}
        <kbd>{text('secretariat.keys.escape')}</kbd> {text('secretariat.keys.closes')}
      </p>
    </div>
  );
}
