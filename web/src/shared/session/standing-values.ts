import { permissionsOf, type Permission, type Role } from '@alianza/contracts/access';

interface Held {
  readonly roles: readonly Role[];
  readonly organizations: readonly { readonly roles: readonly Role[] }[];
}

/** Roles that count while speaking for an organisation: those held there, and those held in the network itself. */
export function rolesHere({ roles, organizations }: Held, acting: { readonly roles: readonly Role[] } | null): Role[] {
  if (acting === null) return [...roles];
  const elsewhere = organizations.flatMap((organization) => organization.roles);
  return roles.filter((role) => acting.roles.includes(role) || !elsewhere.includes(role));
}

/** What they allow; the services have the last word. */
export const permissionsHere = (roles: readonly Role[]): Permission[] => permissionsOf(roles);
