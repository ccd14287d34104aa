import type { ReviewedPractice } from '@alianza/contracts/repository/reviews';
import { Assigning } from '../../../shared/queue/owners/assigning.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useReviewers } from '../api/reviewers.js';

/** Who has taken the review, and the ways to take it, give it back or give it to somebody. */
export function Assignment({ practice: { id, version, assignedTo } }: { practice: ReviewedPractice }) {
  const { deciding, whoHas } = useReviewers();
  const assign = useWrite('repository.reviews.assign');
  const give = (personId: string | null) => assign.mutate({ input: { id, personId }, version });
  return (
    <div className="assignment">
      <p role="status">{whoHas(assignedTo)}</p>
      <Assigning holderId={assignedTo} people={deciding} giving={assign} onGive={give} />
    </div>
  );
}
