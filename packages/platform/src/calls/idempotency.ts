import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { noteNow } from '../data/dialect.js';
import { prepared } from '../data/prepared.js';
import { nowhere } from '../ids.js';
import { digestOf } from '../principals/pass.js';
import { Answer } from '../nats/wire.js';
import type { Call } from './call.js';

/**
 * Whose key it is: network, person (or nobody), organisation acted for and operation, so that no one meets another's answer. The account
 * stands for the person, and where being signed in is enough nobody is acted for: accepting an invitation changes both, and its repeat must
 * still find the first answer.
 */
function scopeOf({ principal, operation, networkId }: Call): string {
  const { account, person, service, actingFor } = principal;
  const who = account ? `${account.issuer} ${account.subject}` : (person?.id ?? service ?? 'anyone');
  const whom = operation.access === 'signed-in' ? null : actingFor;
  return [networkId ?? nowhere, who, whom ?? nowhere, operation.id].join(' ');
}

const take = 'insert into idempotency (scope, key, digest) values ($1, $2, $3) on conflict do nothing returning now() as now';
const first = 'select digest, body, etag from idempotency where scope = $1 and key = $2';
const keep = 'update idempotency set body = $1, etag = $2 where scope = $3 and key = $4';

interface Kept {
  digest: string;
  body: string | null;
  etag: string | null;
}

/**
 * Runs `work` once for a key, in the transaction at hand, and gives its first answer again for 24 hours. A racing repeat waits for the first
 * to commit; a refused one leaves no trace, so the key can be used again. Another body under the same key is refused.
 */
export async function onceForKey(em: SqlEntityManager, call: Call, bytes: Uint8Array, work: () => Promise<Answer>): Promise<Answer> {
  const key = call.request.idempotencyKey;
  if (key === null) {
    if (call.operation.once) throw new DomainError(generalErrors['idempotency-key-required']);
    return work();
  }
  const [scope, digest] = [scopeOf(call), digestOf(bytes)];
  const [taken] = await prepared<{ now: string }>(em, take, [scope, key, digest]);
  noteNow(taken?.now);
  if (!taken) return repeated(em, [scope, key], digest);
  const answer = await work();
  await Promise.all([prepared(em, keep, [answer.body, answer.etag ?? null, scope, key]), em.flush()]); // neither waits for the other's answer
  return answer;
}

async function repeated(em: SqlEntityManager, row: [string, string], digest: string): Promise<Answer> {
  const [kept] = await prepared<Kept>(em, first, row);
  if (kept?.digest !== digest) throw new DomainError(generalErrors['idempotency-key-reused']);
  return new Answer(kept.body ?? '{}', kept.etag ?? undefined);
}
