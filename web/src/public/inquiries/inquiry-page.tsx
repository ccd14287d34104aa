import type { RecordInquiryKind } from '@alianza/contracts/repository/inquiries';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { useText } from '../../shared/texts/use-text.js';
import { notFoundPage } from '../not-found/not-found-page.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';
import { inquiryAddress, sentParameter } from './addresses.js';
import { Afterwards, Sent } from './around-form.js';
import { InquiryForm } from './inquiry-form.js';

interface InquiryProps {
  readonly kind: RecordInquiryKind;
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

/** Who reads a question: null for the secretariat, which answers where nobody else does. */
const readerOf = ({ owner, ownerAway }: InquiryProps['practice']): string | null => (ownerAway ? null : owner);

/** What is said of whoever a question goes to. */
function introOf({ kind, practice, visit }: InquiryProps): string {
  const { text, network } = visit;
  const { owner, ownerAway } = practice;
  if (kind === 'question' && ownerAway && owner !== null) return text('inquiries.question.introAway', { owner });
  return text(`inquiries.${kind}.intro`, { owner: owner ?? network.name });
}

function Asking(props: InquiryProps) {
  const { kind, practice, visit } = props;
  const text = useText();
  return (
    <div className="form-col">
      <h1>{text(`inquiries.${kind}.title`)}</h1>
      <p>{introOf(props)}</p>
      <About {...props} />
      <InquiryForm kind={kind} action={visit.addressOf(inquiryAddress(practice.slug, kind))} posted={visit.posted} />
    </div>
  );
}

/** `/{network}/practicas/{slug}/preguntar` and `/avisar`: a form that needs no script, and what is said once it was sent. */
export async function inquiryPage(visit: NetworkVisit, slug: string, kind: RecordInquiryKind): Promise<Page> {
  const practice = await visit.ask('repository.practices.get', { slug }).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (practice === null) return notFoundPage(visit, visit, 'practice');
  const { text, posted } = visit;
  const props = { kind, practice, visit };
  const isSent = visit.query.has(sentParameter);
  const reader = kind === 'mistake' ? null : readerOf(practice);
  return {
    status: posted?.status ?? 200,
    title: text(isSent ? 'inquiries.sent.title' : `inquiries.${kind}.of`, { title: practice.title }),
    description: introOf(props),
    indexed: false,
    kind: 'website',
    section: 'practices',
    main: (
      <div className="form-page">
        {isSent ? (
          <Sent>
            <About {...props} />
          </Sent>
        ) : (
          <Asking {...props} />
        )}
        <Afterwards reader={reader} />
      </div>
    ),
  };
}

/** Beside a record: to whoever answers for it, and to the secretariat. */
export function InquiryLinks({ practice, visit }: Omit<InquiryProps, 'kind'>) {
  const text = useText();
  const to = (kind: RecordInquiryKind) => visit.addressOf(inquiryAddress(practice.slug, kind));
  return (
    <section className="inquire">
      <ul>
        <li>
          <a href={to('question')} rel="nofollow">
            {text(readerOf(practice) === null ? 'inquiries.question.askNetwork' : 'inquiries.question.ask')}
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
