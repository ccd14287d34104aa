import type { PracticeField } from '../../../../shared/practice/practice-fields.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { useEditing } from '../editor-context.js';

/** What the review said about this field, right where it is written. */
export function FieldNotes({ field }: { field: PracticeField }) {
  const text = useText();
  const { practice } = useEditing();
  const comments = practice.comments.filter((comment) => comment.field === field);
  if (comments.length === 0) return null;
  return (
    <div className="review-notes">
      {comments.map((comment) => (
        <p key={comment.text}>
          <b>{text('practiceForm.comment')}</b> {comment.text}
        </p>
      ))}
    </div>
  );
}
