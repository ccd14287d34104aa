import type { PracticeContent, ReviewComment } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { FieldValue } from '../../../shared/practice/field-value.js';
import { fieldLabels, type PracticeField } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';
import { EarlierComments } from './earlier-comments.js';

interface Props {
  readonly field: PracticeField;
  readonly content: PracticeContent;
  /** What reviews said of this field so far. */
  readonly earlier: readonly ReviewComment[];
  readonly comment: string;
  readonly onComment: (text: string) => void;
  /** Whether this person may comment now. */
  readonly open: boolean;
  /** Whether they decide, and so say what is resolved. */
  readonly decides: boolean;
}

/** A field as it was written, and under it what the review says about it. */
export function CommentedField({ field, content, earlier, comment, onComment, open, decides }: Props) {
  const text = useText();
  const [writing, setWriting] = useState(comment !== '');
  const label = text(fieldLabels[field]);
  const id = `comment-${field}`;
  return (
    <section className={comment === '' ? undefined : 'is-commented'}>
      <h3>{label}</h3>
      <FieldValue content={content} field={field} />
      <EarlierComments comments={earlier} label={label} open={decides} />
      {open && !writing && (
        <p>
          <button className="link" type="button" aria-expanded={false} onClick={() => setWriting(true)}>
            {text('secretariat.review.comment')}
            <span className="sr"> {label}</span>
          </button>
        </p>
      )}
      {open && writing && (
        <div className="comment">
          <label htmlFor={id}>{text('secretariat.review.commentOn', { field: label })}</label>
          <textarea className="input" id={id} maxLength={2000} value={comment} onChange={(event) => onComment(event.target.value)} />
        </div>
      )}
    </section>
  );
}
