import type { Output } from '../api/call.js';
import { useRead } from '../session/queries.js';

type Concept = Output<'repository.taxonomy.get'>['concepts'][number];

/** Concepts of a scheme in the order in which the network has them: those offered today, and those already chosen. */
export function useConcepts(scheme: Concept['scheme'], chosen: readonly string[]): readonly Concept[] {
  const { data } = useRead('repository.taxonomy.get', {});
  return (data?.concepts ?? []).filter((concept) => concept.scheme === scheme && (concept.offered || chosen.includes(concept.id)));
}
