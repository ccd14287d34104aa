import { Link } from 'react-router';
import { Failure } from '../../../shared/page/failure.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind, type AnyImport } from '../api/import-kind.js';
import { FilteredRows } from './check-step.js';

/** It could not go on by itself: why, what is kept, and how it goes on. */
export function StoppedStep({ it }: { it: AnyImport }) {
  const text = useText();
  const address = useAddress();
  const { operations, alsoChanges, path } = useImportKind();
  const resume = useWrite(operations.resume, { alsoChanges });
  const wasApplied = it.confirmedAt !== null;
  return (
    <section aria-labelledby="stopped-title" className="form-col">
      <h2 id="stopped-title">{text('imports.stopped.title')}</h2>
      <p>
        {it.failure} {wasApplied && text('imports.stopped.kept')}
      </p>
      {resume.error && <Failure error={resume.error} title={text('imports.stopped.resumeFailed')} />}
      <div className="buttons">
        {it.resumable && (
          <button className="button" type="button" disabled={resume.isPending} onClick={() => resume.mutate({ input: { id: it.id } })}>
            {text(resume.isPending ? 'imports.stopped.resuming' : 'imports.stopped.resume')}
          </button>
        )}
        <Link className={it.resumable ? 'button second' : 'button'} to={address(`${path}/nueva`)}>
          {text('imports.file.another')}
        </Link>
      </div>
      {it.counts !== null && <FilteredRows it={it} />}
    </section>
  );
}
