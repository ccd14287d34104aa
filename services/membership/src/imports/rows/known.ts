import type { EntityClass, EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { ofKind } from '@alianza/platform/imports/import-rows';
import { allNames, plain } from '../../organizations/names.js';
import { Organization } from '../../organizations/organization.entity.js';
import { formerlyCalled } from '../../organizations/profiles/former-names.queries.js';

/** By what sheets of a kind know an organisation that came from one. */
export interface KeptIdentity {
  networkId: string;
  identity: string;
  organizationId: string;
}

export interface Asked {
  readonly networkId: string;
  readonly identities: readonly string[];
}

export type Known = ReadonlyMap<string, Organization>;

/**
 * Organisations of a network by what rows know them by: an earlier sheet's key, their name in addresses, or their name. What a name meant before stands
 * as `was:`, and as `unkeyed:` of whom no sheet knows by a key.
 */
export async function findKnown(em: EntityManager, table: EntityClass<KeptIdentity>, { networkId, identities }: Asked): Promise<Known> {
  const asked: FilterQuery<KeptIdentity> = { networkId, identity: { $in: [...identities] } };
  const kept = await em.find(table, asked);
  const [slugs, names] = [ofKind(identities, 'slug'), ofKind(identities, 'name')];
  const before = await formerlyCalled(em, networkId, names);
  const ids = [...kept.map(({ organizationId }) => organizationId), ...before.values()];
  const found = await em.find(Organization, {
    networkId,
    $or: [{ id: { $in: ids } }, { slug: { $in: slugs } }, { nameKey: { $in: names } }],
  });
  const byId = new Map(found.map((organization) => [organization.id, organization]));
  const known = new Map<string, Organization>();
  for (const organization of found) {
    known.set(`slug:${organization.slug}`, organization);
    known.set(`name:${organization.nameKey}`, organization);
  }
  for (const [name, id] of before) set(known, `was:${name}`, byId.get(id));
  for (const { identity, organizationId } of kept) set(known, identity.replace(/^name:/, 'was:'), byId.get(organizationId));
  for (const [name, organization] of await withoutKey(em, table, { networkId, known })) known.set(`unkeyed:${name}`, organization);
  return known;
}

function set(known: Map<string, Organization>, identity: string, organization: Organization | undefined): void {
  if (organization) known.set(identity, organization);
}

/** Of those that a name meant before, whom no sheet knows by a key. */
async function withoutKey(em: EntityManager, table: EntityClass<KeptIdentity>, { networkId, known }: { networkId: string; known: Known }) {
  const before = [...known].filter(([identity]) => identity.startsWith('was:'));
  if (before.length === 0) return [];
  const organizationId = { $in: before.map(([, { id }]) => id) };
  const asked: FilterQuery<KeptIdentity> = { networkId, organizationId, identity: { $like: 'ref:%' } };
  const keyed = new Set((await em.find(table, asked)).map((one) => one.organizationId));
  return before.filter(([, { id }]) => !keyed.has(id)).map(([identity, one]) => [identity.slice(4), one] as const);
}

const by = (asked: readonly string[], known: Known) =>
  [...new Set(asked.map((identity) => known.get(identity)))].filter((found) => found !== undefined);

function called(identities: readonly string[], known: Known): Organization[] {
  const told = identities.filter((identity) => !identity.startsWith('name:'));
  const found = by(told, known);
  return found.length > 0 ? found : by(identities, known);
}

function calledBefore(identities: readonly string[], known: Known): Organization[] {
  const before = identities.some((identity) => identity.startsWith('ref:')) ? 'unkeyed' : 'was';
  return by(
    ofKind(identities, 'name').map((name) => `${before}:${name}`),
    known,
  );
}

/**
 * A key or an address says more than a name: by its name a row is known only where nothing else names anybody, and by what that meant before where
 * nobody is called so now. A row with a key is never of whom a sheet knows by another.
 */
export function meant(identities: readonly string[], known: Known): Organization[] {
  const now = called(identities, known);
  return now.length > 0 ? now : calledBefore(identities, known);
}

/** In one of its languages, or by its acronym. */
export const isCalled = (organization: Organization, identities: readonly string[]): boolean =>
  allNames(organization).some((name) => identities.includes(`name:${plain(name)}`));

/** What a row says, without its names where it says former ones alone: a list of that time does not take back what it is called since. */
export function withoutFormer<Field extends string, Cell>(cells: ReadonlyMap<Field, Cell>, identities: readonly string[], known: Known) {
  const before = called(identities, known).length > 0 ? [] : calledBefore(identities, known);
  if (before.length === 0 || before.some((organization) => isCalled(organization, identities))) return cells;
  return new Map([...cells].filter(([field]) => !field.startsWith('name_')));
}
