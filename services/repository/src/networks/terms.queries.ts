import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keptStatement, versionInForce } from '@alianza/contracts/privacy/editions';
import { TermsCopy } from './terms.copy.js';

const keep = `insert into terms_copy (network_id, version, own, edition) values (?, ?, ?, ?)
  on conflict (network_id) do update set version = excluded.version, own = excluded.own, edition = excluded.edition
  where terms_copy.version < excluded.version`;

type Terms = Pick<TermsCopy, 'networkId' | 'version' | 'own' | 'edition'>;

/** Keeps a version unless a later one is known. */
export async function keepTerms(em: SqlEntityManager, { networkId, version, own, edition }: Terms): Promise<void> {
  await em.execute(keep, [networkId, version, own, edition]);
}

/** The version of the terms of publication that holds in a network, as far as it was heard of. */
export async function termsInForce(em: SqlEntityManager, networkId: string): Promise<number> {
  const copy = await em.findOne(TermsCopy, { networkId });
  const since = keptStatement({}, 'terms');
  return versionInForce('terms', copy ? { ...since, version: copy.version, own: copy.own, edition: copy.edition } : since).version;
}
