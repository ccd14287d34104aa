import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AuditChain } from '@alianza/contracts/audit/chains';
import type { Verified } from './verification.js';

type Verification = NonNullable<AuditChain['verified']>;
interface Row {
  at: string;
  entries: string;
  hash: string;
  broken: Verification['broken'];
}

export async function findVerification(em: SqlEntityManager, networkId: string): Promise<Verification | null> {
  const [row] = await em.execute<Row[]>('select verified_at as at, entries, hash, broken from verification where network_id = ?', [
    networkId,
  ]);
  return row ? { ...row, at: new Date(row.at).toISOString(), entries: Number(row.entries) } : null;
}

/** Of two at once the later one stays. */
export async function keepVerification(em: SqlEntityManager, { networkId, entries, hash, broken }: Verified, at: Date): Promise<void> {
  const found = broken && JSON.stringify({ position: broken.position, reason: broken.reason });
  await em.execute(
    `insert into verification (network_id, verified_at, entries, hash, broken) values (?, ?, ?, ?, ?::jsonb)
    on conflict (network_id) do update set verified_at = excluded.verified_at, entries = excluded.entries, hash = excluded.hash,
      broken = excluded.broken where verification.verified_at <= excluded.verified_at`,
    [networkId, at.toISOString(), entries, hash, found],
  );
}
