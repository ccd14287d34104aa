import { networkItself, organizationRoles, permissionsOf, type Permission, type Role } from '@alianza/contracts/access';

interface Held {
  readonly roles: readonly Role[];
  readonly organizations: readonly { readonly roles: readonly Role[] }[];
}

/** Asked for in the place of an organisation. */
export const forNobody = networkItself;

/** What somebody is in the network itself, whomever they represent. */
export function wideRoles({ roles, organizations }: Held): Role[] {
  const within = organizations.flatMap((organization) => organization.roles);
  return roles.filter((role) => !within.includes(role));
}

/** Roles that count while speaking for an organisation: those held there, and those held in the network itself; speaking for none, these alone. */
export function rolesHere(held: Held, acting: { readonly roles: readonly Role[] } | null): Role[] {
  const wide = wideRoles(held);
  return held.roles.filter((role) => acting?.roles.includes(role) === true || wide.includes(role));
}

interface Spoken {
  readonly status: string;
  readonly roles: readonly Role[];
}

/** What nobody does in the name of a suspended organisation: its own affairs, and what a role in it allows. */
export const barredFor = (acting: Spoken | null): Permission[] =>
  acting?.status === 'suspended' ? permissionsOf([...acting.roles, ...organizationRoles]) : [];

/** What they allow; the services have the last word. */
export const permissionsHere = (roles: readonly Role[]): Permission[] => permissionsOf(roles);
