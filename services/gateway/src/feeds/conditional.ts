import { createHash } from 'node:crypto';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';

/** A document as a whole, and since when it is as it is. */
export interface Kept {
  readonly type: string;
  readonly body: string;
  /** Null where nothing says it. */
  readonly changedAt: string | null;
}

const weak = (tag: string) => tag.trim().replace(/^W\//, '');

/** A tag decides alone; a date only where no tag was sent (RFC 9110 §13.2.2). */
function isKnown({ headers }: EdgeRequest, etag: string, changedAt: string | null): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => weak(tag) === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return changedAt !== null && !Number.isNaN(since) && Math.floor(Date.parse(changedAt) / 1000) * 1000 <= since;
}

/** Sends it, or says that whoever asks has it already. */
export function sendUnlessKnown(request: EdgeRequest, reply: EdgeReply, { type, body, changedAt }: Kept): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.headers({ etag, 'cache-control': 'no-cache', ...(changedAt && { 'last-modified': new Date(changedAt).toUTCString() }) });
  if (isKnown(request, etag, changedAt)) reply.status(304).send();
  else reply.header('content-type', type).send(body);
}
