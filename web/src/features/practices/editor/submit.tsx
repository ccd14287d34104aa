import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { licenceName, usualLicence } from '@alianza/contracts/repository/publication/licences';
import { useState } from 'react';
import { isProblem } from '../../../shared/api/problem.js';
import { AppDialog } from '../../../shared/page/dialog.js';
import { Failure } from '../../../shared/page/failure.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { PracticeField } from '../../../shared/practice/practice-fields.js';
import type { WrongFields } from '../api/practice-values.js';
import { MissingFields } from './completeness.js';

interface Props {
  /** As it was saved last: what is filled in after trying leaves the list of what is missing. */
  readonly practice: EditablePractice;
  readonly wrong: WrongFields;
  readonly save: () => Promise<EditablePractice | null>;
}

interface ConfirmProps {
  readonly practice: EditablePractice;
  /** The version of the terms that holds now. */
  readonly terms: number;
  readonly onClose: () => void;
  /** Another version holds meanwhile. */
  readonly onStale: () => void;
}

function useSubmit({ practice, terms, onClose, onStale }: ConfirmProps) {
  const [agreed, setAgreed] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const submit = useWrite('repository.practices.submit', { alsoChanges: ['repository.reviews'] });
  const accepts = agreed === terms;
  const press = () => {
    setTried(true);
    if (!accepts) return document.getElementById('terms')?.focus();
    const onError = (error: Error) => isProblem(error, 'terms-not-in-force') && onStale();
    submit.mutate({ input: { id: practice.id, terms }, version: practice.version }, { onSuccess: onClose, onError });
  };
  return { accepts, agree: (yes: boolean) => setAgreed(yes ? terms : null), wrong: tried && !accepts, press, submit };
}

/** Whoever hands it in accepts the terms that are shown: other ones ask for another tick. */
function Agreement(props: ConfirmProps) {
  const { practice, terms, onClose } = props;
  const text = useText();
  const address = useAddress();
  const network = useNetwork();
  const { accepts, agree, wrong, press, submit } = useSubmit(props);
  const owner = practice.organization?.name ?? network.name;
  const licence = licenceName(practice.content.licence ?? usualLicence);
  return (
    <>
      <p>{text('practiceForm.submit.text', { licence, owner })}</p>
      <p>
        <a href={address('condiciones')} target="_blank" rel="noopener">
          {text('practiceForm.submit.termsRead')}
        </a>
      </p>
      {wrong && (
        <p className="error" id="terms-e">
          {text('practiceForm.submit.termsNeeded')}
        </p>
      )}
      <label className="option">
        <input
          id="terms"
          type="checkbox"
          required
          checked={accepts}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'terms-e' : undefined}
          onChange={({ target }) => agree(target.checked)}
        />{' '}
        {text('practiceForm.submit.terms', { version: String(terms), owner })}
      </label>
      {submit.error && <Failure error={submit.error} title={text('practiceForm.submit.failed')} />}
      <div className="buttons">
        <button className="button" type="button" disabled={submit.isPending} onClick={press}>
          {text('practiceForm.submit.press')}
        </button>
        <button className="button second" type="button" onClick={onClose}>
          {text('practiceForm.submit.stay')}
        </button>
      </div>
    </>
  );
}

function Confirm({ practice, onClose }: Omit<ConfirmProps, 'terms' | 'onStale'>) {
  const text = useText();
  const query = useRead('membership.statements.get', { page: 'terms' });
  return (
    <AppDialog title={text('practiceForm.submit.title')} onClose={onClose}>
      <Loaded query={query} failed={text('practiceForm.submit.termsFailed')} skeleton={<RowsSkeleton rows={2} />}>
        {({ version }) => <Agreement practice={practice} terms={version} onClose={onClose} onStale={() => void query.refetch()} />}
      </Loaded>
    </AppDialog>
  );
}

/** What keeps the practice from being handed in, after trying. */
function Needed({ missing, wrong }: { missing: readonly PracticeField[]; wrong: readonly PracticeField[] }) {
  const text = useText();
  return (
    <div className="errors" role="alert">
      {wrong.length > 0 && <h2>{text('practiceForm.submit.wrong', { count: wrong.length })}</h2>}
      <MissingFields missing={wrong} />
      {missing.length > 0 && <h2>{text('practiceForm.submit.missing', { count: missing.length })}</h2>}
      {missing.length > 0 && wrong.length === 0 && <p>{text('practiceForm.submit.kept')}</p>}
      <MissingFields missing={missing} />
    </div>
  );
}

/** Hands the practice in: saves what is pending, says what is missing, asks once. */
export function Submit({ practice, wrong, save }: Props) {
  const text = useText();
  const may = useMay();
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  if (!may('practices:submit')) return <p className="quiet-text">{text('practiceForm.submit.notAllowed')}</p>;
  const unsaved = Object.keys(wrong) as PracticeField[];
  const missing = practice.missing.filter((field) => !unsaved.includes(field));
  const attempt = async () => {
    const saved = await save();
    setTried(true);
    setAsking(saved !== null && saved.missing.length === 0);
  };
  return (
    <>
      {tried && missing.length + unsaved.length > 0 && <Needed missing={missing} wrong={unsaved} />}
      <p className="buttons">
        <button className="button" type="button" onClick={() => void attempt()}>
          {text('practiceForm.submit.press')}
        </button>
      </p>
      {asking && <Confirm practice={practice} onClose={() => setAsking(false)} />}
    </>
  );
}
