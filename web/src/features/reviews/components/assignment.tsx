import type { ReviewedPractice } from '@alianza/contracts/repository/reviews';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useReviewers } from '../api/reviewers.js';

/** Who has taken the review, and the ways to take it, give it back or give it to somebody. */
export function Assignment({ practice: { id, version, assignedTo } }: { practice: ReviewedPractice }) {
  const text = useText();
  const { me } = useSession();
  const { deciding, whoHas } = useReviewers();
  const assign = useWrite('repository.reviews.assign');
  const give = (personId: string | null) => assign.mutate({ input: { id, personId }, version });
  return (
    <div className="assignment">
      <p>{whoHas(assignedTo)}</p>
      <div className="buttons">
        {assignedTo !== me.id && (
          <button className="button second" type="button" disabled={assign.isPending} onClick={() => give(me.id)}>
            {text('review.assign.take')}
          </button>
        )}
        {assignedTo !== null && (
          <button className="button second" type="button" disabled={assign.isPending} onClick={() => give(null)}>
            {text('review.assign.giveBack')}
          </button>
        )}
        <label htmlFor="assign-to" className="sr">
          {text('review.assign.to')}
        </label>
        <select id="assign-to" value="" disabled={assign.isPending} onChange={(event) => give(event.target.value)}>
          <option value="">{text('review.assign.to')}</option>
          {deciding
            .filter(({ personId }) => personId !== me.id && personId !== assignedTo)
            .map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
        </select>
      </div>
      {assign.error && <Failure error={assign.error} title={text('review.assign.failed')} />}
    </div>
  );
}
