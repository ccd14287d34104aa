import { Ask } from '../../shared/forms/ask.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Posted } from '../visit.js';
import { inquiryAddress } from './addresses.js';
import type { InquiryProps } from './inquiry-page.js';

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

/** One text and one address. Sent as browsers send forms; what was written comes back with whatever is wrong. */
export function InquiryForm({ kind, practice, visit }: InquiryProps) {
  const text = useText();
  const { posted } = visit;
  const wrong = useWrong(posted);
  return (
    <form className="form" method="post" action={visit.addressOf(inquiryAddress(practice.slug, kind))} noValidate>
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
