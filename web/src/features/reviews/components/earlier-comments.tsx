import type { ReviewComment } from '@alianza/contracts/repository/practices';
import { dateInWords } from '../../../shared/format/dates.js';
import { Failure } from '../../../shared/page/failure.js';
import { State } from '../../../shared/parts/state.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

function Said({ comment, label, open }: { comment: ReviewComment; label: string; open: boolean }) {
  const text = useText();
  const { zone } = useNetwork();
  const resolve = useWrite('repository.comments.resolve', { alsoChanges: ['repository.reviews'] });
  const resolved = comment.resolvedAt !== null;
  const date = dateInWords(text.lang, comment.at, zone);
  const who = comment.external ? text('review.earlier.external') : text('review.earlier.by', { submission: comment.submission });
  return (
    <li className={resolved ? 'said' : 'said is-open'}>
      <p>
        {comment.text}
        <small className="minor">
          {' '}
          {who}, {date}
        </small>
      </p>
      {comment.answer === null ? (
        <p className="quiet-text">{text('review.earlier.unanswered')}</p>
      ) : (
        <p>
          <b>{text('review.earlier.answer')}</b> {comment.answer}
        </p>
      )}
      {resolved && <State kind="done">{text('review.earlier.resolved')}</State>}
      {!resolved && open && (
        <p>
          <button className="link" type="button" disabled={resolve.isPending} onClick={() => resolve.mutate({ input: { id: comment.id } })}>
            {text('review.earlier.resolve')}
            <span className="sr"> {label}</span>
          </button>
        </p>
      )}
      {resolve.error && <Failure error={resolve.error} title={text('review.earlier.resolveFailed')} />}
    </li>
  );
}

interface Props {
  readonly comments: readonly ReviewComment[];
  /** Of the field they speak of. */
  readonly label: string;
  readonly open: boolean;
}

/** What reviews said of a field before, with what the author answered. */
export function EarlierComments({ comments, label, open }: Props) {
  const text = useText();
  if (comments.length === 0) return null;
  return (
    <>
      <p className="sr">{text('review.earlier.title')}</p>
      <ul>
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} label={label} open={open} />
        ))}
      </ul>
    </>
  );
}
