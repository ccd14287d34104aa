import { networkItself, permissionsOf, secondFactorRoles, type Permission, type Role } from '@alianza/contracts/access';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { Principal } from '@alianza/contracts/membership/principals';

/** A role as it is held now; `status` is the organisation's. */
export interface Held {
  role: Role;
  organizationId: string | null;
  status: OrganizationStatus | null;
  letterValidUntil: Date | null;
}

export interface Presence {
  secondFactor: boolean;
  /** The organisation asked for, or `networkItself`. */
  actingFor: string | null;
}

export interface Standing {
  roles: Role[];
  permissions: Permission[];
  organizations: Principal['organizations'];
  actingFor: string | null;
  secondFactorMissing: boolean;
}

/** What somebody may do who holds these roles and signed in like this. What they are for an organisation that has left counts for nothing. */
export function standingOf(all: readonly Held[], { secondFactor, actingFor }: Presence): Standing {
  const held = all.filter(({ status }) => status !== 'withdrawn');
  const proven = held.filter(({ role }) => secondFactor || !secondFactorRoles.includes(role));
  const organizations = organizationsOf(proven);
  const wide = proven.some(({ organizationId }) => organizationId === null);
  const chosen = choose(organizations, actingFor, wide);
  const everywhere = chosen === null && actingFor !== networkItself;
  const counting = proven.filter(({ organizationId }) => everywhere || organizationId === null || organizationId === chosen);
  const roles = [...new Set(counting.map(({ role }) => role))];
  return { roles, permissions: permissionsOf(roles), organizations, actingFor: chosen, secondFactorMissing: proven.length < held.length };
}

/**
 * The organisation asked for, if it is theirs. Without asking, the only one there is; but one that is suspended silences nobody who is something in
 * the network itself.
 */
function choose([only, ...others]: Standing['organizations'], asked: string | null, wide: boolean): string | null {
  if (asked !== null) return [only, ...others].some((one) => one?.id === asked) ? asked : null;
  if (!only || others.length > 0 || (wide && only.status === 'suspended')) return null;
  return only.id;
}

function organizationsOf(held: readonly Held[]): Standing['organizations'] {
  const organizations = new Map<string, Standing['organizations'][number]>();
  for (const { role, organizationId, status, letterValidUntil } of held) {
    if (organizationId === null || status === null) continue;
    const known = organizations.get(organizationId) ?? { id: organizationId, roles: [], status, letterValidUntil: null };
    const letter = letterValidUntil?.toISOString() ?? known.letterValidUntil;
    organizations.set(organizationId, { ...known, roles: [...known.roles, role], letterValidUntil: letter });
  }
  return [...organizations.values()];
}
