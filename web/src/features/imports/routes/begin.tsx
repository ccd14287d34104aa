import { Link } from 'react-router';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind } from '../api/import-kind.js';
import { FileStep } from '../components/file-step.js';
import { Stages } from '../components/stages.js';

/** Where a sheet is chosen. */
export function Component() {
  const text = useText();
  const { path, Beside } = useImportKind();
  const address = useAddress();
  return (
    <>
      <QueueHead title={text('imports.new')}>
        <p className="quiet-text">
          <Link to={address(path)}>{text('imports.back')}</Link>
        </p>
      </QueueHead>
      <Stages at="file" />
      <div className="import-page">
        <FileStep />
        <Beside />
      </div>
    </>
  );
}
