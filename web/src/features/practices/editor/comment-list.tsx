import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { fieldLabels } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';
import { leadToField } from './lead-to-field.js';

const longest = 90;
const shortened = (text: string) => (text.length <= longest ? text : `${text.slice(0, longest)}…`);

/** All that the review waits for, each leading to its field. */
export function CommentList({ practice }: { practice: EditablePractice }) {
  const text = useText();
  const open = practice.comments.filter(({ resolvedAt }) => resolvedAt === null);
  if (open.length === 0) return null;
  return (
    <section className="notice comment-list" aria-labelledby="comments">
      <h2 id="comments">{text('review.author.list', { count: open.length })}</h2>
      <p>{text('review.author.listText')}</p>
      <ul>
        {open.map(({ id, field, text: said, answer }) => (
          <li key={id}>
            <button className="link" type="button" onClick={() => leadToField(field)}>
              {text(fieldLabels[field])}
            </button>
            : {shortened(said)}{' '}
            <small className="minor">({answer === null ? text('review.author.open') : text('review.author.answered')})</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
