import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { lookInto } from '../../people/memberships.queries.js';
import { Person } from '../../people/person.entity.js';
import { Role } from '../../roles/role.entity.js';

export interface Place {
  readonly networkId: string;
  readonly organizationId: string | null;
  readonly leads: boolean;
}

/** Where somebody holds what, in an order in which all take their locks; looks into one network after another. */
export async function placesOf(em: SqlEntityManager, personId: string, networks: readonly string[]): Promise<Place[]> {
  const found = new Map<string, Place>();
  for (const networkId of networks.toSorted()) {
    await lookInto(em, networkId);
    const held = await em.find(Role, { networkId, personId, until: null }, { orderBy: { organizationId: 'asc' }, refresh: true });
    for (const { organizationId = null, role } of held) {
      const place = { networkId, organizationId, leads: role === 'secretariat-lead' };
      found.set(JSON.stringify(place), place);
    }
  }
  return [...found.values()];
}

/** As whoever gives or ends a role takes them: who represents an organisation and who leads a network first, the person last. */
export async function lockPlaces(em: SqlEntityManager, places: readonly Place[]): Promise<void> {
  for (const { networkId, organizationId } of places)
    if (organizationId !== null) await oneAtATime(em, 'representatives', networkId, organizationId);
  for (const { networkId, leads } of places) if (leads) await oneAtATime(em, 'secretariat', networkId);
}

/** A network that would be left with nobody who leads it and can come in. */
export async function ledAlone(em: SqlEntityManager, personId: string, places: readonly Place[]): Promise<string | null> {
  for (const { networkId, leads } of places) {
    if (!leads) continue;
    await lookInto(em, networkId);
    const others = await em.find(Role, { networkId, role: 'secretariat-lead', until: null, personId: { $ne: personId } });
    if ((await em.count(Person, { id: others.map((other) => other.personId), disabledAt: null, erasedAt: null })) === 0) return networkId;
  }
  return null;
}
