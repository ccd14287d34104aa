import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isInternal, organizationRoles, rolesOf, type Access, type Permission, type Role } from '@alianza/contracts/access';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Principal } from '@alianza/contracts/membership/principals';
import { isWriting } from '@alianza/contracts/operation';
import type { Call } from './call.js';

/** Not signed, not signed in, or not allowed: refused before the input is looked at. */
@Injectable()
export class AccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): true {
    const { operation, principal } = context.switchToRpc().getContext<Call>();
    const { access } = operation;
    if (!allowed(access, principal)) {
      throw new DomainError(principal.account || principal.service ? generalErrors.forbidden : generalErrors.unauthenticated);
    }
    if (isWriting(operation) && typeof access === 'object' && !isInternal(access)) refuseSuspended(access.permission, principal);
    return true;
  }
}

/** Whether this access lets the principal in. */
export function allowed(access: Access, principal: Principal): boolean {
  if (isInternal(access)) return access.internal.some((service) => service === principal.service);
  switch (access) {
    case 'public':
    case 'link':
      return true;
    case 'signed-in':
      return principal.account !== null;
    case 'member':
      return principal.person !== null && principal.roles.length > 0;
    case 'operator':
      return principal.roles.includes('operator');
    default:
      return principal.permissions.includes(access.permission);
  }
}

/**
 * A suspended organisation's people read and export; they do not write in its name. What they are in the network itself they stay: refused is what
 * a role in that organisation allows, and whatever an organisation does in its own affairs.
 */
function refuseSuspended(permission: Permission, { actingFor, organizations }: Principal): void {
  const organization = organizations.find(({ id }) => id === actingFor);
  if (!organization || organization.status === 'active') return;
  const holders: readonly Role[] = rolesOf[permission];
  if ([...organization.roles, ...organizationRoles].some((role) => holders.includes(role)))
    throw new DomainError(generalErrors['organization-suspended']);
}
