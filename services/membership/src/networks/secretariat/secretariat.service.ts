import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { invitationRevoked, type InvitationRow } from '@alianza/contracts/membership/invitations';
import type { inviteSecretariat, listSecretariat, revokeSecretariatInvitation } from '@alianza/contracts/membership/settings/first-people';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { Invitation } from '../../invitations/invitation.entity.js';
import { InvitationNotFoundError } from '../../invitations/invitations.errors.js';
import { InvitationsService } from '../../invitations/invitations.service.js';
import { namesOfInvited, viewInvitation } from '../../invitations/invitation.view.js';
import { Person } from '../../people/person.entity.js';
import { Role } from '../../roles/role.entity.js';

const ofSecretariat = ['secretariat-lead' as const, 'secretariat' as const];

/** The first people of a network, whom an operator invites: before them nobody is there who could. */
@Injectable()
export class SecretariatService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly invitations: InvitationsService,
  ) {}

  async list(call: Call): Promise<AnswerOf<typeof listSecretariat>> {
    const networkId = call.network;
    const where = { networkId, role: { $in: ofSecretariat } };
    const held = await this.em.find(Role, { ...where, until: null }, { orderBy: { since: 'asc', id: 'asc' } });
    const people = await this.em.find(Person, { id: held.map(({ personId }) => personId) });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const open = await this.em.find(
      Invitation,
      { ...where, organizationId: null, acceptedAt: null, revokedAt: null },
      { orderBy: { issuedAt: 'asc', id: 'asc' } },
    );
    return {
      items: held.map(({ id, personId, role, since }) => ({ id, name: names.get(personId) ?? '', role, since: since.toISOString() })),
      invitations: await this.views(open),
    };
  }

  async invite({ email, role, language }: InputOf<typeof inviteSecretariat>, call: Call): Promise<InvitationRow> {
    const invitation = await this.invitations.offer({ networkId: call.network, email, role, language, organizationId: null }, call);
    const [view] = await this.views([invitation]);
    if (!view) throw new Error('an invitation has a view');
    return view;
  }

  async revoke({ id }: InputOf<typeof revokeSecretariatInvitation>, call: Call): Promise<AnswerOf<typeof revokeSecretariatInvitation>> {
    const where = { networkId: call.network, id, organizationId: null, role: { $in: ofSecretariat } };
    const invitation = await this.em.findOne(Invitation, where);
    if (!invitation) throw new InvitationNotFoundError();
    await this.close(invitation, call);
    return {};
  }

  private async close(invitation: Invitation, call: Call): Promise<void> {
    invitation.revoke(await this.clock.now(this.em));
    await this.em.flush();
    const { id, version, role } = invitation;
    record(this.em, call, invitationRevoked, { aggregateId: id, aggregateVersion: version, data: { role, organizationId: null } });
  }

  private async views(invitations: readonly Invitation[]): Promise<InvitationRow[]> {
    const now = await this.clock.now(this.em);
    const names = await namesOfInvited(this.em, invitations);
    return invitations.map((invitation) => viewInvitation(invitation, names, now));
  }
}
