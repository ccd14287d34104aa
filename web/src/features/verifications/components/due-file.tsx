import type { Output } from '../../../shared/api/call.js';
import { useState } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { useTell } from '../../../shared/page/told.js';
import { PracticeState } from '../../../shared/practice/practice-state.js';
import { WithdrawDialog } from '../../../shared/practice/withdraw-dialog.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { TaskOwner } from '../../../shared/queue/owners/task-owner.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

export type DueRow = Output<'repository.verifications.list'>['items'][number];

/** A practice nobody has looked at for long: read it, then say that it still holds, or withdraw it. */
export function DueFile({ row, onClose }: { row: DueRow; onClose: () => void }) {
  const text = useText();
  const address = useAddress();
  const tell = useTell();
  const [withdrawing, withdraw] = useState(false);
  const verify = useWrite('repository.verifications.verify');
  const { id, title, slug, organization, confirmation } = row;
  const { zone } = useNetwork();
  const done = () => {
    onClose();
    tell(text('review.due.done'));
  };
  // the row leaves the list that is read anew, and this with it: a callback of the write would not be called
  const press = () => void verify.mutateAsync({ input: { id } }).then(done, () => undefined);
  return (
    <OpenedFile id={id} title={title} state={<PracticeState of={row} />} onClose={onClose}>
      <TaskOwner queue="verifications" id={id} open />
      {organization !== null && <p>{organization}</p>}
      {confirmation !== null && (
        <>
          <p>{text('review.confirm.said', { date: dateInWords(text.lang, confirmation.at, zone) })}</p>
          {confirmation.note !== null && <blockquote className="said">{confirmation.note}</blockquote>}
        </>
      )}
      <p>{text('review.due.text')}</p>
      <p>
        <a href={address(`practicas/${slug ?? ''}`)}>{text('review.due.open')}</a>
      </p>
      {verify.error && <Failure error={verify.error} title={text('review.due.verifyFailed')} />}
      <div className="buttons">
        <button className="button" type="button" disabled={verify.isPending} onClick={press}>
          {text('review.due.press')}
        </button>
        <button className="button second" type="button" onClick={() => withdraw(true)}>
          {text('review.withdraw.press')}
        </button>
      </div>
      {withdrawing && <WithdrawDialog id={id} title={title} onClose={() => withdraw(false)} onDone={onClose} />}
    </OpenedFile>
  );
}
