import type { Role as RoleName } from '@alianza/contracts/access';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { grantableBy, networkWideRoles } from '@alianza/contracts/membership/representation/granting';
import type { Principal } from '@alianza/contracts/membership/principals';
import { OrganizationNotFoundError } from '../organizations/standing/standing.errors.js';
import { expectNotOwn } from '../organizations/standing/standing.policy.js';
import { LetterRequiredError, RoleNotFoundError, RoleReservedError, TitularHandsOverError } from './roles.errors.js';
import type { Role } from './role.entity.js';

type Asking = Pick<Principal, 'roles' | 'organizations' | 'actingFor' | 'person'>;

const ofNetwork: readonly RoleName[] = ['secretariat', 'secretariat-lead'];
/** Who reads of every organisation. */
const reading: readonly RoleName[] = [...ofNetwork, 'auditor'];

/** What a titular may end in the organisation acted for. */
const ofTitular: readonly RoleName[] = ['suplente', 'editor'];
const ofSecretariat: readonly RoleName[] = ['titular', 'suplente', 'editor', 'reviewer', 'external-reviewer'];
const ofLead: readonly RoleName[] = [...ofSecretariat, 'secretariat', 'secretariat-lead', 'auditor'];

export const isSecretariat = ({ roles }: Pick<Asking, 'roles'>): boolean => roles.some((role) => ofNetwork.includes(role));

/** The organisation that is meant: the one acted for, or any that the secretariat (reading: an auditor too) names. */
export function organizationMeant(asked: string | undefined, principal: Asking, for_: 'read' | 'write'): string {
  const { roles, actingFor } = principal;
  const anywhere = for_ === 'read' ? roles.some((role) => reading.includes(role)) : isSecretariat(principal);
  if (anywhere && asked !== undefined) return asked;
  if (actingFor === null) throw new DomainError(generalErrors['acting-for-required']);
  if (asked !== undefined && asked !== actingFor) throw new OrganizationNotFoundError();
  return actingFor;
}

/** A role of the organisation acted for, or any that the secretariat looks at. */
export function mayTouch({ organizationId }: Pick<Role, 'organizationId'>, principal: Asking): boolean {
  return isSecretariat(principal) || (organizationId !== null && organizationId === principal.actingFor);
}

/** A titular decides who else speaks for the organisation only with a letter that holds; the secretariat needs none. */
export function expectLetter(organizationId: string, principal: Asking, now: Date): void {
  if (isSecretariat(principal)) return;
  const acting = principal.organizations.find(({ id }) => id === organizationId);
  if (!acting?.letterValidUntil || new Date(acting.letterValidUntil) <= now) throw new LetterRequiredError();
}

/** Roles in the network as a whole are given, and offers of them taken back, by whoever may end them. */
export function expectMayGrant({ role }: Pick<Role, 'role'>, { roles }: Pick<Asking, 'roles'>): void {
  const wide = networkWideRoles.find((one) => one === role);
  if (wide !== undefined && !grantableBy(roles).includes(wide)) throw new RoleReservedError();
}

/** Who ends which role. Nobody ends their own place in the secretariat, so that somebody stays. */
export function expectMayEnd(role: Pick<Role, 'role' | 'organizationId' | 'personId'>, principal: Asking, now: Date): void {
  if (!mayTouch(role, principal)) throw new RoleNotFoundError();
  if (!isSecretariat(principal)) {
    if (role.role === 'titular') throw new TitularHandsOverError();
    if (!ofTitular.includes(role.role)) throw new RoleReservedError();
    if (role.role === 'suplente' && role.organizationId) expectLetter(role.organizationId, principal, now);
    return;
  }
  const allowed = principal.roles.includes('secretariat-lead') ? ofLead : ofSecretariat;
  const own = role.personId === principal.person?.id && ofNetwork.includes(role.role);
  if (own || !allowed.includes(role.role)) throw new RoleReservedError();
  if (role.role === 'titular' && role.organizationId) expectNotOwn(role.organizationId, principal);
}
