import { createHash } from 'node:crypto';
import type { EdgeReply, EdgeRequest } from './edge-request.js';

/** A document as a whole, and since when it is as it is. */
export interface Kept {
  readonly type: string;
  readonly body: string;
  /** Null where nothing says it. */
  readonly changedAt: string | null;
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, '');

/** Whether somebody holds this version already, by the tags that they sent (RFC 9110 §13.1.2, weak comparison). */
export function holds({ headers }: EdgeRequest, etag: string): boolean {
  const tags = headers['if-none-match']?.split(',').map(opaque) ?? [];
  return tags.includes(opaque(etag)) || tags.includes('*');
}

/** A tag decides alone; a date only where no tag was sent (RFC 9110 §13.2.2). */
function isKnown(request: EdgeRequest, etag: string, changedAt: string | null): boolean {
  if (request.headers['if-none-match'] !== undefined) return holds(request, etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return changedAt !== null && !Number.isNaN(since) && Math.floor(Date.parse(changedAt) / 1000) * 1000 <= since;
}

/** Sends it, or says that whoever asks has it already. */
export function sendUnlessKnown(request: EdgeRequest, reply: EdgeReply, { type, body, changedAt }: Kept): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.headers({ etag, 'cache-control': 'no-cache', ...(changedAt && { 'last-modified': new Date(changedAt).toUTCString() }) });
  if (isKnown(request, etag, changedAt)) reply.status(304).send();
  else reply.header('content-type', type).send(body);
}
