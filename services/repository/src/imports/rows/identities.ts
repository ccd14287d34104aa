import { slugOf } from '../../publication/slugs.js';
import type { Cells } from './plan.js';
import { titleOf } from './read-row.js';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const slug = /^[a-z0-9-]{1,120}$/;

/** `https://…/agc/practicas/relevos` → `relevos` */
function slugIn(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? '';
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return path.includes('/practicas/') && slug.test(last) ? last : null;
}

/** By what a row says which record it is about; where it says nothing, by its title as an address would write it. */
export function identitiesOf(cells: Cells): string[] {
  const text = (name: Parameters<Cells['get']>[0]) => cells.get(name)?.text ?? '';
  const [id, reference, named, url] = [text('id'), text('reference'), text('slug').toLowerCase(), slugIn(text('url'))];
  const found = [
    id === '' ? null : uuid.test(id) ? `id:${id.toLowerCase()}` : `ref:${id.slice(0, 200)}`,
    reference === '' ? null : `ref:${reference.slice(0, 200)}`,
    slug.test(named) ? `slug:${named}` : null,
    url === null ? null : `slug:${url}`,
  ].filter((identity) => identity !== null);
  const title = titleOf(cells);
  return found.length === 0 && title !== '' ? [`slug:${slugOf(title)}`] : [...new Set(found)];
}
