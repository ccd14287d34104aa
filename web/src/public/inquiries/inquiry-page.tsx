import type { InquiryKind } from '@alianza/contracts/repository/inquiries';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { useText } from '../../shared/texts/use-text.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';
import { inquiryAddress, sentParameter } from './addresses.js';
import { InquiryForm } from './inquiry-form.js';

export interface InquiryProps {
  readonly kind: InquiryKind;
  readonly practice: PublishedPractice;
  readonly visit: NetworkVisit;
}

function About({ practice, visit }: InquiryProps) {
  const text = useText();
  return (
    <p>
      {text('inquiries.about')}{' '}
      <a href={visit.addressOf(`practicas/${practice.slug}`)} lang={practice.languages.title}>
        {practice.title}
      </a>
    </p>
  );
}

/** What happens to what is written here, beside the form. */
function Afterwards({ kind, practice, visit }: InquiryProps) {
  const text = useText();
  const reader = kind === 'mistake' || practice.owner === null ? 'secretariat' : 'owner';
  const read = text(`inquiries.after.${reader}`, { owner: practice.owner ?? visit.network.name });
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

function Sent(props: InquiryProps) {
  const text = useText();
  return (
    <div className="form-col">
      <h1>{text('inquiries.sent.title')}</h1>
      <p className="lede">{text('inquiries.sent.text')}</p>
      <p>{text('inquiries.sent.nothingCame')}</p>
      <About {...props} />
    </div>
  );
}

function Asking(props: InquiryProps) {
  const { kind, practice, visit } = props;
  const text = useText();
  const owner = practice.owner ?? visit.network.name;
  return (
    <div className="form-col">
      <h1>{text(`inquiries.${kind}.title`)}</h1>
      <p>{text(`inquiries.${kind}.intro`, { owner })}</p>
      <About {...props} />
      <InquiryForm {...props} />
    </div>
  );
}

/** `/{network}/practicas/{slug}/preguntar` and `/avisar`: a form that needs no script, and what is said once it was sent. */
export async function inquiryPage(visit: NetworkVisit, slug: string, kind: InquiryKind): Promise<Page> {
  const practice = await visit.ask('repository.practices.get', { slug }).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (practice === null) return notFoundPage(visit, visit, 'practice');
  const { text, posted } = visit;
  const props = { kind, practice, visit };
  const isSent = visit.query.has(sentParameter);
  return {
    status: posted?.status ?? 200,
    title: text(isSent ? 'inquiries.sent.title' : `inquiries.${kind}.of`, { title: practice.title }),
    description: text(`inquiries.${kind}.intro`, { owner: practice.owner ?? visit.network.name }),
    indexed: false,
    kind: 'website',
    section: 'practices',
    main: (
      <div className="form-page">
        {isSent ? <Sent {...props} /> : <Asking {...props} />}
        <Afterwards {...props} />
      </div>
    ),
  };
}

/** Beside a record: to whoever answers for it, and to the secretariat. */
export function InquiryLinks({ practice, visit }: Omit<InquiryProps, 'kind'>) {
  const text = useText();
  const to = (kind: InquiryKind) => visit.addressOf(inquiryAddress(practice.slug, kind));
  return (
    <section className="inquire">
      <ul>
        <li>
          <a href={to('question')} rel="nofollow">
            {text(practice.owner === null ? 'inquiries.question.askNetwork' : 'inquiries.question.ask')}
          </a>
        </li>
        <li>
          <a href={to('mistake')} rel="nofollow">
            {text('inquiries.mistake.report')}
          </a>
        </li>
      </ul>
    </section>
  );
}
