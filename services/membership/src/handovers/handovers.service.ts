import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { beginHandover, completeHandover } from '@alianza/contracts/membership/representation/handovers';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { OfferingService } from '../invitations/offering.service.js';
import { Organization } from '../organizations/organization.entity.js';
import { OrganizationNotFoundError } from '../organizations/standing/standing.errors.js';
import { expectNotOwn } from '../organizations/standing/standing.policy.js';
import { Person } from '../people/person.entity.js';
import { Role } from '../roles/role.entity.js';
import { AlreadyRepresentsError } from '../roles/roles.errors.js';
import { expectLetter, isSecretariat, organizationMeant } from '../roles/roles.policy.js';
import { CompletionService } from './completion.service.js';
import { NoTitularError, SuccessorNotFoundError } from './handovers.errors.js';

type Beginning = InputOf<typeof beginHandover>;

/** Asks for a successor, or, for the secretariat, names one at once. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly offering: OfferingService,
    private readonly completion: CompletionService,
  ) {}

  async begin(
    { organizationId: asked, personId, email, language, becomes }: Beginning,
    call: Call,
  ): Promise<AnswerOf<typeof beginHandover>> {
    const networkId = call.network;
    const organizationId = await this.organization(organizationMeant(asked, call.principal, 'write'), networkId);
    expectLetter(organizationId, call.principal, await this.clock.now(this.em));
    const titular = await this.em.findOne(Role, { networkId, organizationId, role: 'titular', until: null });
    if (!titular) throw new NoTitularError();
    // a titular passes their own place on, the secretariat somebody else's
    if (isSecretariat(call.principal) && titular.personId !== call.personId) expectNotOwn(organizationId, call.principal);
    if (titular.personId === personId) throw new AlreadyRepresentsError();
    const reached = personId === undefined ? { email: email ?? '', language } : await this.ofOurs(personId, organizationId, networkId);
    const handover = { from: titular.personId, becomes, ...(personId !== undefined && { to: personId }) };
    return this.offering.offer({ networkId, organizationId, role: 'titular', ...reached, handover }, call);
  }

  async complete(
    { organizationId, personId, becomes }: InputOf<typeof completeHandover>,
    call: Call,
  ): Promise<AnswerOf<typeof completeHandover>> {
    await this.organization(organizationId, call.network);
    expectNotOwn(organizationId, call.principal);
    await this.ofOurs(personId, organizationId, call.network);
    const {
      id,
      predecessorId = null,
      successorId,
      at,
    } = await this.completion.complete({ organizationId, successorId: personId, becomes }, call);
    return { id, organizationId, predecessorId, successorId, at: at.toISOString() };
  }

  /** Somebody of the organisation, and where they are reached. */
  private async ofOurs(personId: string, organizationId: string, networkId: string): Promise<Pick<Person, 'email' | 'language'>> {
    const held = await this.em.count(Role, { networkId, organizationId, personId, until: null });
    const person = held > 0 ? await this.em.findOne(Person, { id: personId, disabledAt: null }) : null;
    if (!person) throw new SuccessorNotFoundError();
    return { email: person.email, language: person.language };
  }

  private async organization(id: string, networkId: string): Promise<string> {
    if (!(await this.em.findOne(Organization, { networkId, id }))) throw new OrganizationNotFoundError();
    return id;
  }
}
