import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { acceptInvitation } from '@alianza/contracts/membership/invitations';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { CompletionService } from '../handovers/completion.service.js';
import { RegistrationService } from '../people/registration.service.js';
import { ConsentsService } from '../privacy/consents.service.js';
import { Role } from '../roles/role.entity.js';
import { RolesService } from '../roles/roles.service.js';
import type { Invitation } from './invitation.entity.js';
import { InvitationForAnotherError, InvitationNotOpenError } from './invitations.errors.js';
import { InvitationsService } from './invitations.service.js';

interface Taking {
  readonly personId: string;
  /** Takes the place of a titular over, from whoever has it or had it last. */
  readonly succeeds: boolean;
}

/**
 * The account that is signed in takes the role that its holder was invited to. A place offered to a person of the organisation is theirs alone; one
 * offered to an address is whoever's who reads that mail, since people may sign in with another.
 */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly em: EntityManager,
    private readonly completion: CompletionService,
    private readonly invitations: InvitationsService,
    private readonly registration: RegistrationService,
    private readonly roles: RolesService,
    private readonly consents: ConsentsService,
  ) {}

  async accept(
    { secret, name, language, notice: version }: InputOf<typeof acceptInvitation>,
    call: Call,
  ): Promise<AnswerOf<typeof acceptInvitation>> {
    const { account } = call.principal;
    if (!account) throw new DomainError(generalErrors.unauthenticated);
    const invitation = await this.invitations.take({ secret }, call.network);
    const person = await this.registration.personOf(account, { name, language, email: invitation.email }, call);
    if (invitation.organizationId) await this.roles.aloneActive(call.network, invitation.organizationId);
    await this.em.refresh(invitation); // it may have been revoked while its organisation's people were changed
    if ((invitation.handover?.to ?? person.id) !== person.id) throw new InvitationForAnotherError();
    const succeeds = Boolean(invitation.handover) || (await this.fillsVacancy(invitation));
    await this.invitations.settle(invitation, { personId: person.id, handover: succeeds }, call);
    await this.take(invitation, { personId: person.id, succeeds }, call);
    if (version !== undefined) await this.consents.accept({ personId: person.id, networkId: call.network, version }, call);
    return { organizationId: invitation.organizationId ?? null };
  }

  /** Whoever follows a titular of before, though that place stood empty meanwhile, is told what waits. */
  private async fillsVacancy({ networkId, organizationId = null, role }: Invitation): Promise<boolean> {
    if (organizationId === null || role !== 'titular') return false;
    const titulars = await this.em.find(Role, { networkId, organizationId, role });
    return titulars.length > 0 && titulars.every(({ until }) => until);
  }

  /** One that was issued in the name of a titular is good while that person is titular. */
  private async take(invitation: Invitation, { personId, succeeds }: Taking, call: Call): Promise<void> {
    const { networkId, organizationId = null, role, handover } = invitation;
    if (!succeeds || organizationId === null) {
      await this.roles.give({ personId, organizationId, role }, call);
      return;
    }
    if (handover && (await this.em.count(Role, { networkId, organizationId, personId: handover.from, role, until: null })) === 0)
      throw new InvitationNotOpenError();
    await this.completion.complete({ organizationId, successorId: personId, becomes: handover?.becomes ?? 'nothing' }, call);
  }
}
