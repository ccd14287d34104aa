import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { secondFactorRoles } from '@alianza/contracts/access';
import type { InvitationRow } from '@alianza/contracts/membership/invitations';
import { grantableBy, networkWideRoles, type NetworkWideRole } from '@alianza/contracts/membership/representation/granting';
import type { HeldWideRole, inviteToNetworkRole, listNetworkRoles } from '@alianza/contracts/membership/representation/network-roles';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { Invitation } from '../invitations/invitation.entity.js';
import { namesOfInvited, viewInvitation } from '../invitations/invitation.view.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { Role } from '../roles/role.entity.js';
import { expectMayGrant } from '../roles/roles.policy.js';

/** Far more than a network has, those of before among them. */
const most = 500;
const rank = (role: NetworkWideRole) => networkWideRoles.indexOf(role);
const wide = (role: Role): NetworkWideRole | undefined => networkWideRoles.find((one) => one === role.role);

/** Who does what in a network as a whole. */
@Injectable()
export class NetworkRolesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly invitations: InvitationsService,
  ) {}

  async list({ ended }: InputOf<typeof listNetworkRoles>, call: Call): Promise<AnswerOf<typeof listNetworkRoles>> {
    const where = { networkId: call.network, role: { $in: [...networkWideRoles] } };
    const held = await this.em.find(Role, ended === 'with' ? where : { ...where, until: null }, {
      orderBy: [{ until: 'asc nulls first' }, { since: 'asc' }, { id: 'asc' }],
      limit: most,
    });
    return { items: await this.views(held, call), invitations: await this.open(where) };
  }

  async invite(offer: InputOf<typeof inviteToNetworkRole>, call: Call): Promise<InvitationRow> {
    expectMayGrant(offer, call.principal);
    const invitation = await this.invitations.offer({ ...offer, networkId: call.network, organizationId: null }, call);
    return viewInvitation(invitation, new Map(), await this.clock.now(this.em));
  }

  private async open(where: { networkId: string; role: { $in: NetworkWideRole[] } }): Promise<InvitationRow[]> {
    const now = await this.clock.now(this.em);
    const of = { ...where, organizationId: null, acceptedAt: null, revokedAt: null, email: { $ne: '' } };
    const open = await this.em.find(Invitation, of, { orderBy: { issuedAt: 'desc', id: 'desc' }, limit: 50 });
    const names = await namesOfInvited(this.em, open);
    return open.map((invitation) => viewInvitation(invitation, names, now));
  }

  /** Those who hold one now before those of before; then by role. */
  private async views(held: readonly Role[], call: Call): Promise<HeldWideRole[]> {
    const people = new Map((await this.em.find(Person, { id: held.map(({ personId }) => personId) })).map((one) => [one.id, one]));
    const ids = held.flatMap(({ organizationId }) => organizationId ?? []);
    const found = ids.length === 0 ? [] : await this.em.find(Organization, { networkId: call.network, id: ids });
    const names = new Map(found.map(({ id, name }) => [id, resolve(name, call).text]));
    const grantable = grantableBy(call.principal.roles);
    const views = held.flatMap((one): HeldWideRole[] => {
      const role = wide(one);
      if (role === undefined) return [];
      const { id, personId, organizationId, since, until, endedReason = null, version } = one;
      const person = people.get(personId);
      const own = personId === call.principal.person?.id && (role === 'secretariat' || role === 'secretariat-lead');
      return [
        {
          ...{ id, personId, role, version, reason: endedReason, since: since.toISOString(), until: until?.toISOString() ?? null },
          name: person?.name ?? '',
          organization: organizationId ? (names.get(organizationId) ?? null) : null,
          secondFactor: secondFactorRoles.includes(role),
          disabled: Boolean(person?.disabledAt),
          mayEnd: !until && !own && grantable.includes(role),
        },
      ];
    });
    return views.sort((one, other) => Number(one.until !== null) - Number(other.until !== null) || rank(one.role) - rank(other.role));
  }
}
