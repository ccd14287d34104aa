import type { Inquiry as Sheet, InquiryRow, InquiryStatus } from '@alianza/contracts/repository/inquiries';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import type { Away } from '../organizations/stand-in.queries.js';
import type { QueuedInquiry } from './inquiries.queries.js';
import type { Inquiry } from './inquiry.entity.js';

type Shown = Exclude<InquiryStatus, 'unconfirmed'>;

const standing = (away: Away | null, reader: Reader): InquiryRow['standsInFor'] =>
  away && { name: resolve(away.name, reader).text, status: away.status };

export const viewRow = ({ id, kind, status, slug, title, openedAt, away }: QueuedInquiry, reader: Reader): InquiryRow => ({
  id,
  kind,
  status,
  practice: { slug, title: resolve(title, reader).text },
  standsInFor: standing(away, reader),
  openedAt: new Date(openedAt).toISOString(),
});

/** Of one that was opened. */
export function viewInquiry(inquiry: Inquiry, away: Away | null, reader: Reader): Sheet {
  const { id, kind, slug, title, openedAt, sentAt, text, language, outcome, settledAt, version } = inquiry;
  const { undeliveredAt, undeliveredStatus } = inquiry;
  const undelivered = undeliveredAt ? { at: undeliveredAt.toISOString(), status: undeliveredStatus ?? null } : null;
  const row = { id, kind, slug: slug ?? null, title, away, status: inquiry.status as Shown, openedAt: (openedAt ?? sentAt).toISOString() };
  const settled = { outcome: outcome ?? null, settledAt: settledAt?.toISOString() ?? null, undelivered };
  return { ...viewRow(row, reader), text, language, ...settled, version };
}

/** What facts say of it. */
export const stateOf = ({ kind, organizationId, slug, title }: Inquiry, stoodIn: boolean) => ({
  kind,
  organizationId: organizationId ?? null,
  stoodIn,
  slug: slug ?? null,
  title,
});
