import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { Void } from '../../../shared/parts/void.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind, type AnyImport } from '../api/import-kind.js';
import { useImport } from '../api/use-import.js';
import { CheckStep } from '../components/check-step.js';
import { DoneStep } from '../components/done-step.js';
import { Progress } from '../components/progress.js';
import { stageOf, Stages } from '../components/stages.js';
import { StoppedStep } from '../components/stopped-step.js';

function Unreadable({ failure }: { failure: string | null }) {
  const text = useText();
  const { path } = useImportKind();
  const address = useAddress();
  return (
    <Void title={text('imports.file.unreadable')}>
      <p>{failure}</p>
      <Link className="button" to={address(`${path}/nueva`)}>
        {text('imports.file.another')}
      </Link>
    </Void>
  );
}

/** The step at which an import stands; a check can be left for other columns. */
function Step({ it }: { it: AnyImport }) {
  const text = useText();
  const { keys, mapping } = useImportKind();
  const [remapping, remap] = useState(false);
  const isMapping = it.status === 'read' || (it.status === 'checked' && remapping);
  const step = () => {
    if (isMapping) return mapping(it, () => remap(false));
    switch (it.status) {
      case 'reading':
        return <Progress title={text('imports.status.reading')} said="imports.file.reading" progress={null} />;
      case 'unreadable':
        return <Unreadable failure={it.failure} />;
      case 'read':
      case 'checked':
        return <CheckStep it={it} onBack={() => remap(true)} />;
      case 'checking':
        return <Progress title={text('imports.status.checking')} said="imports.check.running" progress={it.progress} />;
      case 'applying':
        return <Progress title={text('imports.apply.title')} said={keys.applying} progress={it.progress} />;
      case 'failed':
        return <StoppedStep it={it} />;
      case 'done':
        return <DoneStep it={it} />;
    }
  };
  return (
    <>
      <Stages at={isMapping ? 'columns' : stageOf(it)} />
      {step()}
    </>
  );
}

/** One import, wherever it stands: file, columns, check, and what was done. */
export function Component() {
  const text = useText();
  const { keys, path } = useImportKind();
  const address = useAddress();
  const { id = '' } = useParams();
  const query = useImport(id);
  return (
    <>
      <QueueHead title={query.data ? text(keys.one, { name: query.data.name }) : text(keys.title)}>
        <p className="quiet-text">
          <Link to={address(path)}>{text('imports.back')}</Link>
        </p>
      </QueueHead>
      <Loaded query={query} failed={text('imports.oneFailed')} skeleton={<RowsSkeleton rows={6} />}>
        {(it) => <Step it={it} />}
      </Loaded>
    </>
  );
}
