import type { IncomingHttpHeaders } from 'node:http';
import { newDigits } from '@alianza/platform/ids';
import { readTraceparent } from '@alianza/platform/observe/traceparent';

const ours = /^[\w-]{8,64}$/;

const single = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');

/**
 * The caller's trace id, or correlation id where it has the right form, so that nothing else gets into logs; otherwise a fresh one, which can
 * be the id of a trace.
 */
export function correlationOf(headers: IncomingHttpHeaders): string {
  const trace = headers.traceparent === undefined ? undefined : readTraceparent(single(headers.traceparent))?.traceId;
  if (trace !== undefined) return trace;
  const given = single(headers['x-correlation-id']);
  return ours.test(given) ? given : newDigits();
}
