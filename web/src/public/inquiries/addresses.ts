import type { RecordInquiryKind } from '@alianza/contracts/repository/inquiries';

/** Last segment of the address of each form. */
const segments: Readonly<Record<RecordInquiryKind, string>> = { question: 'preguntar', mistake: 'avisar' };

/** Says in the address that the form was sent: a page that is asked for again sends nothing twice. */
export const sentParameter = 'enviado';

export const inquiryAddress = (slug: string, kind: RecordInquiryKind): string => `practicas/${slug}/${segments[kind]}`;

export const inquiryKindAt = (segment: string): RecordInquiryKind | undefined =>
  (Object.keys(segments) as RecordInquiryKind[]).find((kind) => segments[kind] === segment);
