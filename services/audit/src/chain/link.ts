import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Actor, Event } from '@alianza/contracts/event';

/** What a link's hash covers besides the one before it. */
export interface Link {
  networkId: string;
  position: number;
  /** When it arrived here: `occurredAt` is the word of who tells it. */
  recordedAt: string;
  eventId: string;
  subject: string;
  aggregateId: string;
  aggregateVersion: number;
  occurredAt: string;
  actor: Actor;
  cause: string;
  data: Record<string, unknown>;
  /** Digest of the salted free text, so that the text itself can be redacted and the chain still holds. */
  freeTextDigest: string | null;
}

/** Hash before the first link. */
export const beginning = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON in the canonical form of RFC 8785. */
function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not JSON');
  return text;
}

/** SHA-256, in hex, over the hash before and the canonical link. */
export const hashOf = (before: string, link: Link): string => sha256(`${before}\n${canonical(link)}`);

export const freeTextDigest = (salt: string, text: Record<string, unknown>): string => sha256(`${salt}\n${canonical(text)}`);

/** Divides an event's data into what the chain shows for ever and what a person wrote freely. */
export function divide(data: unknown, freeText: readonly string[]): { data: Record<string, unknown>; text: Record<string, unknown> } {
  const entries = Object.entries(data as Record<string, unknown>);
  return {
    data: Object.fromEntries(entries.filter(([name]) => !freeText.includes(name))),
    text: Object.fromEntries(entries.filter(([name]) => freeText.includes(name))),
  };
}

export const linkOf = (event: Event, place: Pick<Link, 'networkId' | 'position' | 'recordedAt' | 'data' | 'freeTextDigest'>): Link => ({
  ...place,
  eventId: event.id,
  subject: event.subject,
  aggregateId: event.aggregateId,
  aggregateVersion: event.aggregateVersion,
  occurredAt: new Date(event.occurredAt).toISOString(),
  actor: event.actor,
  cause: event.cause,
});
