import { InquiryQueue } from '../components/inquiry-queue.js';

/** Mistakes that were reported, and questions about the network's own records. */
export function Component() {
  return <InquiryQueue of="secretariat" />;
}
