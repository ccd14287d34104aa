import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Role as RoleName } from '@alianza/contracts/access';
import { DomainError } from '@alianza/contracts/errors';
import { organizationErrors } from '@alianza/contracts/membership/organizations';
import { roleGranted, type grantRole } from '@alianza/contracts/membership/people';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { oneAtATime } from '../data/one-at-a-time.queries.js';
import { Organization } from '../organizations/organization.entity.js';
import { PersonNetwork } from '../people/person-network.entity.js';
import { RegistrationService } from '../people/registration.service.js';
import { Role } from './role.entity.js';

export interface Grant {
  personId: string;
  organizationId: string | null;
  role: RoleName;
}

@Injectable()
export class RolesService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly registration: RegistrationService,
  ) {}

  async grant({ organizationId, role, person }: InputOf<typeof grantRole>, call: Call): Promise<AnswerOf<typeof grantRole>> {
    await this.expectOrganization(organizationId, call.network);
    const { id: personId } = await this.registration.personOf(person, person, call);
    return { personId, granted: await this.give({ personId, organizationId, role }, call) };
  }

  /** Gives the role unless it is held already; says whether it did. */
  async give({ personId, organizationId, role }: Grant, call: Call): Promise<boolean> {
    const networkId = call.network;
    await oneAtATime(this.em, 'roles', networkId, personId);
    if (await this.em.findOne(Role, { networkId, personId, organizationId, role, until: null })) return false;
    const since = await this.clock.now(this.em);
    const granted = this.em.create(Role, { id: newId(), networkId, personId, organizationId, role, since });
    this.em.persist(granted);
    await this.em.upsert(PersonNetwork, { personId, networkId });
    record(this.em, call, roleGranted, { aggregateId: granted.id, aggregateVersion: 1, data: { personId, role, organizationId } });
    return true;
  }

  private async expectOrganization(id: string | null, networkId: string): Promise<void> {
    if (id === null || (await this.em.findOne(Organization, { networkId, id }))) return;
    throw new DomainError(organizationErrors['organization-not-found']);
  }
}
