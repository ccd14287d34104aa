import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { nowhere } from '@alianza/platform/ids';
import { findHead, listChains, readInOrder, type EntryRow, type Head } from './chain.queries.js';
import { beginning, freeTextDigest, hashOf, type Link } from './link.js';

/** The first place where a chain does not hold, and why. */
export interface Break {
  networkId: string;
  position: number;
  reason: 'missing' | 'changed' | 'free-text-changed' | 'cut-off';
}

export interface Verdict {
  networkId: string;
  entries: number;
  broken: Break | null;
}

/** What was found, and the hash of the last entry that held. */
export interface Verified extends Verdict {
  hash: string;
}

const step = 500;

const linkOfRow = (networkId: string, row: EntryRow): Link => ({
  networkId,
  position: Number(row.position),
  recordedAt: new Date(row.recordedAt).toISOString(),
  eventId: row.eventId,
  subject: row.subject,
  aggregateId: row.aggregateId,
  aggregateVersion: row.aggregateVersion,
  occurredAt: new Date(row.occurredAt).toISOString(),
  actor: row.actor,
  cause: row.cause,
  data: row.data,
  freeTextDigest: row.freeTextDigest,
});

/** Null where `row` is the right one after `head`. Free text that was redacted is no break; free text that was altered is. */
export function breakAt(networkId: string, head: Head, row: EntryRow): Break | null {
  const position = head.position + 1;
  if (Number(row.position) !== position) return { networkId, position, reason: 'missing' };
  if (hashOf(head.hash, linkOfRow(networkId, row)) !== row.hash) return { networkId, position, reason: 'changed' };
  const altered = row.salt !== null && row.text !== null && freeTextDigest(row.salt, row.text) !== row.freeTextDigest;
  return altered ? { networkId, position, reason: 'free-text-changed' } : null;
}

/** Up to where the chain ended when it was listed: what arrives meanwhile is not looked at. */
async function verifyUpTo(em: SqlEntityManager, networkId: string, end: Head): Promise<Verified> {
  let head: Head = { position: 0, hash: beginning };
  const found = (broken: Break | null): Verified => ({ networkId, entries: head.position, broken, hash: head.hash });
  while (head.position < end.position) {
    const rows = await readInOrder(em, networkId, head.position, Math.min(step, end.position - head.position));
    if (rows.length === 0) return found({ networkId, position: head.position + 1, reason: 'cut-off' });
    for (const row of rows) {
      const broken = breakAt(networkId, head, row);
      if (broken) return found(broken);
      head = { position: Number(row.position), hash: row.hash };
    }
  }
  const rewritten = head.hash !== end.hash; // every link fits the one before, the last not what was noted of it
  return found(rewritten ? { networkId, position: head.position, reason: 'changed' } : null);
}

const verifyChain = (em: SqlEntityManager, networkId: string, end: Head): Promise<Verified> =>
  inNetwork(em, { networkId, readOnly: true, timeout: 600_000 }, (scoped) => verifyUpTo(scoped, networkId, end));

/** Reads one chain from its beginning; null where there is none. */
export async function verifyChainOf(em: SqlEntityManager, networkId: string): Promise<Verified | null> {
  const end = await inNetwork(em, { networkId, readOnly: true }, (scoped) => findHead(scoped, networkId));
  return end && verifyChain(em, networkId, end);
}

/** Reads every chain from its beginning, network by network. */
export async function verifyChains(em: SqlEntityManager): Promise<Verified[]> {
  const chains = await inNetwork(em, { networkId: nowhere, readOnly: true }, listChains);
  const verdicts: Verified[] = [];
  for (const { networkId, ...end } of chains) verdicts.push(await verifyChain(em, networkId, end));
  return verdicts;
}
