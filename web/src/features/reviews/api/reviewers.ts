import { useRead } from '../../../shared/session/queries.js';
import { useMay, useSession } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';

/** Who reviews here, and in words who has taken something. */
export function useReviewers() {
  const text = useText();
  const may = useMay();
  const { me } = useSession();
  const query = useRead('membership.reviewers.list', {}, { enabled: may('practices:review') });
  const items = query.data?.items ?? [];
  const whoHas = (personId: string | null): string => {
    if (personId === null) return text('review.assign.nobody');
    if (personId === me.id) return text('review.assign.mine');
    return text('review.assign.other', { name: items.find((one) => one.personId === personId)?.name ?? '…' });
  };
  return { query, deciding: items.filter(({ external }) => !external), external: items.filter(({ external }) => external), whoHas };
}
