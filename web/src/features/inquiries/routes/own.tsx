import { PageTitle } from '../../../shared/page/page.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { InquiryQueue } from '../components/inquiry-queue.js';

/** Questions to the organisation acted for. */
export function Component() {
  const text = useText();
  const { name } = useNetwork();
  return (
    <>
      <div className="intro">
        <PageTitle title={text('inquiries.queue.title')} of={name} />
      </div>
      <InquiryQueue of="organization" />
    </>
  );
}
