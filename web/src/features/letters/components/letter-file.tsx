import type { Letter } from '@alianza/contracts/membership/representation/letters';
import { useState } from 'react';
import { civilDate, dateInWords } from '../../../shared/format/dates.js';
import { fileSize } from '../../../shared/format/size.js';
import { now } from '../../../shared/now.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { LetterState } from '../../../shared/letters/letter-state.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { LetterOwner } from '../../../shared/queue/owners/task-owner.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ReturnDialog } from './return-dialog.js';

function Facts({ letter }: { letter: Letter }) {
  const text = useText();
  const download = useWrite('membership.letters.download');
  const { id, person, role, office, dated, validUntil, file, reason } = letter;
  const fetchFile = () => download.mutate({ input: { id } }, { onSuccess: ({ url }) => location.assign(url) });
  return (
    <dl className="pairs">
      <dt>{text('people.queue.designates')}</dt>
      <dd>{person}</dd>
      <dt>{text('people.queue.as')}</dt>
      <dd>{text(`taxonomy.role.${role}`)}</dd>
      <dt>{text('people.queue.office')}</dt>
      <dd>{office}</dd>
      <dt>{text('people.queue.dated')}</dt>
      <dd>{dateInWords(text.lang, dated)}</dd>
      <dt>{text('people.queue.until')}</dt>
      <dd>{dateInWords(text.lang, validUntil)}</dd>
      <dt>{text('people.queue.file')}</dt>
      <dd>
        {file === null ? (
          text('people.letter.forgotten')
        ) : (
          <>
            <button className="link" type="button" disabled={download.isPending} onClick={fetchFile}>
              {file.name}
            </button>
            , {fileSize(text.lang, file.size)}
          </>
        )}
        {download.error && <Failure error={download.error} title={text('people.letter.downloadFailed')} />}
      </dd>
      {reason !== null && (
        <>
          <dt>{text('people.queue.reason')}</dt>
          <dd className="said">{reason}</dd>
        </>
      )}
    </dl>
  );
}

/** Why it is not accredited today; null where it may be. */
function useUntimely({ dated, expiry }: Letter): string | null {
  const text = useText();
  const { zone } = useNetwork();
  if (expiry === 'over') return text('people.queue.overText');
  const begun = dated <= civilDate(now().toISOString(), zone);
  return begun ? null : text('people.queue.laterText', { date: dateInWords(text.lang, dated) });
}

/** The two answers to a letter, by whoever does not act for its organisation. */
function Decisions({ letter }: { letter: Letter }) {
  const text = useText();
  const { membership } = useSession();
  const untimely = useUntimely(letter);
  const [returning, giveBack] = useState(false);
  const accredit = useWrite('membership.letters.accredit', { alsoChanges: ['membership.roles'] });
  const { id, version, person, validUntil } = letter;
  if (membership.organizations.some((own) => own.id === letter.organizationId))
    return <p className="quiet-text">{text('members.decide.own')}</p>;
  if (letter.organizationStatus !== 'active') return <p className="quiet-text">{text('people.queue.notActiveText')}</p>;
  return (
    <>
      <p>{untimely ?? text('people.queue.accreditText', { person, date: dateInWords(text.lang, validUntil) })}</p>
      {accredit.error && <Failure error={accredit.error} title={text('people.queue.decideFailed')} />}
      <div className="buttons">
        {untimely === null && (
          <button
            className="button"
            type="button"
            disabled={accredit.isPending}
            onClick={() => accredit.mutate({ input: { id }, version })}
          >
            {text('people.queue.accredit')}
          </button>
        )}
        <button className="button second" type="button" onClick={() => giveBack(true)}>
          {text('people.queue.return')}
        </button>
      </div>
      {returning && <ReturnDialog letter={letter} onClose={() => giveBack(false)} />}
    </>
  );
}

/** A letter opened beside the queue: what it says, its file, and what can be decided. */
export function LetterFile({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const may = useMay();
  const query = useRead('membership.letters.get', { id });
  const state = query.data && <LetterState letter={query.data} />;
  return (
    <OpenedFile id={id} title={query.data?.organization ?? text('people.queue.one')} state={state} onClose={onClose}>
      {query.data && <LetterOwner id={id} open={query.data.status === 'filed'} />}
      <Loaded query={query} failed={text('people.queue.oneFailed')} skeleton={<RowsSkeleton />}>
        {(letter) => (
          <>
            <Facts letter={letter} />
            {letter.status === 'filed' && may('letters:accredit') && <Decisions letter={letter} />}
          </>
        )}
      </Loaded>
    </OpenedFile>
  );
}
