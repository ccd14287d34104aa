import type { Cell } from '@alianza/platform/imports/import-rows';
import { nameKeyOf, plain, type Called } from '../../organizations/names.js';
import type { Organization } from '../../organizations/organization.entity.js';
import type { Known } from './known.js';

const slug = /^[a-z0-9-]{1,80}$/;

/** By what a row says whom it is about; by its names in any case. */
export function identitiesOf(cells: ReadonlyMap<string, Cell>): string[] {
  const text = (name: string) => cells.get(name)?.text ?? '';
  const [reference, named] = [text('reference').slice(0, 200), text('slug').toLowerCase()];
  const names = [...new Set([text('name_es'), text('name_en')].filter((name) => name !== '').map(plain))];
  const told = [reference === '' ? [] : [`ref:${reference}`], slug.test(named) ? [`slug:${named}`] : []].flat();
  return [...told, ...names.map((name) => `name:${name}`)];
}

/** Another organisation of the network is called that. */
export function isTaken(content: Pick<Called, 'name'>, target: Organization | undefined, known: Known): boolean {
  const holder = known.get(`name:${nameKeyOf(content)}`);
  return holder !== undefined && holder !== target;
}
