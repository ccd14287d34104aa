import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import { FieldValue } from '../../../shared/practice/field-value.js';
import { fieldLabels, type PracticeField } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';

interface Props {
  readonly field: PracticeField;
  readonly content: PracticeContent;
  readonly comment: string;
  readonly onComment: (text: string) => void;
  /** False where this person may read but not decide. */
  readonly open: boolean;
}

/** A field as it was written, and under it what the review says about it. */
export function CommentedField({ field, content, comment, onComment, open }: Props) {
  const text = useText();
  const [writing, setWriting] = useState(comment !== '');
  const label = text(fieldLabels[field]);
  const id = `comment-${field}`;
  return (
    <section className={comment === '' ? undefined : 'is-commented'}>
      <h3>{label}</h3>
      <FieldValue content={content} field={field} />
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
