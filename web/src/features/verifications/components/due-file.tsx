import type { Output } from '../../../shared/api/call.js';
import { useState } from 'react';
import { Failure } from '../../../shared/page/failure.js';
import { PracticeState } from '../../../shared/practice/practice-state.js';
import { WithdrawDialog } from '../../../shared/practice/withdraw-dialog.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

export type DueRow = Output<'repository.verifications.list'>['items'][number];

/** A practice nobody has looked at for long: read it, then say that it still holds, or withdraw it. */
export function DueFile({ row, onClose }: { row: DueRow; onClose: () => void }) {
  const text = useText();
  const address = useAddress();
  const [withdrawing, withdraw] = useState(false);
  const verify = useWrite('repository.verifications.verify');
  const { id, title, slug, organization, status } = row;
  return (
    <OpenedFile id={id} title={title} state={<PracticeState status={status} />} onClose={onClose}>
      {organization !== null && <p>{organization}</p>}
      <p>{text('review.due.text')}</p>
      <p>
        <a href={address(`practicas/${slug ?? ''}`)}>{text('review.due.open')}</a>
      </p>
      {verify.error && <Failure error={verify.error} title={text('review.due.verifyFailed')} />}
      <div className="buttons">
        <button
          className="button"
          type="button"
          disabled={verify.isPending}
          onClick={() => verify.mutate({ input: { id } }, { onSuccess: onClose })}
        >
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
