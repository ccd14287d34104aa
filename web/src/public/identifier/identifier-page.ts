import { notFoundPage } from '../not-found/not-found-page.js';
import { isMissing, type NetworkVisit, type Page } from '../visit.js';

const permanently = 308;

/** `/{network}/id/{uuid}`: the persistent identifier of a practice leads to where it is read. */
export async function identifierPage(visit: NetworkVisit, id: string): Promise<Page> {
  const found = await visit.ask('repository.practices.locate', { id }).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (found === null) return notFoundPage(visit, visit, 'practice');
  const movedTo = visit.addressOf(`practicas/${found.slug}`);
  return { status: permanently, title: null, description: '', indexed: false, kind: 'website', section: 'practices', movedTo, main: null };
}
