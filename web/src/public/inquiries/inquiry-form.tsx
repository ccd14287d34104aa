import type { InquiryKind } from '@alianza/contracts/repository/inquiries';
import { Ask } from '../../shared/forms/ask.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Posted } from '../visit.js';

const longest = 3000;
const fields = ['text', 'email'] as const;
type Field = (typeof fields)[number];

/** What is wrong with a field of a form that came back, in words. */
function useWrong(posted: Posted | null) {
  const text = useText();
  return (field: Field): string | undefined => {
    if (posted === null || !posted.wrong.includes(field)) return undefined;
    const isEmpty = (posted.values[field] ?? '').trim() === '';
    return text(`inquiries.error.${field}${isEmpty ? 'Missing' : ''}`);
  };
}

/** What keeps the form from being sent; each line leads to its field. */
function Refused({ posted }: { posted: Posted }) {
  const text = useText();
  const wrong = useWrong(posted);
  const items = fields.filter((field) => wrong(field) !== undefined);
  return (
    <div className="errors" role="alert" aria-labelledby="summary-title">
      <h2 id="summary-title">{items.length > 0 ? text('inquiries.refused', { count: items.length }) : posted.title}</h2>
      {items.length === 0 && <p>{posted.detail}</p>}
      <ul>
        {items.map((field) => (
          <li key={field}>
            <a href={`#${field}`}>{wrong(field)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Props {
  readonly kind: InquiryKind;
  readonly action: string;
  readonly posted: Posted | null;
}

/** One text and one address. Sent as browsers send forms; what was written comes back with whatever is wrong. */
export function InquiryForm({ kind, action, posted }: Props) {
  const text = useText();
  const wrong = useWrong(posted);
  return (
    <form className="form" method="post" action={action} noValidate>
      {posted && <Refused posted={posted} />}
      <Ask id="text" label={text(`inquiries.${kind}.label`)} help={text(`inquiries.${kind}.help`)} error={wrong('text')}>
        {(control) => (
          <textarea className="input" {...control} name="text" rows={7} maxLength={longest} defaultValue={posted?.values.text} />
        )}
      </Ask>
      <Ask id="email" label={text('inquiries.email')} help={text('inquiries.emailHelp')} error={wrong('email')}>
        {(control) => (
          <input
            className="input"
            {...control}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={254}
            defaultValue={posted?.values.email}
          />
        )}
      </Ask>
      <p className="buttons">
        <button className="button" type="submit">
          {text('inquiries.send')}
        </button>
      </p>
    </form>
  );
}
