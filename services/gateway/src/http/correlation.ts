import type { IncomingHttpHeaders } from 'node:http';
import { newId } from '@alianza/platform/ids';

const ours = /^[\w-]{8,64}$/;
/** W3C Trace Context: version, trace id, parent id, flags. */
const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const noTrace = '0'.repeat(32);

const single = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');

/** The caller's correlation id or trace id where it has the right form, so that nothing else gets into logs; otherwise a fresh one. */
export function correlationOf(headers: IncomingHttpHeaders): string {
  const given = single(headers['x-correlation-id']);
  if (ours.test(given)) return given;
  const trace = traceparent.exec(single(headers.traceparent))?.[1];
  return trace === undefined || trace === noTrace ? newId() : trace;
}
