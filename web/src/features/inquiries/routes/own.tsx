import { InquiryQueue } from '../components/inquiry-queue.js';

/** Questions to the organisation acted for. */
export function Component() {
  return <InquiryQueue of="organization" />;
}
