import type { NetworkVisit } from '../visit.js';
import { organizationAddress } from './address.js';

interface NamedOrganization {
  readonly href: string;
  /** As the reader's language calls it, where that is what was written; an acronym and a former name stay. */
  readonly name: string;
}

/** Where each of these names leads: those of the directory, as records write them. What cannot be asked leads nowhere. */
export type AddressByName = ReadonlyMap<string, NamedOrganization>;

const most = 50;

/** Never keeps what names them from being read. */
export async function namedOrganizations(visit: NetworkVisit, names: readonly string[]): Promise<AddressByName> {
  const name = [...new Set(names)].slice(0, most);
  if (name.length === 0 || visit.type !== null) return new Map();
  const { items } = await visit.ask('membership.organizations.named', { name }).catch(() => ({ items: [] }));
  return new Map(
    items.flatMap(({ slug, name: called, current, names: known }) =>
      known.map((one) => [one, { href: organizationAddress(visit, slug), name: current.includes(one) ? called : one }] as const),
    ),
  );
}
