import type { SpanContext } from '@opentelemetry/api';

/** W3C Trace Context: version, trace id, parent id, flags, and what a later version may add. */
const shape = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;
const [noTrace, noParent] = ['0'.repeat(32), '0'.repeat(16)];
const sampled = 1;

/** What a header says, or null where it says nothing that holds. */
export function readTraceparent(header: string | null | undefined): SpanContext | null {
  const [, traceId = noTrace, spanId = noParent, flags = '00'] = shape.exec(header ?? '') ?? [];
  if (traceId === noTrace || spanId === noParent) return null;
  return { traceId, spanId, traceFlags: parseInt(flags, 16) & sampled, isRemote: true };
}

export const writeTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-0${traceFlags & sampled}`;

const id = /^[0-9a-f]{32}$/;

/** The trace that a correlation id stands for, where it can: ours are 32 hexadecimal digits for that, others' may be a UUID. */
export function traceIdOf(correlation: string): string | null {
  const digits = correlation.replaceAll('-', '');
  return id.test(digits) && digits !== noTrace ? digits : null;
}
