import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Scheme } from '@alianza/contracts/repository/taxonomy';
import { isOffered } from './network-concepts.js';
import { taxonomyFor } from './network-taxonomy.js';
import { ConceptNotOfferedError } from './taxonomy.errors.js';
import { readSaid } from './taxonomy.queries.js';

type Marked = Pick<PracticeContent, 'populations' | 'priorityAreas' | 'sector'>;

interface Mark {
  readonly scheme: Scheme;
  readonly concept: string;
  readonly pointer: string;
}

function marksOf({ populations, priorityAreas = [], sector }: Marked): Mark[] {
  const listed = (scheme: Scheme, field: string, concepts: readonly string[]) =>
    concepts.map((concept, index): Mark => ({ scheme, concept, pointer: `/content/${field}/${String(index)}` }));
  const one: Mark[] = sector === null ? [] : [{ scheme: 'sector', concept: sector, pointer: '/content/sector' }];
  return [...listed('population', 'populations', populations), ...listed('priorityArea', 'priorityAreas', priorityAreas), ...one];
}

interface Marking {
  readonly networkId: string;
  readonly content: Marked;
  /** What the record was marked with it may keep, also where that is not offered any more; null of a new one. */
  readonly before: Marked | null;
  /** In the network's zone. */
  readonly day: string;
}

/** Refuses what the network does not offer. */
export async function expectOffered(em: SqlEntityManager, { networkId, content, before, day }: Marking): Promise<void> {
  const kept = new Set(before === null ? [] : marksOf(before).map(({ scheme, concept }) => `${scheme}=${concept}`));
  const fresh = marksOf(content).filter(({ scheme, concept }) => !kept.has(`${scheme}=${concept}`));
  if (fresh.length === 0) return;
  const taxonomy = taxonomyFor(networkId, await readSaid(em, networkId));
  const refused = fresh.filter(({ scheme, concept }) => {
    const known = taxonomy.find(scheme, concept);
    return known === undefined || !isOffered(known, day);
  });
  if (refused.length > 0) throw new ConceptNotOfferedError(refused.map(({ pointer }) => pointer));
}
