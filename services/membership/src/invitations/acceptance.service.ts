import { Injectable } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { acceptInvitation } from '@alianza/contracts/membership/invitations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { RegistrationService } from '../people/registration.service.js';
import { RolesService } from '../roles/roles.service.js';
import { InvitationsService } from './invitations.service.js';

/** The account that is signed in takes the role that its holder was invited to. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly registration: RegistrationService,
    private readonly roles: RolesService,
  ) {}

  async accept({ secret, name, language }: InputOf<typeof acceptInvitation>, call: Call): Promise<AnswerOf<typeof acceptInvitation>> {
    const { account } = call.principal;
    if (!account) throw new DomainError(generalErrors.unauthenticated);
    const invitation = await this.invitations.take({ secret }, call.network);
    const person = await this.registration.personOf(account, { name, language, email: invitation.email }, call);
    await this.invitations.settle(invitation, person.id, call);
    await this.roles.give({ personId: person.id, organizationId: invitation.organizationId ?? null, role: invitation.role }, call);
    return {};
  }
}
