import type { Output } from '../../shared/api/call.js';
import type { NetworkVisit } from '../visit.js';

/** What became of a record: who repeated it and how often it was read. Null where that could not be asked. */
export interface RecordUse {
  readonly replications: Output<'repository.replications.list'> | null;
  readonly counts: Output<'repository.counts.get'> | null;
}

/** Replications shown beside the record; the register has the others. */
const shown = 5;
const orNothing = () => null;

/** Never keeps the record itself from being read. */
export async function recordUse(visit: NetworkVisit, slug: string): Promise<RecordUse> {
  if (visit.type !== null) return { replications: null, counts: null }; // asked for as data
  const [replications, counts] = await Promise.all([
    visit.ask('repository.replications.list', { practice: slug, limit: shown }).catch(orNothing),
    visit.ask('repository.counts.get', { slug }).catch(orNothing),
  ]);
  return { replications, counts };
}
