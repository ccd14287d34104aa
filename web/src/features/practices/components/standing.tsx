import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Failure } from '../../../shared/page/failure.js';
import { now } from '../../../shared/now.js';
import { read } from '../../../shared/practice/localized.js';
import { WithdrawDialog } from '../../../shared/practice/withdraw-dialog.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMayAct, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ConfirmPractice } from './confirm-practice.js';
import { CallBack } from './second-thoughts.js';
import { BeginVersion } from './version-buttons.js';

interface Props {
  readonly practice: EditablePractice;
}

/** Begins anew with what was written, since what was declined is closed for good. */
function DraftAgain({ practice: { content, onBehalf, organization } }: Props) {
  const text = useText();
  const go = useNavigate();
  const address = useAddress();
  const draft = useWrite('repository.practices.draft');
  const may = useMayAct();
  const { acting } = useSession();
  const enter = useWrite('repository.entries.enter');
  const onSuccess = ({ id }: { id: string }) => void go(address(`miembro/practicas/${id}`));
  const forOther = onBehalf && organization !== null && organization.id !== acting?.id ? organization.id : null;
  const press = () =>
    forOther === null
      ? draft.mutate({ input: { content } }, { onSuccess })
      : enter.mutate({ input: { organizationId: forOther, content } }, { onSuccess });
  const { isPending, error } = forOther === null ? draft : enter;
  if (!may(forOther === null ? 'practices:write' : 'practices:enter')) return null;
  return (
    <>
      <p className="buttons">
        <button className="button" type="button" disabled={isPending} onClick={press}>
          {text('review.declined.again')}
        </button>
      </p>
      {error && <Failure error={error} title={text('review.declined.failed')} />}
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
  const may = useMayAct();
  const address = useAddress();
  const [withdrawing, withdraw] = useState(false);
  const { id, slug, content, declinedFor, verifyBy } = practice;
  const isDue = verifyBy !== null && new Date(verifyBy) <= now();
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
        {isDue && may('practices:write') && practice.organization !== null && <ConfirmPractice practice={practice} />}
        {may('practices:write') && <BeginVersion practice={practice} />}
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

/** Handed in, or taken by the review; of a next version it says what stays public meanwhile, and leads there. */
function Submitted({ practice }: Props) {
  const { publishedAt, slug, taken } = practice;
  const text = useText();
  const comesBack = useMayAct()('practices:submit') && !taken;
  const address = useAddress();
  if (publishedAt === null || slug === null)
    return (
      <>
        <p className="lede">{text(`practiceForm.readOnly.${taken ? 'inReview' : 'submitted'}`)}</p>
        {comesBack && (
          <p className="buttons">
            <CallBack practice={practice} />
          </p>
        )}
      </>
    );
  const page = address(`practicas/${slug}`);
  return (
    <>
      <p className="lede">{text(`review.version.${taken ? 'inReview' : 'submitted'}`)}</p>
      <p className="buttons">
        <a className="button second" href={page}>
          {text('practiceForm.readOnly.open')}
        </a>
        {comesBack && <CallBack practice={practice} />}
      </p>
      <p>
        <a href={`${page}/versiones`}>{text('review.version.all')}</a>
      </p>
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
  switch (practice.status) {
    case 'published':
      return <Published practice={practice} />;
    case 'declined':
      return <Declined practice={practice} />;
    case 'withdrawn':
      return <Withdrawn practice={practice} />;
    default:
      return <Submitted practice={practice} />;
  }
}
