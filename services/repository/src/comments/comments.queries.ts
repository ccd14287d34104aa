import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ReviewComment } from '@alianza/contracts/repository/practices';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';

const columns = `c.id, c.field, c.text, c.submission, c.at, c.external, c.answer, c.answered_at as "answeredAt", c.resolved_at as "resolvedAt"`;

/** $1 network, $2 practice, $3 whether what the author does not read yet is wanted too. */
const ofPractice = defineQuery({
  name: 'review_comments_of_practice',
  scope: 'tenant',
  text: `select ${columns} from review_comment c
    where c.network_id = $1 and c.practice_id = $2 and ($3::boolean or c.sent_at is not null) order by c.at, c.id`,
  sample: (networkId) => [networkId, '01890000-0000-7000-8000-000000000000', true],
});

type Row = Omit<ReviewComment, 'at' | 'answeredAt' | 'resolvedAt'> & { at: string; answeredAt: string | null; resolvedAt: string | null };

/** All that reviews said of a practice, the oldest first; `unsent` too where a reviewer reads. */
export async function readComments(
  em: SqlEntityManager,
  { networkId, id }: { networkId: string; id: string },
  unsent: boolean,
): Promise<ReviewComment[]> {
  return (await queryRows<Row>(em, ofPractice, [networkId, id, unsent])).map(viewComment);
}

const instant = (at: Date | string): string => new Date(at).toISOString();

interface Said extends Pick<ReviewComment, 'id' | 'field' | 'text' | 'submission' | 'external'> {
  at: Date | string;
  answer?: string | null | undefined;
  answeredAt?: Date | string | null | undefined;
  resolvedAt?: Date | string | null | undefined;
}

export const viewComment = ({ id, field, text, submission, external, at, answer, answeredAt, resolvedAt }: Said): ReviewComment => ({
  id,
  field,
  text,
  submission,
  external,
  at: instant(at),
  answer: answer ?? null,
  answeredAt: answeredAt ? instant(answeredAt) : null,
  resolvedAt: resolvedAt ? instant(resolvedAt) : null,
});
