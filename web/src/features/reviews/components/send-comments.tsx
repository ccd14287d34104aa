import type { NewComment } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

interface Props {
  readonly id: string;
  readonly comments: readonly NewComment[];
  /** Told of each that has arrived. */
  readonly onSent: (comment: NewComment) => void;
}

/** What a guest does in the place of a decision: hands over what they have to say. */
export function SendComments({ id, comments, onSent }: Props) {
  const text = useText();
  const add = useWrite('repository.comments.add', { alsoChanges: ['repository.reviews'] });
  const [unsaid, setUnsaid] = useState(false);
  const send = async () => {
    setUnsaid(comments.length === 0);
    for (const comment of comments) {
      await add.mutateAsync({ input: { id, ...comment } });
      onSent(comment);
    }
  };
  return (
    <div className="verdict">
      <p role="status" className="quiet-text">
        {unsaid && comments.length === 0 && text('review.guest.none')}
        {!unsaid && add.isSuccess && comments.length === 0 && text('review.guest.sent')}
        {comments.length > 0 && text('secretariat.review.comments', { count: comments.length })}
      </p>
      {add.error && <Failure error={add.error} title={text('review.guest.failed')} />}
      <div className="buttons">
        <button className="button" type="button" disabled={add.isPending} onClick={() => void send().catch(() => undefined)}>
          {text('review.guest.send')}
        </button>
      </div>
    </div>
  );
}
