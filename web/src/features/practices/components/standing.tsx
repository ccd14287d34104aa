import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Failure } from '../../../shared/page/failure.js';
import { read } from '../../../shared/practice/localized.js';
import { WithdrawDialog } from '../../../shared/practice/withdraw-dialog.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMay } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { BeginVersion } from './version-buttons.js';

interface Props {
  readonly practice: EditablePractice;
}

/** Begins anew with what was written, since what was declined is closed for good. */
function DraftAgain({ practice: { content } }: Props) {
  const text = useText();
  const go = useNavigate();
  const address = useAddress();
  const draft = useWrite('repository.practices.draft');
  const press = () => draft.mutate({ input: { content } }, { onSuccess: ({ id }) => void go(address(`miembro/practicas/${id}`)) });
  return (
    <>
      <p className="buttons">
        <button className="button" type="button" disabled={draft.isPending} onClick={press}>
          {text('review.declined.again')}
        </button>
      </p>
      {draft.error && <Failure error={draft.error} title={text('review.declined.failed')} />}
    </>
  );
}

function Declined({ practice }: Props) {
  const text = useText();
  return (
    <>
      <p className="lede">{text('review.declined.lede')}</p>
      <blockquote className="said is-open">{practice.declinedFor}</blockquote>
      <DraftAgain practice={practice} />
    </>
  );
}

function Published({ practice }: Props) {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const [withdrawing, withdraw] = useState(false);
  const { id, slug, content, declinedFor } = practice;
  const page = address(`practicas/${slug ?? ''}`);
  return (
    <>
      <p className="lede">{text('practiceForm.readOnly.published')}</p>
      {declinedFor !== null && (
        <div className="hint">
          <p>{text('review.declined.version')}</p>
          <blockquote className="said is-open">{declinedFor}</blockquote>
        </div>
      )}
      <p className="buttons">
        <a className="button" href={page}>
          {text('practiceForm.readOnly.open')}
        </a>
        <BeginVersion practice={practice} />
        {may('practices:withdraw') && (
          <button className="button second" type="button" onClick={() => withdraw(true)}>
            {text('review.withdraw.press')}
          </button>
        )}
      </p>
      <p>
        <a href={`${page}/versiones`}>{text('review.version.all')}</a>
      </p>
      {withdrawing && (
        <WithdrawDialog
          id={id}
          title={read(content.title, text.lang).text}
          onClose={() => withdraw(false)}
          onDone={() => withdraw(false)}
        />
      )}
    </>
  );
}

function Withdrawn({ practice: { slug } }: Props) {
  const text = useText();
  const address = useAddress();
  return (
    <>
      <p className="lede">{text('review.withdraw.done')}</p>
      <p className="buttons">
        <a className="button second" href={address(`practicas/${slug ?? ''}`)}>
          {text('review.withdraw.open')}
        </a>
      </p>
    </>
  );
}

/** Where a practice stands that cannot be written now, and what can be done with it. */
export function Standing({ practice }: Props) {
  const text = useText();
  switch (practice.status) {
    case 'published':
      return <Published practice={practice} />;
    case 'declined':
      return <Declined practice={practice} />;
    case 'withdrawn':
      return <Withdrawn practice={practice} />;
    default:
      return <p className="lede">{text('practiceForm.readOnly.submitted')}</p>;
  }
}
