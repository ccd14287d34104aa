import { QueueHead, QueueKeys } from '../../../shared/queue/queue-head.js';
import { useText } from '../../../shared/texts/use-text.js';
import { InquiryQueue } from '../components/inquiry-queue.js';

/** Mistakes that were reported, and questions about the network's own records. */
export function Component() {
  const text = useText();
  return (
    <>
      <QueueHead title={text('inquiries.queue.title')}>
        <QueueKeys />
      </QueueHead>
      <InquiryQueue of="secretariat" />
    </>
  );
}
