import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isInternal, type Access } from '@alianza/contracts/access';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { Principal } from '@alianza/contracts/membership/principals';
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
    if (operation.method !== 'GET' && typeof access === 'object') refuseSuspended(principal);
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

/** A suspended organisation's people read and export; they do not write in its name. */
function refuseSuspended({ actingFor, organizations }: Principal): void {
  const organization = organizations.find(({ id }) => id === actingFor);
  if (organization && organization.status !== 'active') throw new DomainError(generalErrors['organization-suspended']);
}
