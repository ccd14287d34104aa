import type { ReactNode } from 'react';
import { useText } from '../../shared/texts/use-text.js';

/** What happens to what is written here, beside the form. `reader` is who answers, or null for the secretariat. */
export function Afterwards({ reader }: { reader: string | null }) {
  const text = useText();
  const read = reader === null ? text('inquiries.after.secretariat') : text('inquiries.after.owner', { owner: reader });
  return (
    <aside className="panel" aria-labelledby="after">
      <h2 id="after">{text('inquiries.after.title')}</h2>
      <section>
        <ol className="steps">
          {[text('inquiries.after.confirm'), read, text('inquiries.after.answer')].map((step) => (
            <li key={step}>
              <span>{step}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <p>{text('inquiries.after.privacy')}</p>
      </section>
    </aside>
  );
}

/** What is said once the form was sent. */
export function Sent({ children }: { children?: ReactNode }) {
  const text = useText();
  return (
    <div className="form-col">
      <h1>{text('inquiries.sent.title')}</h1>
      <p className="lede">{text('inquiries.sent.text')}</p>
      <p>{text('inquiries.sent.nothingCame')}</p>
      {children}
    </div>
  );
}
