import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { MissingFields } from './completeness.js';

interface Props {
  /** As it was saved last: what is filled in after trying leaves the list of what is missing. */
  readonly practice: EditablePractice;
  readonly save: () => Promise<EditablePractice | null>;
}

function Confirm({ practice, onClose }: { practice: EditablePractice; onClose: () => void }) {
  const text = useText();
  const submit = useWrite('repository.practices.submit', { alsoChanges: ['repository.reviews'] });
  const press = () => submit.mutate({ input: { id: practice.id }, version: practice.version }, { onSuccess: onClose });
  return (
    <AppDialog title={text('practiceForm.submit.title')} onClose={onClose}>
      <p>{text('practiceForm.submit.text')}</p>
      {submit.error && <Failure error={submit.error} title={text('practiceForm.submit.failed')} />}
      <div className="buttons">
        <button className="button" type="button" disabled={submit.isPending} onClick={press}>
          {text('practiceForm.submit.press')}
        </button>
        <button className="button second" type="button" onClick={onClose}>
          {text('practiceForm.submit.stay')}
        </button>
      </div>
    </AppDialog>
  );
}

/** What keeps the practice from being handed in, after trying. */
function Needed({ practice }: { practice: EditablePractice }) {
  const text = useText();
  return (
    <div className="errors" role="alert">
      <h2>{text('practiceForm.submit.missing', { count: practice.missing.length })}</h2>
      <p>{text('practiceForm.submit.kept')}</p>
      <MissingFields missing={practice.missing} />
    </div>
  );
}

/** Hands the practice in: saves what is pending, says what is missing, asks once. */
export function Submit({ practice, save }: Props) {
  const text = useText();
  const may = useMay();
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  if (!may('practices:submit')) return <p className="quiet-text">{text('practiceForm.submit.notAllowed')}</p>;
  const attempt = async () => {
    const saved = await save();
    setTried(true);
    setAsking(saved !== null && saved.missing.length === 0);
  };
  return (
    <>
      {tried && practice.missing.length > 0 && <Needed practice={practice} />}
      <p className="buttons">
        <button className="button" type="button" onClick={() => void attempt()}>
          {text('practiceForm.submit.press')}
        </button>
      </p>
      {asking && <Confirm practice={practice} onClose={() => setAsking(false)} />}
    </>
  );
}
