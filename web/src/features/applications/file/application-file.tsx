import type { Application } from '@alianza/contracts/membership/applications';
import { countryName } from '../../../shared/format/names.js';
import { fileSize } from '../../../shared/format/size.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { Undelivered } from '../../../shared/parts/undelivered.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ApplicationHistory } from '../components/application-history.js';
import { ApplicationState } from '../components/application-state.js';
import { isOpen } from '../components/application-states.js';
import { GrantLine } from '../components/grant-line.js';
import { Assignment } from './assignment.js';
import { Completeness } from './completeness.js';
import { Decisions } from './decisions.js';
import { Duplicates } from './duplicates.js';

/** The file goes straight to disk, by a ticket that is good once. */
function LetterDownload({ id, name, size }: { id: string; name: string; size: number }) {
  const text = useText();
  const letter = useWrite('membership.applications.letter');
  const fetchLetter = () => letter.mutate({ input: { id } }, { onSuccess: ({ url }) => location.assign(url) });
  return (
    <>
      <button className="link" type="button" disabled={letter.isPending} onClick={fetchLetter}>
        {name}
      </button>
      , {fileSize(text.lang, size)}
      {letter.error && <Failure error={letter.error} title={text('secretariat.application.letterFailed')} />}
    </>
  );
}

function Facts({ application }: { application: Application }) {
  const text = useText();
  const { id, acronym, sector, country, email, website, letterFile, grant, undelivered } = application;
  return (
    <dl className="pairs">
      {acronym !== null && (
        <>
          <dt>{text('application.acronym')}</dt>
          <dd>{acronym}</dd>
        </>
      )}
      <dt>{text('application.sector')}</dt>
      <dd>{text(`taxonomy.sector.${sector}`)}</dd>
      <dt>{text('secretariat.application.country')}</dt>
      <dd>{countryName(text.lang, country)}</dd>
      <dt>{text('secretariat.application.email')}</dt>
      <dd>
        {email}
        <Undelivered undelivered={undelivered} />
      </dd>
      {website !== null && (
        <>
          <dt>{text('application.website')}</dt>
          <dd>
            <a href={website} rel="noopener nofollow">
              {website}
            </a>
          </dd>
        </>
      )}
      {letterFile !== null && (
        <>
          <dt>{text('secretariat.application.letter')}</dt>
          <dd>
            <LetterDownload id={id} {...letterFile} />
          </dd>
        </>
      )}
      {grant !== null && (
        <>
          <dt>{text('secretariat.application.grant')}</dt>
          <dd>
            <GrantLine grant={grant} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Said({ title, children }: { title: string; children: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="said">{children}</p>
    </section>
  );
}

function Opened({ application }: { application: Application }) {
  const text = useText();
  const may = useMay();
  const open = isOpen(application.status);
  return (
    <>
      {open && <Assignment application={application} />}
      <Facts application={application} />
      {open && <Completeness completeness={application.completeness} />}
      <Duplicates id={application.id} />
      <Said title={text('secretariat.application.work')}>{application.work}</Said>
      <Said title={text('secretariat.application.motivation')}>{application.motivation}</Said>
      {application.letterText !== null && <Said title={text('secretariat.application.letter')}>{application.letterText}</Said>}
      {open && may('applications:decide') && <Decisions application={application} />}
      <section>
        <h3>{text('secretariat.application.history')}</h3>
        <ApplicationHistory {...application} />
      </section>
    </>
  );
}

/** An application opened beside the queue: all that was written, what happened, and what can be decided. */
export function ApplicationFile({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const query = useRead('membership.applications.get', { id });
  const state = query.data && <ApplicationState status={query.data.status} />;
  return (
    <OpenedFile id={id} title={query.data?.organization ?? text('secretariat.application.title')} state={state} onClose={onClose}>
      <Loaded query={query} failed={text('secretariat.application.failed')} skeleton={<RowsSkeleton />}>
        {(application) => <Opened application={application} />}
      </Loaded>
    </OpenedFile>
  );
}
