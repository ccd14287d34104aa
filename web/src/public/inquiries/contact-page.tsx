import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit, Page } from '../visit.js';
import { sentParameter } from './addresses.js';
import { Afterwards, Sent } from './around-form.js';
import { InquiryForm } from './inquiry-form.js';

function Writing({ visit }: { visit: NetworkVisit }) {
  const text = useText();
  return (
    <div className="form-col">
      <h1>{text('inquiries.message.title')}</h1>
      <p>
        {text('inquiries.message.intro')} <a href={`${visit.addressOf('ayuda')}#escribir`}>{text('inquiries.message.records')}</a>
      </p>
      <InquiryForm kind="message" action={visit.addressOf('contacto')} posted={visit.posted} />
    </div>
  );
}

/** `/{network}/contacto`: a message to the secretariat about anything but a record; a form that needs no script. */
export function contactPage(visit: NetworkVisit): Page {
  const { text, posted } = visit;
  const isSent = visit.query.has(sentParameter);
  return {
    status: posted?.status ?? 200,
    title: text(isSent ? 'inquiries.sent.title' : 'inquiries.message.title'),
    description: text('inquiries.message.description', { network: visit.network.name }),
    indexed: !isSent && posted === null,
    kind: 'website',
    section: null,
    main: (
      <div className="form-page">
        {isSent ? <Sent /> : <Writing visit={visit} />}
        <Afterwards reader={null} />
      </div>
    ),
  };
}
