import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { InvitationRow, issueInvitation, revokeInvitation } from '@alianza/contracts/membership/invitations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { Organization } from '../organizations/organization.entity.js';
import { OrganizationNotFoundError } from '../organizations/standing/standing.errors.js';
import { expectNotOwn } from '../organizations/standing/standing.policy.js';
import { Role } from '../roles/role.entity.js';
import { TitularHandsOverError, TitularHeldError } from '../roles/roles.errors.js';
import { expectLetter, expectMayGrant, isSecretariat, mayTouch, organizationMeant } from '../roles/roles.policy.js';
import { RolesService } from '../roles/roles.service.js';
import { Invitation } from './invitation.entity.js';
import { namesOfInvited, viewInvitation } from './invitation.view.js';
import { InvitationNotFoundError } from './invitations.errors.js';
import { InvitationsService, type Offer } from './invitations.service.js';
import { revokeAll } from './revoking.js';

type OfferHere = Offer & { organizationId: string };

/** What an organisation itself, or the secretariat for it, offers to people: one open invitation for an address and a role. */
@Injectable()
export class OfferingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly roles: RolesService,
    private readonly invitations: InvitationsService,
  ) {}

  async issue({ organizationId: asked, ...offer }: InputOf<typeof issueInvitation>, call: Call): Promise<InvitationRow> {
    const { principal, network: networkId } = call;
    const organizationId = organizationMeant(asked, principal, 'write');
    if (!(await this.em.findOne(Organization, { networkId, id: organizationId }))) throw new OrganizationNotFoundError();
    if (offer.role === 'titular') {
      if (!isSecretariat(principal)) throw new TitularHandsOverError();
      expectNotOwn(organizationId, principal);
    }
    if (offer.role === 'suplente') expectLetter(organizationId, principal, await this.clock.now(this.em));
    return this.offer({ ...offer, networkId, organizationId }, call);
  }

  /** An earlier one to the same role and address is revoked, and of the titular's place there is one offer at a time. */
  async offer(offer: OfferHere, origin: Origin): Promise<InvitationRow> {
    const { networkId, organizationId, role } = offer;
    await this.roles.aloneActive(networkId, organizationId);
    if (role === 'titular' && !offer.handover && (await this.em.count(Role, { networkId, organizationId, role, until: null })) > 0)
      throw new TitularHeldError();
    const open = await this.em.find(Invitation, { networkId, organizationId, role, acceptedAt: null, revokedAt: null });
    const email = offer.email.toLowerCase();
    for (const earlier of open.filter((one) => role === 'titular' || one.email.toLowerCase() === email)) await this.close(earlier, origin);
    const invitation = await this.invitations.issue(offer, origin);
    return viewInvitation(invitation, await namesOfInvited(this.em, [invitation]), await this.clock.now(this.em));
  }

  async revoke({ id }: InputOf<typeof revokeInvitation>, call: Call): Promise<AnswerOf<typeof revokeInvitation>> {
    const invitation = await this.em.findOne(Invitation, { networkId: call.network, id });
    if (!invitation || !mayTouch({ organizationId: invitation.organizationId }, call.principal)) throw new InvitationNotFoundError();
    expectMayGrant(invitation, call.principal);
    await this.close(invitation, call);
    return {};
  }

  private async close(invitation: Invitation, origin: Origin): Promise<void> {
    await revokeAll(this.em, [invitation], await this.clock.now(this.em), origin);
  }
}
