import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useText } from '../../../shared/texts/use-text.js';
import { KeptSettings } from '../components/kept-settings.js';

/** What the network is, for its secretariat to say. */
export function Component() {
  const text = useText();
  return (
    <>
      <QueueHead title={text('settings.title')}>
        <p className="quiet-text">{text('settings.about')}</p>
      </QueueHead>
      <div className="form-col is-form">
        <KeptSettings />
      </div>
    </>
  );
}
