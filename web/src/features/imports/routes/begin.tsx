import { Link } from 'react-router';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { FileStep } from '../components/file-step.js';
import { Stages } from '../components/stages.js';
import { Templates } from '../components/templates.js';

/** Where a sheet is chosen. */
export function Component() {
  const text = useText();
  const address = useAddress();
  return (
    <>
      <QueueHead title={text('imports.new')}>
        <p className="quiet-text">
          <Link to={address('secretaria/importaciones')}>{text('imports.back')}</Link>
        </p>
      </QueueHead>
      <Stages at="file" />
      <div className="import-page">
        <FileStep />
        <Templates />
      </div>
    </>
  );
}
