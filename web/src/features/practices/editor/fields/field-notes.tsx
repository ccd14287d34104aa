import type { ReviewComment } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { Failure } from '../../../../shared/page/failure.js';
import { fieldLabels, type PracticeField } from '../../../../shared/practice/practice-fields.js';
import { useWrite } from '../../../../shared/session/queries.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { useEditing } from '../editor-context.js';

interface Writing {
  readonly comment: ReviewComment;
  readonly label: string;
  readonly onSaved: (comment: ReviewComment) => void;
  readonly onClose: () => void;
}

function AnswerForm({ comment, label, onSaved, onClose }: Writing) {
  const text = useText();
  const [answer, setAnswer] = useState(comment.answer ?? '');
  const send = useWrite('repository.comments.answer');
  const save = () => send.mutate({ input: { id: comment.id, text: answer } }, { onSuccess: onSaved });
  const id = `answer-${comment.id}`;
  return (
    <div className="answering">
      <label htmlFor={id}>{text('review.author.label', { field: label })}</label>
      <textarea className="input" id={id} maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      {send.error && <Failure error={send.error} title={text('review.author.failed')} />}
      <div className="buttons">
        <button className="button second" type="button" disabled={send.isPending || answer.trim() === ''} onClick={save}>
          {text('review.author.send')}
        </button>
        <button className="link" type="button" onClick={onClose}>
          {text('states.form.cancel')}
        </button>
      </div>
    </div>
  );
}

/** One comment with its answer. */
function Note({ comment, label }: { comment: ReviewComment; label: string }) {
  const text = useText();
  const [writing, setWriting] = useState(false);
  const { answered } = useEditing();
  const keep = (saved: ReviewComment) => {
    answered(saved);
    setWriting(false);
  };
  return (
    <li>
      <p>
        <b>{text('review.author.says')}</b> {comment.text}
      </p>
      {comment.answer !== null && !writing && (
        <p>
          <b>{text('review.author.ours')}</b> {comment.answer}
        </p>
      )}
      {writing ? (
        <AnswerForm comment={comment} label={label} onSaved={keep} onClose={() => setWriting(false)} />
      ) : (
        <p>
          <button className="link" type="button" onClick={() => setWriting(true)}>
            {comment.answer === null ? text('review.author.answer') : text('review.author.change')}
            <span className="sr"> {label}</span>
          </button>
        </p>
      )}
    </li>
  );
}

function Past({ comments }: { comments: readonly ReviewComment[] }) {
  const text = useText();
  return (
    <details>
      <summary>{text('review.author.past', { count: comments.length })}</summary>
      <ul>
        {comments.map(({ id, text: said, answer }) => (
          <li key={id}>
            <p>{said}</p>
            {answer !== null && (
              <p>
                <b>{text('review.author.ours')}</b> {answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What reviews said about this field, right where it is written, and where it is answered. */
export function FieldNotes({ field }: { field: PracticeField }) {
  const text = useText();
  const { practice } = useEditing();
  const comments = practice.comments.filter((comment) => comment.field === field);
  const [open, past] = [comments.filter(({ resolvedAt }) => resolvedAt === null), comments.filter(({ resolvedAt }) => resolvedAt !== null)];
  if (comments.length === 0) return null;
  return (
    <div className="review-notes">
      {open.length > 0 && (
        <ul>
          {open.map((comment) => (
            <Note key={comment.id} comment={comment} label={text(fieldLabels[field])} />
          ))}
        </ul>
      )}
      {past.length > 0 && <Past comments={past} />}
    </div>
  );
}
